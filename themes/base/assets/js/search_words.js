// From words to the numbers of the rows that have them all, with how well; and what a mistyped
// word may have meant.

import { tokens } from "./folding.js";
import { undelta } from "./search_index.js";
import { nearest } from "./slips.js";

const FIELD_BITS = 3;
const FIELD_MASK = (1 << FIELD_BITS) - 1;
const MOST_TOKENS = 12;
const EXACT_BONUS = 2;
const SHORTEST_GUESSED = 4;
const LONG_WORD = 8;
const MOST_GUESSES = 3;

/** Return the distinct words to look for. Lone letters are dropped where there are longer words. */
export function askedTokens(words) {
  const all = [...new Set(tokens(words))];
  const longer = all.filter((token) => [...token].length > 1 || /\p{N}/u.test(token));
  return (longer.length > 0 ? longer : all).slice(0, MOST_TOKENS);
}

/**
 * Return a Map from row number to score for the rows that have every word, or null where no words
 * were asked. A word also finds longer words that begin with it, a lone letter only itself.
 */
export async function scoresFor(files, weights, words) {
  const asked = askedTokens(words);
  if (asked.length === 0) {
    return null;
  }
  const found = await Promise.all(asked.map(async (token) => {
    return scoresOf(await files.terms(token), token, weights);
  }));
  return found.reduce(together);
}

/** Return words of the index that are a slip of the finger from a word that finds nothing. */
export async function guesses(files, words) {
  const lexicon = await files.lexicon();
  const meant = [];
  for (const token of askedTokens(words)) {
    const known = lexicon.some((term) => term.startsWith(token));
    const length = [...token].length;
    if (!known && length >= SHORTEST_GUESSED) {
      const most = length >= LONG_WORD ? 2 : 1;
      const near = nearest(token, lexicon, most).slice(0, MOST_GUESSES);
      meant.push(...near.map(({ term }) => ({ typed: token, meant: term })));
    }
  }
  return meant;
}

function scoresOf(terms, token, weights) {
  const scores = new Map();
  const whole = [...token].length === 1;
  for (const [term, postings] of Object.entries(terms)) {
    const exact = term === token;
    if (exact || (!whole && term.startsWith(token))) {
      for (const posting of undelta(postings)) {
        const number = posting >> FIELD_BITS;
        const score = weights[posting & FIELD_MASK] * (exact ? EXACT_BONUS : 1);
        if (score > (scores.get(number) ?? 0)) {
          scores.set(number, score);
        }
      }
    }
  }
  return scores;
}

function together(one, other) {
  const both = new Map();
  for (const [number, score] of one) {
    if (other.has(number)) {
      both.set(number, score + other.get(number));
    }
  }
  return both;
}
