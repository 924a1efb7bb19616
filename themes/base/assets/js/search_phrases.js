// Words in quotes must stand side by side, in that order, in one of a row's texts.

import { tokens } from "./folding.js";

const QUOTED = /"([^"]+)"|“([^”]+)”|«([^»]+)»/gu;
const MOST_PHRASES = 4;

/** Return the quoted phrases of a question, each as its words. A lone word is no phrase. */
export function phrasesIn(words) {
  return [...words.matchAll(QUOTED)]
    .map((match) => tokens(match[1] ?? match[2] ?? match[3]))
    .filter((phrase) => phrase.length > 1)
    .slice(0, MOST_PHRASES);
}

/** Set the score of rows that lack one of the phrases to 0, and return the positions of those. */
export async function keepPhrases(files, index, phrases, scores) {
  const apart = new Set();
  for (const phrase of phrases) {
    const has = await rowsWith(files, index, phrase);
    for (let position = 0; has !== null && position < scores.length; position += 1) {
      if (scores[position] > 0 && !has.has(index.numbers[position])) {
        scores[position] = 0;
        apart.add(position);
      }
    }
  }
  return apart;
}

/** Return the numbers of the rows with a phrase; null where all its words are too common to tell. */
async function rowsWith(files, index, phrase) {
  // the places of common words are not kept: they count as a gap of their length
  const kept = phrase.map((word, offset) => ({ word, offset })).filter(({ word }) => !index.common.has(word));
  if (kept.length === 0) {
    return null;
  }
  const standing = await Promise.all(kept.map(({ word }) => files.places(word)));
  const found = new Set();
  for (const [number, starts] of standing[0]) {
    const others = standing.slice(1).map((places) => new Set(places.get(number) ?? []));
    const together = [...starts].some((start) => others.every((places, at) => {
      return places.has(start + kept[at + 1].offset - kept[0].offset);
    }));
    if (together) {
      found.add(number);
    }
  }
  return found;
}
