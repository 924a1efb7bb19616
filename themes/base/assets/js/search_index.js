// The index's columns, from the compact form of docs/search-index.md to arrays that can be asked.

export const FORMAT = 2;
export const DATED = 0;
export const ANYTIME = 1;
/** A posting is a row's number and, in these last bits, the field in which the word stands. */
export const FIELD_BITS = 3;

const NONE = -1;
const DEGREE_SCALE = 100_000;

/** Return running sums: what `deltas` in generator/rules/search/files.py took apart. */
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
 * Read the core file. Rows are addressed by position, 0 to count - 1, in ascending order of
 * their numbers; words and cards speak of numbers, `positionOf` leads back (-1 from a number of no row).
 */
export function readCore(core) {
  expectFormat(core);
  const numbers = undelta(core.numbers);
  return {
    count: numbers.length,
    numbers,
    positionOf: positionsBy(numbers),
    when: Uint8Array.from(core.when),
    closes: core.closes,
    patterns: core.patterns,
    sittings: {
      from: offsets(core.sitting_counts),
      pattern: Int32Array.from(core.sitting_pattern),
      start: Int32Array.from(core.sitting_start),
      length: Int32Array.from(core.sitting_length),
    },
    venues: { numbers: undelta(core.venues.numbers), ...degrees(core.venues) },
    at: lists(core.at_counts, core.at),
    titles: core.titles ?? [],
    areas: { ids: core.areas.ids, names: core.areas.names, ...degrees(core.areas) },
    within: lists(core.within_counts, core.within),
    zone: core.zone,
    language: core.language,
    epoch: core.epoch,
    weights: core.weights,
    closeness: core.closeness,
    common: new Set(core.common),
    name: new Set(core.name),
    shortest: core.shortest,
    welsh: core.welsh,
  };
}

/** Read the file of filters: values by facet, what they are called, and columns to narrow by. */
export function readFilters(part) {
  const facets = new Map();
  for (const [facet, values] of Object.entries(part.facets)) {
    facets.set(facet, new Map(Object.entries(values).map(([value, at]) => [value, undelta(at)])));
  }
  return {
    facets,
    offered: new Map(part.offered.map(({ name, all, choices }) => [name, {
      allOf: all,
      choices: choices.map(([value, words, language, ...synonyms]) => ({ value, words, language, synonyms })),
    }])),
    suggestions: part.suggestions.map(([kind, words, path]) => ({ kind, words, path })),
    holidays: part.holidays.map(([words, first, last]) => ({ words, first, last })),
    youngest: part.youngest,
    oldest: part.oldest,
    least: part.least,
    checked: part.checked,
    added: part.added,
  };
}

/** Say whether a column holds nothing for a row. */
export function isNone(value) {
  return value === NONE;
}

/** Return the numbers of the venues at which a row happens. */
export function venuesAt(index, position) {
  return Array.from(valuesAt(index.at, position), (at) => index.venues.numbers[at]);
}

/** Say whether a row happens at a venue whose place may be shown. */
export function hasPoint({ at: { from } }, position) {
  return from[position] < from[position + 1];
}

/** Return a row's list out of two columns, how many and all of them. */
export function valuesAt({ from, values }, position) {
  return values.subarray(from[position], from[position + 1]);
}

/** Numbers are given out one after the other, so that the last is not much more than there are rows. */
function positionsBy(numbers) {
  const positions = new Int32Array((numbers.at(-1) ?? -1) + 1).fill(NONE);
  numbers.forEach((number, position) => { positions[number] = position; });
  return positions;
}

function lists(counts, values) {
  return { from: offsets(counts), values: Int32Array.from(values) };
}

/** Return where each row's part begins, and at the end where the last one ends. */
function offsets(counts) {
  const from = new Int32Array(counts.length + 1);
  counts.forEach((count, at) => { from[at + 1] = from[at] + count; });
  return from;
}

function degrees({ latitude, longitude }) {
  const scaled = (steps) => Float64Array.from(undelta(steps), (value) => value / DEGREE_SCALE);
  return { latitude: scaled(latitude), longitude: scaled(longitude) };
}
