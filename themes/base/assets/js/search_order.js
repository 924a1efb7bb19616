// The order of results. Keys are whole numbers in one Float64Array, which a browser sorts natively:
// fifty thousand rows compared by a function would take longer than a finger waits.

const ROOM = 2 ** 18; // for a row's place in the order that decides between equals
const MOST = 2 ** 34;

/** Return what a question is sorted by: what it says, or what suits it best. */
export function sortOf(question, scores, metres) {
  if (question.sort === "near" ? metres !== null : question.sort !== "") {
    return question.sort === "best" && scores === null ? "soonest" : question.sort;
  }
  return scores !== null ? "best" : metres !== null ? "near" : "soonest";
}

/**
 * Return the positions, a list of its own, in order: by the question's sort, then the soonest (for
 * words, the nearest where the reader said where they are), then by title in a catalogue, then by
 * number, which favours nobody.
 */
export function ordered({ index, filters, calendar }, question, positions, { scores, metres, starts }) {
  const sort = sortOf(question, scores, metres);
  if (sort === "title" && index.titles.length > 0) {
    return inOrder(positions, (position) => index.titles[position]);
  }
  const soonest = bySoonest(index, calendar, positions, starts);
  if (sort === "best") {
    const near = metres === null ? soonest : inOrder(soonest, (position) => far(metres, position));
    return inOrder(near, (position) => -scores[position]);
  }
  if (sort === "near") {
    return inOrder(soonest, (position) => far(metres, position));
  }
  if (sort === "newest" || sort === "checked") {
    const days = filters[sort === "newest" ? "added" : "checked"];
    return inOrder(soonest, (position) => -days[position]);
  }
  return soonest;
}

/**
 * Return the positions by when they start, then by title. What all rows are sorted by is the same
 * until a meeting is over, and is what nearly every question asks about: it is sorted once.
 */
function bySoonest(index, calendar, positions, starts) {
  const titled = (some) => (index.titles.length === 0 ? some : inOrder(some, (position) => index.titles[position]));
  const sorted = (some) => inOrder(titled(some), (position) => starts[position]);
  if (!calendar.isStarts(starts)) {
    return sorted(positions);
  }
  const order = calendar.once("order", () => sorted(Int32Array.from(starts, (_, position) => position)));
  return among(positions, order);
}

/** Return the positions as they stand in `order`, which holds them and others. */
function among(positions, order) {
  const asked = new Uint8Array(order.length);
  for (let at = 0; at < positions.length; at += 1) {
    asked[positions[at]] = 1;
  }
  const found = new Int32Array(positions.length);
  for (let at = 0, count = 0; count < found.length; at += 1) {
    if (asked[order[at]] === 1) {
      found[count] = order[at];
      count += 1;
    }
  }
  return found;
}

/** What is nowhere, or online, comes after everything that is somewhere. */
function far(metres, position) {
  return metres[position] < 0 ? MOST - 1 : metres[position];
}

/** Sort by a whole number below 2^34, keeping the order of equals. */
function inOrder(positions, key) {
  const keys = new Float64Array(positions.length);
  for (let at = 0; at < keys.length; at += 1) {
    keys[at] = key(positions[at]) * ROOM + at;
  }
  keys.sort();
  const order = new Int32Array(keys.length);
  for (let at = 0; at < order.length; at += 1) {
    order[at] = positions[keys[at] - Math.floor(keys[at] / ROOM) * ROOM]; // % takes a browser longer than the sort
  }
  return order;
}
