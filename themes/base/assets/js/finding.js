// Which rows answer a question, in what order, and what each further choice would find. Pure: the
// index, the question, the words found and the time come in, an answer goes out.

import { ANYTIME, DATED, isNone } from "./search_index.js";
import { dayNumber, nextStart, weekdayOf, weekdaysWithin } from "./search_dates.js";

const EVERY_DAY = 0b1111111;
const FAR = Number.MAX_SAFE_INTEGER;
const HUNDREDTHS = 100;

/**
 * Answer a question.
 *
 * `question` is what `readQuestion` gives: facets (name to set of values), age, days (set of
 * weekdays from Monday = 0), from, to (ISO dates or ""), most (whole currency units or null).
 * `scores` maps row number to score, or is null where no words were asked. `now` is in wall
 * minutes. Rows that need a date and have none left are not there at all.
 *
 * `found` holds positions, best first. `counts` says for each facet and value how many rows it
 * would find beside the other filters, and `days` the same by weekday. `loosened` says for each
 * filter in use how many more rows there would be without it.
 */
export function answer(index, question, scores, now) {
  const tests = filters(index, question, scores);
  const epochWeekday = weekdayOf(index.epoch, 0);
  const days = dayMasks(index, question, now, epochWeekday);
  const dated = question.days.size > 0 || question.from !== "" || question.to !== "";
  if (dated) {
    const wanted = [...question.days].reduce((mask, day) => mask | (1 << day), 0) || EVERY_DAY;
    tests.set("dates", (position) => (days[position] & wanted) !== 0);
  }
  const names = [...tests.keys()];
  const starts = index.runs.map((runs) => nextStart(runs, now)?.start ?? FAR);
  const failed = judge(index, [...tests.values()], starts, now);
  return {
    found: ordered(index, failed, scores, starts),
    counts: facetCounts(index, failed, names),
    days: dayCounts(days, failed, names.indexOf("dates")),
    loosened: loosened(failed, names),
  };
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

function filters(index, question, scores) {
  const tests = new Map();
  if (scores !== null) {
    tests.set("words", (position) => scores.has(index.numbers[position]));
  }
  for (const [facet, values] of question.facets) {
    if (values.size > 0) {
      const members = membership(index, facet, values);
      tests.set(facet, (position) => members[position] === 1);
    }
  }
  if (question.age !== null) {
    tests.set("age", (position) => admits(index, position, question.age));
  }
  if (question.most !== null) {
    const most = question.most * HUNDREDTHS;
    tests.set("most", (position) => {
      return !isNone(index.least[position]) && index.least[position] <= most;
    });
  }
  return tests;
}

function membership(index, facet, values) {
  const has = new Uint16Array(index.count);
  for (const value of values) {
    for (const position of index.facets.get(facet)?.get(value) ?? []) {
      has[position] += 1;
    }
  }
  const least = index.allOf.has(facet) ? values.size : 1;
  return has.map((count) => (count >= least ? 1 : 0));
}

function admits(index, position, age) {
  const { youngest, oldest } = index;
  return (isNone(youngest[position]) || youngest[position] <= age)
    && (isNone(oldest[position]) || age <= oldest[position]);
}

/** Return for each row the weekdays on which it can be come to within the asked range. */
function dayMasks(index, question, now, epochWeekday) {
  const from = question.from === "" ? null : dayNumber(index.epoch, question.from);
  const to = question.to === "" ? null : dayNumber(index.epoch, question.to);
  return index.runs.map((runs, position) => {
    if (index.when[position] === ANYTIME) {
      return EVERY_DAY;
    }
    return index.when[position] === DATED ? weekdaysWithin(runs, now, from, to, epochWeekday) : 0;
  });
}

function facetCounts(index, failed, names) {
  const counts = new Map();
  for (const [facet, values] of index.facets) {
    // where ticks ask for all, one more narrows what the others have left
    const own = index.allOf.has(facet) ? -1 : names.indexOf(facet);
    const byValue = new Map();
    for (const [value, positions] of values) {
      let count = 0;
      for (const position of positions) {
        count += passesBut(failed[position], own) ? 1 : 0;
      }
      byValue.set(value, count);
    }
    counts.set(facet, byValue);
  }
  return counts;
}

function dayCounts(days, failed, own) {
  const counts = new Array(7).fill(0);
  days.forEach((mask, position) => {
    if (passesBut(failed[position], own)) {
      for (let day = 0; day < 7; day += 1) {
        counts[day] += (mask >> day) & 1;
      }
    }
  });
  return counts;
}

/** Say whether a row would pass without the filter `own`, which is -1 where it is not in use. */
function passesBut(failed, own) {
  return failed === PASSES || (own >= 0 && failed === own);
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

/** Best words first, then soonest; by number where both are alike, which favours nobody. */
function ordered(index, failed, scores, starts) {
  const found = [];
  failed.forEach((at, position) => {
    if (at === PASSES) {
      found.push(position);
    }
  });
  const score = (position) => (scores === null ? 0 : scores.get(index.numbers[position]));
  return found.sort((one, other) => score(other) - score(one)
    || starts[one] - starts[other] || one - other);
}
