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
 * Return the positions in order: by the question's sort, then the soonest (for words, the nearest
 * where the reader said where they are), then by title in a catalogue, then by number, which favours
 * nobody.
 */
export function ordered({ index, filters }, question, positions, { scores, metres, starts }) {
  const { titles } = index;
  const titled = titles.length === 0 ? positions : inOrder(positions, (position) => titles[position]);
  const soonest = inOrder(titled, (position) => starts[position]);
  const sort = sortOf(question, scores, metres);
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
  return sort === "title" && titles.length > 0 ? titled : soonest;
}

/** What is nowhere, or online, comes after everything that is somewhere. */
function far(metres, position) {
  return metres[position] < 0 ? MOST - 1 : metres[position];
}

/** Sort by a whole number below 2^34, keeping the order of equals. */
function inOrder(positions, key) {
  const keys = Float64Array.from(positions, (position, at) => key(position) * ROOM + at);
  return Array.from(keys.sort(), (one) => positions[((one % ROOM) + ROOM) % ROOM]);
}
