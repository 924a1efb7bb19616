// Which rows answer a question, in what order, and what each further choice would find. Pure: the
// index, the question, the words found and the time come in, an answer goes out.

import { ALL_DAYS, FAR, dayBits } from "./search_dates.js";
import { DATED, isNone } from "./search_index.js";
import { rowsInBox } from "./search_distances.js";
import { ordered } from "./search_order.js";
import { PERIODS, stretchesOf } from "./search_periods.js";

const HUNDREDTHS = 100;

/**
 * Answer a question.
 *
 * `parts` is `{ index, filters, calendar }`: what `readCore` and `readFilters` gave, and a Calendar;
 * `filters` may be null while it is on its way, if the question does not need it (`needsFilters`).
 * `question` is what `readQuestion` gives. `scores` are by position, or null where no words were
 * asked; `metres` are by position from where the reader is, or null. `now` is in wall minutes. Rows
 * that need a date and have none left are not there at all.
 *
 * `found` holds positions, best first, and `starts` by position the minute of the next meeting that
 * was asked for. `counts` says for each facet and value how many rows it would
 * find beside the other filters; `days`, `times` and `periods` say the same of dates. `loosened` says
 * for each filter in use how many more rows there would be without it, and `nearly` holds the
 * positions of those rows.
 */
export function answer(parts, question, scores, metres, now) {
  const { index, calendar } = parts;
  const tests = filters(parts, question, scores, metres);
  const days = daysWithin(parts, question, now);
  const wanted = dayBits(question.days, question.times);
  const stretches = stretchesOf(parts, question, now);
  const dated = wanted !== ALL_DAYS || stretches !== null;
  if (dated) {
    tests.set("dates", (position) => (days[position] & wanted) !== 0);
  }
  const names = [...tests.keys()];
  const failed = judge(index, [...tests.values()], calendar.starts(now), now);
  // whoever asks for Saturdays is told the next Saturday, and not the Tuesday before it
  const starts = dated
    ? calendar.startsWithin(now, stretches ?? [[null, null]], wanted) : calendar.starts(now);
  const passing = positionsOf(failed, (at) => at === PASSES);
  const byFacet = once(() => facetCounts(parts, failed, names));
  const byDate = once(() => dateCounts(parts, question, days, failed, names.indexOf("dates"), now));
  const nearly = once(() => positionsOf(failed, (at) => at >= 0));
  // what a page may not show at all is worked out when it does
  return {
    starts,
    found: ordered(parts, question, passing, { scores, metres, starts }),
    get nearly() { return nearly(); },
    failing: (position) => names[failed[position]],
    get counts() { return byFacet(); },
    get days() { return byDate().days; },
    get times() { return byDate().times; },
    get periods() { return byDate().periods; },
    loosened: loosened(failed, names),
  };
}

function once(make) {
  let made;
  return () => (made ??= make());
}

/** Say whether a question can be answered only with the file of filters. */
export function needsFilters(question) {
  return question.age !== null || question.most !== null || question.period === "holidays"
    || question.sort === "newest" || question.sort === "checked"
    || [...question.facets.values()].some((values) => values.size > 0);
}

// What judge() says of a row: the one filter that it fails, or one of these.
const PASSES = -1;
const OUT = -2;

/** Return for each row PASSES, OUT, or the index of the only filter that keeps it out. */
function judge(index, tests, starts, now) {
  const failed = new Int16Array(index.count).fill(PASSES);
  for (let position = 0; position < index.count; position += 1) {
    if (!isOpen(index, position, starts, now)) {
      failed[position] = OUT;
      continue;
    }
    for (let at = 0; at < tests.length; at += 1) {
      if (!tests[at](position)) {
        if (failed[position] !== PASSES) {
          failed[position] = OUT;
          break;
        }
        failed[position] = at;
      }
    }
  }
  return failed;
}

/** Say whether somebody could still come. */
function isOpen(index, position, starts, now) {
  if (!isNone(index.closes[position]) && now > index.closes[position]) {
    return false;
  }
  return index.when[position] !== DATED || starts[position] !== FAR;
}

function filters({ index, filters: columns }, question, scores, metres) {
  const tests = new Map();
  if (scores !== null) {
    tests.set("words", (position) => scores[position] > 0);
  }
  for (const [facet, values] of question.facets) {
    if (values.size > 0) {
      const members = membership(index, columns, facet, values);
      tests.set(facet, (position) => members[position] === 1);
    }
  }
  if (question.age !== null) {
    tests.set("age", (position) => admits(columns, position, question.age));
  }
  if (question.most !== null) {
    const most = question.most * HUNDREDTHS;
    const { least } = columns;
    tests.set("most", (position) => !isNone(least[position]) && least[position] <= most);
  }
  if (question.reach !== null && metres !== null) {
    tests.set("reach", (position) => metres[position] >= 0 && metres[position] <= question.reach);
  }
  if (question.box !== null) {
    const inside = rowsInBox(index, question.box);
    tests.set("box", (position) => inside[position] === 1);
  }
  return tests;
}

function membership(index, columns, facet, values) {
  const has = new Uint16Array(index.count);
  for (const value of values) {
    for (const position of columns.facets.get(facet)?.get(value) ?? []) {
      has[position] += 1;
    }
  }
  const least = asksForAll(columns, facet) ? values.size : 1;
  return has.map((count) => (count >= least ? 1 : 0));
}

/** Say whether two ticks of a facet ask for both. */
function asksForAll(columns, facet) {
  return columns.offered.get(facet)?.allOf ?? false;
}

function admits({ youngest, oldest }, position, age) {
  return (isNone(youngest[position]) || youngest[position] <= age)
    && (isNone(oldest[position]) || age <= oldest[position]);
}

/** Return for each row when it can be come to within the asked stretches of days. */
function daysWithin(parts, question, now) {
  const stretches = stretchesOf(parts, question, now) ?? [[null, null]];
  const each = stretches.map(([first, last]) => parts.calendar.days(now, first, last));
  if (each.length === 1) {
    return each[0];
  }
  const any = new Int32Array(parts.index.count);
  for (const days of each) {
    for (let position = 0; position < any.length; position += 1) {
      any[position] |= days[position];
    }
  }
  return any;
}

function facetCounts({ filters: columns }, failed, names) {
  const counts = new Map();
  const passing = (own) => failed.map((at) => (passesBut(at, own) ? 1 : 0));
  const all = passing(-1);
  for (const [facet, values] of columns?.facets ?? []) {
    // where ticks ask for all, one more narrows what the others have left
    const own = asksForAll(columns, facet) ? -1 : names.indexOf(facet);
    const passes = own < 0 ? all : passing(own);
    const byValue = new Map();
    for (const [value, positions] of values) {
      let count = 0;
      for (let at = 0; at < positions.length; at += 1) {
        count += passes[positions[at]];
      }
      byValue.set(value, count);
    }
    counts.set(facet, byValue);
  }
  return counts;
}

/** Count weekdays beside the chosen times, times beside the chosen days, and periods beside both. */
function dateCounts(parts, question, days, failed, own, now) {
  const none = new Set();
  const left = positionsOf(failed, (at) => passesBut(at, own));
  const count = (bits, by = days) => left.reduce((sum, position) => sum + ((by[position] & bits) === 0 ? 0 : 1), 0);
  return {
    days: [0, 1, 2, 3, 4, 5, 6].map((day) => count(dayBits(new Set([day]), question.times))),
    times: [0, 1, 2].map((time) => count(dayBits(question.days, new Set([time])))),
    periods: new Map(PERIODS.map((period) => {
      const asked = { period, from: "", to: "", days: none, times: none };
      const within = stretchesOf(parts, asked, now);
      const bits = dayBits(question.days, question.times);
      return [period, within.length === 0 ? 0 : count(bits, daysWithin(parts, asked, now))];
    })),
  };
}

/** Say whether a row would pass without the filter `own`, which is -1 where it is not in use. */
function passesBut(failed, own) {
  return failed === PASSES || (own >= 0 && failed === own);
}

function positionsOf(failed, wanted) {
  const positions = [];
  for (let position = 0; position < failed.length; position += 1) {
    if (wanted(failed[position])) {
      positions.push(position);
    }
  }
  return positions;
}

function loosened(failed, names) {
  const more = new Map(names.map((name) => [name, 0]));
  for (const at of failed) {
    if (at >= 0) {
      more.set(names[at], more.get(names[at]) + 1);
    }
  }
  return more;
}
