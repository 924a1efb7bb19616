// From words to the numbers of the rows that have them all, with how well; and what a mistyped
// word may have meant.

import { tokens } from "./folding.js";
import { undelta } from "./search_index.js";

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
      const near = lexicon
        .map((term) => [slips(token, term, most), term])
        .filter(([distance]) => distance <= most)
        .sort(([one, a], [other, b]) => one - other || (a < b ? -1 : 1));
      meant.push(...near.slice(0, MOST_GUESSES).map(([, term]) => ({ typed: token, meant: term })));
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

/** Return the optimal string alignment distance, or more than `most` as soon as that is certain. */
function slips(one, other, most) {
  const a = [...one];
  const b = [...other];
  if (Math.abs(a.length - b.length) > most) {
    return most + 1;
  }
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(row[j - 1] + 1, last[j] + 1, last[j - 1] + changed);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        row[j] = Math.min(row[j], before[j - 2] + 1);
      }
    }
    if (Math.min(...row) > most) {
      return most + 1;
    }
    [before, last] = [last, row];
  }
  return last[b.length];
}
