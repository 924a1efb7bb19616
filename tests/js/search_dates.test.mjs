import assert from "node:assert/strict";
import { test } from "node:test";

import {
  ALL_DAYS, Calendar, FAR, dayBits, dayNumber, wallMinute, weekdayOf,
} from "../../themes/base/assets/js/search_dates.js";
import { DATED } from "../../themes/base/assets/js/search_index.js";

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

/** One row with meetings of one pattern, at one time of day. */
function calendar(pattern, start, length) {
  return new Calendar({
    count: 1, epoch: EPOCH, when: [DATED], patterns: [pattern],
    sittings: { from: [0, 1], pattern: [0], start: [start], length: [length] },
  });
}

test("a meeting counts until it is over", () => {
  const weekly = calendar([10, 7, 3], 600, 60);

  assert.equal(weekly.starts(10 * DAY + 659)[0], 10 * DAY + 600);
  assert.equal(weekly.starts(10 * DAY + 660)[0], 17 * DAY + 600);
  assert.equal(weekly.starts(24 * DAY + 660)[0], FAR);
});

test("a meeting past midnight is still on in the small hours", () => {
  const late = calendar([10, 0, 1], 1380, 180);

  assert.equal(late.starts(11 * DAY + 60)[0], 10 * DAY + 1380);
  assert.equal(late.starts(11 * DAY + 120)[0], FAR);
});

test("a range includes both its ends and skips what is over", () => {
  const daily = calendar([0, 1, 10], 600, 60);

  assert.equal(daily.days(0, 3, 4)[0], 0b1100000); // Saturday and Sunday
  assert.equal(daily.days(4 * DAY, 3, 4)[0], 0b1000000);
  assert.equal(daily.days(0, 10, 20)[0], 0);
});

test("whoever asks for a day and a time is told the next meeting of that kind", () => {
  const daily = calendar([0, 1, 10], 13 * 60, 60);
  const sundays = dayBits(new Set([6]), new Set());
  const evenings = dayBits(new Set(), new Set([2]));

  assert.equal(daily.startsWithin(0, [[null, null]], sundays)[0], 4 * DAY + 13 * 60);
  assert.equal(daily.startsWithin(0, [[null, null]], evenings)[0], FAR);
  assert.equal(dayBits(new Set(), new Set()), ALL_DAYS);
});

test("what was worked out is kept until a meeting is over, and no longer", () => {
  const weekly = calendar([10, 7, 3], 600, 60);
  let made = 0;
  const order = (now) => {
    weekly.starts(now);
    return weekly.once("order", () => { made += 1; return made; });
  };

  const before = weekly.starts(10 * DAY + 600);

  assert.equal(order(10 * DAY + 659), 1);
  assert.ok(weekly.isStarts(before));
  assert.equal(order(10 * DAY + 660), 2);
  assert.equal(weekly.isStarts(before), false);
  assert.equal(order(10 * DAY + 659), 3); // a clock can be put back
  assert.equal(weekly.starts(10 * DAY + 659)[0], 10 * DAY + 600);
});

test("what nobody joins once it has begun is there until it starts", () => {
  const course = calendar([10, 7, 2], 600, 0);

  assert.equal(course.starts(10 * DAY + 599)[0], 10 * DAY + 600);
  assert.equal(course.starts(10 * DAY + 600)[0], 17 * DAY + 600);
  assert.equal(course.days(10 * DAY + 600, 10, 10)[0], 0);
});
