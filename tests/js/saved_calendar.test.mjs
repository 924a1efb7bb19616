import assert from "node:assert/strict";
import { test } from "node:test";

import { merged } from "../../themes/base/assets/js/saved_calendar.js";

const ZONE = ["BEGIN:VTIMEZONE", "TZID:Europe/London", "BEGIN:STANDARD", "END:STANDARD", "END:VTIMEZONE"];

function file(...events) {
  const lines = events.flatMap((more) => ["BEGIN:VEVENT", ...more, "END:VEVENT"]);
  return ["BEGIN:VCALENDAR", "NAME:One", ...ZONE, ...lines, "END:VCALENDAR", ""].join("\r\n");
}

test("all events stand in one calendar, with their zone once and each line as it was", () => {
  const folded = ["UID:a", "DESCRIPTION:long\\nBEGIN:VEVENT", " BEGIN:VEVENT", "STATUS:CANCELLED"];

  const lines = merged("Saved", [file(folded), file(["UID:b"], ["UID:c"])]).split("\r\n");

  assert.deepEqual(lines.slice(6), [
    ...ZONE, "BEGIN:VEVENT", ...folded, "END:VEVENT", "BEGIN:VEVENT", "UID:b", "END:VEVENT",
    "BEGIN:VEVENT", "UID:c", "END:VEVENT", "END:VCALENDAR", "",
  ]);
});

test("the name is escaped and folded between letters", () => {
  const lines = merged("Tŷ; a, b\\".repeat(9), []).split("\r\n");

  const name = lines.slice(5, -2);
  assert.ok(name.length > 1);
  assert.ok(name.every((line) => new TextEncoder().encode(line).length <= 75));
  const whole = name.map((line, at) => (at ? line.slice(1) : line)).join("");
  assert.equal(whole, `X-WR-CALNAME:${"Tŷ\\; a\\, b\\\\".repeat(9)}`);
});
