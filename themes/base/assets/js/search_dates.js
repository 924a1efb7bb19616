// What is still to come, by the clock on the wall of the place, wherever the reader is.
//
// Days are numbers from the index's epoch and moments are minutes from it. Many rows share a pattern
// of days, so days are worked out once a pattern; only what depends on the hour is done row by row.

import { ANYTIME, DATED, isNone } from "./search_index.js";

export const MINUTES_IN_DAY = 1440;
export const FAR = 0x7fff_ffff;
/** Every weekday at every time of day: 7 bits from Monday for the morning, afternoon, evening. */
export const ALL_DAYS = (1 << 21) - 1;

const MILLISECONDS_IN_MINUTE = 60_000;
const MILLISECONDS_IN_DAY = 86_400_000;
const NOON = 12 * 60;
const FIVE = 17 * 60;
const OPEN = 0x3fff_ffff;
const EVERY_DAY = 0b1111111;
const UNKNOWN = -2;
const NEVER = -1;
const KEPT = 8;

/** Return the day number of an ISO date, counted from the index's epoch. */
export function dayNumber(epoch, iso) {
  return Math.round((Date.parse(`${iso}T00:00Z`) - Date.parse(`${epoch}T00:00Z`)) / MILLISECONDS_IN_DAY);
}

/** Return a Date at midnight UTC of the day with this number; format it in UTC. */
export function dateOfDay(epoch, day) {
  return new Date(Date.parse(`${epoch}T00:00Z`) + day * MILLISECONDS_IN_DAY);
}

const clocks = new Map(); // by time zone: to make one takes longer than to answer most questions

/** Return the minutes from the epoch that a clock in `zone` shows at `instant`. */
export function wallMinute(epoch, zone, instant) {
  if (!clocks.has(zone)) {
    clocks.set(zone, { minute: null, epoch: "", shown: 0, clock: clockOf(zone) });
  }
  const known = clocks.get(zone);
  const minute = Math.floor(instant / MILLISECONDS_IN_MINUTE);
  if (known.minute !== minute || known.epoch !== epoch) {
    Object.assign(known, { minute, epoch, shown: minuteShown(known.clock, epoch, instant) });
  }
  return known.shown;
}

function clockOf(zone) {
  return new Intl.DateTimeFormat("en-GB", {
    timeZone: zone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit",
    hour: "2-digit", minute: "2-digit",
  });
}

function minuteShown(clock, epoch, instant) {
  const parts = clock.formatToParts(instant);
  const part = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  const day = dayNumber(epoch, `${part.year}-${part.month}-${part.day}`);
  return day * MINUTES_IN_DAY + Number(part.hour) * 60 + Number(part.minute);
}

/** Return Monday = 0 for a day number. */
export function weekdayOf(epoch, day) {
  return (dateOfDay(epoch, day).getUTCDay() + 6) % 7;
}

/** Return 0 for the morning, 1 for the afternoon from noon, 2 for the evening from five. */
export function timeOfDay(minute) {
  return minute < NOON ? 0 : minute < FIVE ? 1 : 2;
}

/** Return the bits of `ALL_DAYS` for some weekdays and times of day; an empty set means any. */
export function dayBits(days, times) {
  const week = [...days].reduce((mask, day) => mask | (1 << day), 0) || EVERY_DAY;
  return [0, 1, 2].reduce((mask, time) => {
    return times.size === 0 || times.has(time) ? mask | (week << (7 * time)) : mask;
  }, 0);
}

/** The meetings of an index. What it works out is kept until one of them is over. */
export class Calendar {
  #index;
  #epochWeekday;
  #turns = new Uint8Array(MINUTES_IN_DAY);
  #turn = null;
  #open = { now: null, rows: null };
  #kept = new Map();
  #nexts = new Map();
  #masks = new Map();
  #days = new Map();

  constructor(index) {
    this.#index = index;
    this.#epochWeekday = weekdayOf(index.epoch, 0);
    const { start, length } = index.sittings;
    for (let at = 0; at < start.length; at += 1) {
      this.#turns[(start[at] + length[at]) % MINUTES_IN_DAY] = 1;
    }
  }

  /** Return for each row the minute its next meeting starts that can be come to; FAR for none. */
  starts(now) {
    this.#at(now);
    return this.once("starts", () => this.startsWithin(now, [[null, null]], ALL_DAYS));
  }

  /** Say whether this is what `starts` returned last. */
  isStarts(starts) {
    return this.#kept.get("starts") === starts;
  }

  /** Return for each row whether somebody could still come, as 1 and 0. It is kept for a minute. */
  open(now) {
    if (this.#open.now !== now) {
      this.#open = { now, rows: this.#openAt(now) };
    }
    return this.#open.rows;
  }

  #openAt(now) {
    const starts = this.starts(now);
    const { when, closes, count } = this.#index;
    const open = new Uint8Array(count);
    for (let row = 0; row < count; row += 1) {
      const closed = !isNone(closes[row]) && now > closes[row];
      open[row] = closed || (when[row] === DATED && starts[row] === FAR) ? 0 : 1;
    }
    return open;
  }

  /** Return what `make` gives, made once for as long as `starts` returns the same. */
  once(name, make) {
    if (!this.#kept.has(name)) {
      this.#kept.set(name, make());
    }
    return this.#kept.get(name);
  }

  /**
   * Return for each row, as bits of `ALL_DAYS`, when it can be come to on days from `first` to
   * `last`, both included; either may be null. What can be done at any time has all bits.
   */
  days(now, first, last) {
    this.#at(now);
    const key = `${first} ${last}`;
    if (!this.#days.has(key)) {
      if (this.#days.size === KEPT) {
        this.#days.delete(this.#days.keys().next().value);
      }
      this.#days.set(key, this.#daysWithin(now, first ?? 0, last ?? OPEN));
    }
    return this.#days.get(key);
  }

  /**
   * Return for each row the minute its next meeting starts that can be come to, lies in one of the
   * `stretches` of days and has one of the `bits` of `ALL_DAYS`; FAR for none.
   */
  startsWithin(now, stretches, bits) {
    this.#at(now);
    const { from, pattern, start, length } = this.#index.sittings;
    const starts = new Int32Array(this.#index.count).fill(FAR);
    for (const [first, last] of stretches) {
      const nexts = this.#nextsUntil(last ?? OPEN);
      for (let row = 0; row < starts.length; row += 1) {
        for (let at = from[row]; at < from[row + 1]; at += 1) {
          const week = (bits >> (7 * timeOfDay(start[at]))) & EVERY_DAY;
          const earliest = Math.max(first ?? 0, firstDay(now, start[at] + length[at]));
          const day = week === 0 ? NEVER : nexts(pattern[at], earliest, week);
          if (day !== NEVER) {
            starts[row] = Math.min(starts[row], day * MINUTES_IN_DAY + start[at]);
          }
        }
      }
    }
    return starts;
  }

  #daysWithin(now, first, last) {
    const { when, count, sittings: { from, pattern, start, length } } = this.#index;
    const days = new Int32Array(count);
    const masks = this.#masksUntil(last);
    for (let row = 0; row < count; row += 1) {
      if (when[row] === ANYTIME) {
        days[row] = ALL_DAYS;
      } else if (when[row] === DATED) {
        for (let at = from[row]; at < from[row + 1]; at += 1) {
          const earliest = Math.max(first, firstDay(now, start[at] + length[at]));
          days[row] |= masks(pattern[at], earliest) << (7 * timeOfDay(start[at]));
        }
      }
    }
    return days;
  }

  /** Forget what was worked out, once a meeting may be over that was not. */
  #at(now) {
    let turn = now;
    while (turn > now - MINUTES_IN_DAY && this.#turns[minuteOfDay(turn)] === 0) {
      turn -= 1;
    }
    if (turn !== this.#turn) {
      this.#turn = turn;
      for (const known of [this.#kept, this.#nexts, this.#masks, this.#days]) {
        known.clear();
      }
    }
  }

  /** Return what finds the first day of a pattern from `first` to `last` on one of the weekdays, or NEVER. */
  #nextsUntil(last) {
    return this.#oncePerPattern(this.#nexts, last, (pattern, first, week) => {
      return nextDay(pattern, first, last, week, this.#epochWeekday);
    });
  }

  /** Return what finds the weekdays of a pattern from `first` to `last`, one bit each from Monday. */
  #masksUntil(last) {
    return this.#oncePerPattern(this.#masks, last, (pattern, first) => {
      return weekdays(pattern, first, last, this.#epochWeekday);
    });
  }

  #oncePerPattern(memory, last, find) {
    const { patterns } = this.#index;
    if (!memory.has(last)) {
      memory.set(last, new Map());
    }
    const byFirst = memory.get(last);
    return (at, first, week = 0) => {
      const key = first * (EVERY_DAY + 1) + week; // a number: to put a text together for each row takes longest
      let known = byFirst.get(key);
      if (known === undefined) {
        known = new Int32Array(patterns.length).fill(UNKNOWN);
        byFirst.set(key, known);
      }
      if (known[at] === UNKNOWN) {
        known[at] = find(patterns[at], first, week);
      }
      return known[at];
    };
  }
}

function minuteOfDay(minute) {
  return ((minute % MINUTES_IN_DAY) + MINUTES_IN_DAY) % MINUTES_IN_DAY;
}

/** Return the first day on which a meeting that ends at this minute of its day is not over. */
function firstDay(now, end) {
  return Math.floor((now - end) / MINUTES_IN_DAY) + 1;
}

// a pattern is a flat list: first day, days apart, how many; and again
const RUN = 3;

function nextDay(pattern, first, last, week, epochWeekday) {
  let soonest = NEVER;
  for (let at = 0; at < pattern.length; at += RUN) {
    const start = pattern[at];
    const step = pattern[at + 1];
    const times = pattern[at + 2];
    const from = indexFrom(start, step, times, first);
    // after seven steps the weekdays come round again
    for (let index = from; index < Math.min(times, from + 7); index += 1) {
      const day = start + index * step;
      if (day <= last && (week & weekdayBit(day, epochWeekday)) !== 0) {
        soonest = soonest === NEVER ? day : Math.min(soonest, day);
        break;
      }
    }
  }
  return soonest;
}

function weekdays(pattern, first, last, epochWeekday) {
  let mask = 0;
  for (let at = 0; at < pattern.length; at += RUN) {
    const start = pattern[at];
    const step = pattern[at + 1];
    const times = pattern[at + 2];
    const from = indexFrom(start, step, times, first);
    for (let index = from; index < Math.min(times, from + 7); index += 1) {
      const day = start + index * step;
      if (day <= last) {
        mask |= weekdayBit(day, epochWeekday);
      }
    }
  }
  return mask;
}

function weekdayBit(day, epochWeekday) {
  return 1 << ((((day + epochWeekday) % 7) + 7) % 7);
}

/** Return which day of a run is the first from `first` on; `times` where none is. */
function indexFrom(day, step, times, first) {
  if (day >= first) {
    return 0;
  }
  return step === 0 ? times : Math.min(times, Math.ceil((first - day) / step));
}
