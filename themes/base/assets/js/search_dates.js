// What is still to come, by the clock on the wall of the place, wherever the reader is.

const MINUTES_IN_DAY = 1440;
const MILLISECONDS_IN_DAY = 86_400_000;
const EVERY_DAY = 0b1111111;

/** Return the day number of an ISO date, counted from the index's epoch. */
export function dayNumber(epoch, iso) {
  return Math.round((Date.parse(`${iso}T00:00Z`) - Date.parse(`${epoch}T00:00Z`)) / MILLISECONDS_IN_DAY);
}

/** Return a Date at midnight UTC of the day with this number; format it in UTC. */
export function dateOfDay(epoch, day) {
  return new Date(Date.parse(`${epoch}T00:00Z`) + day * MILLISECONDS_IN_DAY);
}

/** Return the minutes from the epoch that a clock in `zone` shows at `instant`. */
export function wallMinute(epoch, zone, instant) {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit",
    hour: "2-digit", minute: "2-digit",
  }).formatToParts(instant);
  const part = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  const day = dayNumber(epoch, `${part.year}-${part.month}-${part.day}`);
  return day * MINUTES_IN_DAY + Number(part.hour) * 60 + Number(part.minute);
}

/** Return Monday = 0 for a day number. */
export function weekdayOf(epoch, day) {
  return (dateOfDay(epoch, day).getUTCDay() + 6) % 7;
}

/** Return the start of the first meeting that is not over at `now`, or null. */
export function nextStart(runs, now) {
  let soonest = null;
  for (const run of runs) {
    const index = firstIndex(run, now);
    if (index < run.times) {
      const start = (run.day + index * run.step) * MINUTES_IN_DAY + run.start;
      if (soonest === null || start < soonest.start) {
        soonest = { start, end: start + run.length };
      }
    }
  }
  return soonest;
}

/**
 * Return, one bit each from Monday, the weekdays of the meetings that are not over at `now` and
 * begin on a day of the range, both ends included; an end may be null.
 */
export function weekdaysWithin(runs, now, from, to, epochWeekday) {
  let mask = 0;
  for (const run of runs) {
    let index = firstIndex(run, now);
    if (from !== null && run.step > 0) {
      index = Math.max(index, Math.ceil((from - run.day) / run.step));
    }
    for (; index < run.times && mask !== EVERY_DAY; index += 1) {
      const day = run.day + index * run.step;
      if (to !== null && day > to) {
        break;
      }
      if (from === null || day >= from) {
        mask |= 1 << ((((day + epochWeekday) % 7) + 7) % 7);
      }
      if (run.step % 7 === 0) {
        break; // every later one is on the same weekday
      }
    }
  }
  return mask;
}

/** Return which meeting of a run is the first not over at `now`; `run.times` where all are. */
function firstIndex(run, now) {
  const over = now - (run.day * MINUTES_IN_DAY + run.start + run.length);
  if (over < 0) {
    return 0;
  }
  return run.step === 0 ? run.times : Math.floor(over / (run.step * MINUTES_IN_DAY)) + 1;
}
