import assert from "node:assert/strict";
import { test } from "node:test";

import {
  dayNumber, nextStart, wallMinute, weekdayOf, weekdaysWithin,
} from "../../themes/base/assets/js/search_dates.js";

const EPOCH = "2020-01-01";
const DAY = 1440;

test("the clock is the place's, on both sides of a change", () => {
  const winter = wallMinute(EPOCH, "Europe/London", new Date("2026-12-08T17:00:00Z"));
  const summer = wallMinute(EPOCH, "Europe/London", new Date("2026-06-08T17:00:00Z"));

  assert.equal(winter % DAY, 17 * 60);
  assert.equal(summer % DAY, 18 * 60);
  assert.equal(Math.floor(winter / DAY), dayNumber(EPOCH, "2026-12-08"));
});

test("midnight is the beginning of a day and not its 24th hour", () => {
  const midnight = wallMinute(EPOCH, "Europe/London", new Date("2026-12-08T00:00:00Z"));

  assert.equal(midnight, dayNumber(EPOCH, "2026-12-08") * DAY);
});

test("weekdays count from Monday", () => {
  assert.equal(weekdayOf(EPOCH, 0), 2);
  assert.equal(weekdayOf(EPOCH, dayNumber(EPOCH, "2026-11-23")), 0);
});

test("a meeting counts until it is over", () => {
  const run = { day: 10, step: 7, times: 3, start: 600, length: 60 };

  assert.equal(nextStart([run], 10 * DAY + 659).start, 10 * DAY + 600);
  assert.equal(nextStart([run], 10 * DAY + 660).start, 17 * DAY + 600);
  assert.equal(nextStart([run], 24 * DAY + 660), null);
});

test("a range includes both its ends and skips what is over", () => {
  const daily = { day: 0, step: 1, times: 10, start: 600, length: 60 };

  assert.equal(weekdaysWithin([daily], 0, 3, 4, 2), 0b1100000); // Saturday and Sunday
  assert.equal(weekdaysWithin([daily], 4 * DAY, 3, 4, 2), 0b1000000);
  assert.equal(weekdaysWithin([daily], 0, 10, 20, 2), 0);
});
