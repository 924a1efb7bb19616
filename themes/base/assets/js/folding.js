// Words as the finder compares them: without case, accents or punctuation. generator/rules/folding.py
// does the same to the words of the index; tests/js/folding_vectors.json holds both to it.

const PLAIN_LETTERS = new Map(Object.entries({
  "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h",
  "ı": "i", "ς": "σ",
}));
const APOSTROPHES = /['\u2019\u2018\u02bc\u02b9`\u00b4]/gu;
const LONGEST_TOKEN = 40;
const SHARD_KEY_LENGTH = 2;

/** Return the text without case and accents. */
export function fold(text) {
  const lowered = text.replace(APOSTROPHES, "").normalize("NFKD").toLowerCase().normalize("NFKD");
  const bare = lowered.replace(/\p{Mn}/gu, "");
  return bare
    .replace(/[ßæœøđðþłħıς]/gu, (letter) => PLAIN_LETTERS.get(letter))
    .replace(APOSTROPHES, "");
}

/** Return the folded words of the text, in order. */
export function tokens(text) {
  const words = fold(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return words.map((word) => [...word].slice(0, LONGEST_TOKEN).join(""));
}

/** Return the part of a word that says in which shard of the index it stands. */
export function shardKey(token) {
  return [...token].slice(0, SHARD_KEY_LENGTH).join("");
}
