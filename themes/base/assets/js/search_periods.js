// Named stretches of days, as somebody says them: today, this weekend, in the school holidays.

import { MINUTES_IN_DAY, dayNumber, weekdayOf } from "./search_dates.js";

export const PERIODS = ["today", "weekend", "holidays"];

const SATURDAY = 5;
const SUNDAY = 6;

/**
 * Return the stretches `[first day, last day]` that a question asks for, an end being null where it
 * is open; null where it asks for none. A period stands before a range; none of its days may be left.
 */
export function stretchesOf({ index, filters }, { period, from, to }, now) {
  const today = Math.floor(now / MINUTES_IN_DAY);
  if (period === "today") {
    return [[today, today]];
  }
  if (period === "weekend") {
    const weekday = weekdayOf(index.epoch, today);
    const sunday = today + SUNDAY - weekday;
    return [[weekday === SUNDAY ? today : today + SATURDAY - weekday, sunday]];
  }
  if (period === "holidays") {
    return (filters?.holidays ?? [])
      .filter(({ last }) => last >= today)
      .map(({ first, last }) => [first, last]);
  }
  if (from === "" && to === "") {
    return null;
  }
  return [[from === "" ? null : dayNumber(index.epoch, from), to === "" ? null : dayNumber(index.epoch, to)]];
}
