// A list of saved things: what may stand in it, how a link carries it, where its cards are. An id is
// the address of a record's page without the last slash: "opportunities/robotics". No script here
// touches the page, so that Node can try it.

const MOST = 200;
const LONGEST_FRAGMENT = 20_000;
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;
const LONGEST_SLUG = 80;
// a link says o=robotics+radio&b=first-robot: it has to survive being typed off a sheet of paper
const FOLDERS = new Map([["o", "opportunities"], ["b", "badges"], ["p", "pathways"]]);

/** Say whether something is the id of what can be saved. */
export function isId(id) {
  if (typeof id !== "string") return false;
  const [folder, slug, more] = id.split("/");
  return more === undefined && [...FOLDERS.values()].includes(folder) && isSlug(slug);
}

function isSlug(slug) {
  return slug !== undefined && slug.length <= LONGEST_SLUG && SLUG.test(slug);
}

/** Return what of anything at all is a list: ids alone, each once, no more than a list holds. */
export function cleaned(ids) {
  return Array.isArray(ids) ? [...new Set(ids.filter(isId))].slice(0, MOST) : [];
}

/** Say whether nothing more goes onto a list. */
export function isFull(ids) {
  return ids.length >= MOST;
}

/** Return the fragment, without its #, by which a link carries a list. */
export function toFragment(ids) {
  return [...FOLDERS]
    .map(([letter, folder]) => [letter, ids.filter((id) => id.startsWith(`${folder}/`))])
    .filter(([, found]) => found.length > 0)
    .map(([letter, found]) => `${letter}=${found.map((id) => id.split("/")[1]).join("+")}`)
    .join("&");
}

/** Return the list that a fragment carries, whoever wrote it; what is no id in it is left out. */
export function fromFragment(fragment) {
  if (fragment.length > LONGEST_FRAGMENT) return [];
  const ids = fragment.replace(/^#/u, "").split("&").flatMap((part) => {
    const [letter, slugs = ""] = part.split("=");
    return slugs.split("+").map((slug) => `${FOLDERS.get(letter)}/${slug}`);
  });
  return cleaned(ids);
}

/** Return the number of the file that an id's card is in: FNV-1a, as generator/rules/shelves.py. */
export function shelfOf(id, shelves) {
  let mixed = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(id)) {
    mixed = Math.imul(mixed ^ byte, 0x01000193) >>> 0;
  }
  return mixed % shelves;
}
