// Welsh words by their other beginnings: pêl, bêl, phêl and mhêl are one word. The rules, with their
// sources and what is left out, are those of generator/rules/mutations.py; both are held to
// tests/js/mutations_vectors.json.

const SHORTEST = 3;
// radical -> what it becomes: soft, then nasal, then aspirate
const BECOMES = new Map([
  ["p", ["b", "mh", "ph"]],
  ["t", ["d", "nh", "th"]],
  ["c", ["g", "ngh", "ch"]],
  ["b", ["f", "m"]],
  ["d", ["dd", "n"]],
  ["g", ["", "ng"]],
  ["ll", ["l"]],
  ["m", ["f"]],
  ["rh", ["r"]],
]);
const VOWELS = "aeiouwy";
const CLUSTERS = { p: "lr", t: "lr", c: "lrn", b: "lr", d: "r", g: "lr", ll: "", m: "", rh: "" };
const G_VANISHES_BEFORE = "aeowylr";
const H_BEFORE = "aeiouy";
const DIGRAPHS = ["ngh", "ch", "dd", "ff", "ll", "mh", "ng", "nh", "ph", "rh", "th"];

/** Return the other forms that a folded word may have: unchanged beginnings first, then changed. */
export function mutations(word) {
  if ([...word].length < SHORTEST) {
    return [];
  }
  const radicals = radicalsOf(word);
  const unchanged = radicals.map(([radical, rest]) => radical + rest);
  const changed = radicals.flatMap(([radical, rest]) => {
    return BECOMES.get(radical)
      .filter((start) => start || G_VANISHES_BEFORE.includes(rest[0]))
      .map((start) => start + rest);
  });
  const forms = new Set([...unchanged, ...changed, ...withOrWithoutH(word)]);
  return [...forms].filter((form) => form !== word && [...form].length >= SHORTEST);
}

/** Return the first letter of a word as Welsh counts letters: "ll" and "ngh" are one. */
function beginning(word) {
  return DIGRAPHS.find((letters) => word.startsWith(letters)) ?? word.slice(0, 1);
}

function radicalsOf(word) {
  const start = beginning(word);
  const rest = word.slice(start.length);
  const found = [...BECOMES]
    .filter(([radical, changed]) => start === radical || changed.includes(start))
    .filter(([radical]) => [...VOWELS, ...CLUSTERS[radical]].includes(beginning(rest)))
    .map(([radical]) => [radical, rest]);
  return [...G_VANISHES_BEFORE].includes(start) ? [...found, ["g", word]] : found;
}

function withOrWithoutH(word) {
  if (H_BEFORE.includes(word[0])) {
    return [`h${word}`];
  }
  return word[0] === "h" && H_BEFORE.includes(word[1]) ? [word.slice(1)] : [];
}
