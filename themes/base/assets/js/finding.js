// Which rows answer a question, in what order, and what each further choice would find. Pure: the
// index, the question, the words found and the time come in, an answer goes out.

import { ALL_DAYS, dayBits } from "./search_dates.js";
import { isNone } from "./search_index.js";
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
 * was asked for. `counts(facet)` says for each value of a facet how many rows it would find beside the
 * other filters, or is undefined for no facet; `days`, `times` and `periods` say the same of dates. `loosened` says
 * for each filter in use how many more rows there would be without it, and `nearly` holds the
 * positions of those rows.
 */
export function answer(parts, question, scores, metres, now) {
  const { index, calendar } = parts;
  const tests = filters(parts, question, scores, metres);
  const wanted = dayBits(question.days, question.times);
  const stretches = stretchesOf(parts, question, now);
  const dated = wanted !== ALL_DAYS || stretches !== null;
  const days = once(() => daysWithin(parts, question, now));
  if (dated) {
    const within = days();
    tests.set("dates", rowsWhere(index.count, (position) => within[position] & wanted));
  }
  const names = [...tests.keys()];
  const failed = judge(calendar.open(now), [...tests.values()]);
  // whoever asks for Saturdays is told the next Saturday, and not the Tuesday before it
  const starts = dated
    ? calendar.startsWithin(now, stretches ?? [[null, null]], wanted) : calendar.starts(now);
  const passing = positionsOf(failed, PASSES);
  const counts = facetCounts(parts, failed, names, passing);
  const byDate = once(() => dateCounts(parts, question, days(), failed, names.indexOf("dates"), now));
  const nearly = once(() => positionsOf(failed));
  const more = once(() => loosened(failed, names));
  // what a page may not show at all is worked out when it does
  return {
    starts,
    found: ordered(parts, question, passing, { scores, metres, starts }),
    get nearly() { return nearly(); },
    failing: (position) => names[failed[position]],
    counts,
    get days() { return byDate().days; },
    get times() { return byDate().times; },
    get periods() { return byDate().periods; },
    get loosened() { return more(); },
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

/**
 * Return for each row PASSES, OUT, or the index of the only filter that keeps it out. `open` and each
 * of `tests` say by position, by anything but 0, that a row stays. One filter after the other: a loop
 * over two columns takes a browser a tenth of what calling a function for each row does.
 */
function judge(open, tests) {
  const failed = new Int16Array(open.length);
  for (let position = 0; position < failed.length; position += 1) {
    failed[position] = open[position] === 0 ? OUT : PASSES;
  }
  tests.forEach((passes, at) => {
    for (let position = 0; position < failed.length; position += 1) {
      if (passes[position] === 0) {
        failed[position] = failed[position] === PASSES ? at : OUT;
      }
    }
  });
  return failed;
}

/** Return by filter and position what judge() asks for. */
function filters({ index, filters: columns }, question, scores, metres) {
  const tests = new Map();
  if (scores !== null) {
    tests.set("words", scores); // which are 0 or more
  }
  for (const [facet, values] of question.facets) {
    if (values.size > 0) {
      tests.set(facet, membership(index, columns, facet, values));
    }
  }
  if (question.age !== null) {
    tests.set("age", rowsWhere(index.count, (position) => admits(columns, position, question.age)));
  }
  if (question.most !== null) {
    const most = question.most * HUNDREDTHS;
    const { least } = columns;
    tests.set("most", rowsWhere(index.count, (position) => !isNone(least[position]) && least[position] <= most));
  }
  if (question.reach !== null && metres !== null) {
    tests.set("reach", rowsWhere(index.count, (position) => {
      return metres[position] >= 0 && metres[position] <= question.reach;
    }));
  }
  if (question.box !== null) {
    tests.set("box", rowsInBox(index, question.box));
  }
  return tests;
}

/** Return by position 1 for the rows of which something is so, and 0 for the others. */
function rowsWhere(count, is) {
  const rows = new Uint8Array(count);
  for (let position = 0; position < count; position += 1) {
    rows[position] = is(position) ? 1 : 0;
  }
  return rows;
}

function membership(index, columns, facet, values) {
  const has = new Uint16Array(index.count);
  for (const value of values) {
    const positions = columns.facets.get(facet)?.get(value) ?? [];
    for (let at = 0; at < positions.length; at += 1) {
      has[positions[at]] += 1;
    }
  }
  const least = asksForAll(columns, facet) ? values.size : 1;
  return least === 1 ? has : rowsWhere(index.count, (position) => has[position] >= least);
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

/** Return a function that counts a facet's values, once each: most are behind a part that nobody opens. */
function facetCounts({ index, filters: columns }, failed, names, passing) {
  const known = new Map();
  const all = once(() => marked(index.count, passing));
  const count = (facet, values) => {
    // where ticks ask for all, one more narrows what the others have left
    const own = asksForAll(columns, facet) ? -1 : names.indexOf(facet);
    const passes = own < 0 ? all() : rowsWhere(index.count, (position) => passesBut(failed[position], own));
    const byValue = new Map();
    for (const [value, positions] of values) {
      let found = 0;
      for (let at = 0; at < positions.length; at += 1) {
        found += passes[positions[at]];
      }
      byValue.set(value, found);
    }
    return byValue;
  };
  return (facet) => {
    const values = columns?.facets.get(facet);
    if (values !== undefined && !known.has(facet)) {
      known.set(facet, count(facet, values));
    }
    return known.get(facet);
  };
}

function marked(count, positions) {
  const rows = new Uint8Array(count);
  for (let at = 0; at < positions.length; at += 1) {
    rows[positions[at]] = 1;
  }
  return rows;
}

/** Count weekdays beside the chosen times, times beside the chosen days, and periods beside both. */
function dateCounts(parts, question, days, failed, own, now) {
  const none = new Set();
  const count = (bits, by = days) => {
    let found = 0;
    for (let position = 0; position < failed.length; position += 1) {
      if (passesBut(failed[position], own) && (by[position] & bits) !== 0) {
        found += 1;
      }
    }
    return found;
  };
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

/** Return the positions of the rows of which judge() said `wanted`; without it, that one filter fails. */
function positionsOf(failed, wanted = null) {
  const positions = new Int32Array(failed.length);
  let count = 0;
  for (let position = 0; position < failed.length; position += 1) {
    if (wanted === null ? failed[position] >= 0 : failed[position] === wanted) {
      positions[count] = position;
      count += 1;
    }
  }
  return positions.subarray(0, count);
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
