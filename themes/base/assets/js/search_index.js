// The index's columns, from the compact form of docs/search-index.md to arrays that can be asked.

export const FORMAT = 1;
export const DATED = 0;
export const ANYTIME = 1;

const NONE = -1;
const RUN_LENGTH = 5;

/** Return running sums: what `deltas` in generator/rules/searching.py took apart. */
export function undelta(steps) {
  const values = new Int32Array(steps.length);
  let last = 0;
  for (let at = 0; at < steps.length; at += 1) {
    last += steps[at];
    values[at] = last;
  }
  return values;
}

/** Refuse a file of another format: a page may be older than the index it finds. */
export function expectFormat(part) {
  if (part.format !== FORMAT) {
    throw new Error(`index format ${part.format}, expected ${FORMAT}`);
  }
  return part;
}

/**
 * Read the core file. `allOf` names the facets of which two values ask for both. Rows are addressed by position, 0 to count - 1, in ascending order of
 * their numbers; words and cards speak of numbers, `positionOf` leads back.
 */
export function readCore(core, allOf = new Set()) {
  expectFormat(core);
  const numbers = undelta(core.numbers);
  const venueNumbers = undelta(core.venues.numbers);
  const facets = new Map();
  for (const [facet, values] of Object.entries(core.facets)) {
    facets.set(facet, new Map(Object.entries(values).map(([value, at]) => [value, undelta(at)])));
  }
  return {
    count: numbers.length,
    numbers,
    positionOf: new Map(Array.from(numbers, (number, position) => [number, position])),
    facets,
    allOf,
    youngest: core.youngest,
    oldest: core.oldest,
    least: core.least,
    when: core.when,
    closes: core.closes,
    runs: readRuns(core.run_counts, core.runs),
    venuesAt: core.at.map((places) => places.map((place) => venueNumbers[place])),
    zone: core.zone,
    language: core.language,
    epoch: core.epoch,
    weights: core.weights,
  };
}

/** Say whether a column holds nothing for a row. */
export function isNone(value) {
  return value === NONE;
}

function readRuns(counts, flat) {
  const rows = [];
  let at = 0;
  for (const count of counts) {
    const runs = [];
    for (let run = 0; run < count; run += 1) {
      const [day, step, times, start, length] = flat.slice(at, at + RUN_LENGTH);
      runs.push({ day, step, times, start, length });
      at += RUN_LENGTH;
    }
    rows.push(runs);
  }
  return rows;
}
