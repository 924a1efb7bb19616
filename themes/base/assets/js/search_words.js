// From words to a score for each row that has them all. How words are compared: docs/search-words.md.

import { tokens } from "./folding.js";
import { keepPhrases, phrasesIn } from "./search_phrases.js";
import { undelta } from "./search_index.js";

const FIELD_BITS = 3;
const FIELD_MASK = (1 << FIELD_BITS) - 1;
const MOST_TOKENS = 12;
const SHORTEST_GUESSED = 4;
const LONG_WORD = 8;
const MOST_GUESSES = 3;

// places in the index's `closeness`
const EXACT = 0;
const STEM = 1;
const PREFIX = 2;
const MUTATION = 3;
const SLIP = 4;

/**
 * Return the distinct words to look for. Lone letters are dropped where there are longer words, and
 * words that nearly every row has where there are others.
 */
export function askedTokens(words, common = new Set()) {
  const all = [...new Set(tokens(words))];
  const longer = all.filter((token) => [...token].length > 1 || /\p{N}/u.test(token));
  const kept = longer.length > 0 ? longer : all;
  return kept.filter((token) => !common.has(token)).slice(0, MOST_TOKENS);
}

/**
 * Score the rows of an index for words.
 *
 * `stem` is the stemmer of the index's language. Returns null where nothing that narrows was asked;
 * else `scores`, by position, 0 where a word is missing; `nearly`, the scores of rows that have some
 * of the words, each word more than all else; and `instead`, the words that stand in for those that
 * find nothing, as `{ typed, meant }`.
 */
export async function scoresFor(files, index, stem, words) {
  const asked = askedTokens(words, index.common);
  if (asked.length === 0) {
    return null;
  }
  const found = await Promise.all(asked.map((token) => matchesOf(files, index, stem, token)));
  const scores = new Int32Array(index.count);
  const nearly = new Int32Array(index.count);
  const had = new Uint8Array(index.count);
  for (const { best } of found) {
    for (let position = 0; position < index.count; position += 1) {
      if (best[position] > 0) {
        scores[position] += best[position];
        had[position] += 1;
      }
    }
  }
  const most = Math.max(...index.weights) * Math.max(...index.closeness) * MOST_TOKENS;
  for (let position = 0; position < index.count; position += 1) {
    nearly[position] = had[position] === 0 ? 0 : had[position] * most + scores[position];
    if (had[position] < asked.length) {
      scores[position] = 0;
    }
  }
  await keepPhrases(files, index, phrasesIn(words), scores);
  return { scores, nearly, instead: found.flatMap(({ instead }) => instead) };
}

/** Return the best score of one word by position, trying ever looser ways until one finds any. */
async function matchesOf(files, index, stem, token) {
  const best = new Int32Array(index.count);
  let any = await gather(files, index, stem, token, [EXACT, STEM, PREFIX], best);
  if (index.welsh && (!any || index.language === "cy")) {
    const { mutations } = await import("./mutations.js");
    for (const form of mutations(token)) {
      any = await gather(files, index, stem, form, [MUTATION, MUTATION, MUTATION], best) || any;
    }
  }
  const instead = any ? [] : await guessed(files, token);
  await Promise.all(instead.map(({ meant }) => {
    return gather(files, index, stem, meant, [SLIP, SLIP, SLIP], best);
  }));
  return { best, instead };
}

/** Raise `best` to what a word's matches are worth; say whether there were any. */
async function gather(files, index, stem, token, ways, best) {
  const stemmed = stem(token);
  const prefix = [...token].length >= index.shortest;
  let any = false;
  for (const { words, stems, postings } of await files.words(token, stemmed, prefix)) {
    words.forEach((word, at) => {
      const way = word === token ? 0 : stems[at] === stemmed ? 1 : prefix && word.startsWith(token) ? 2 : -1;
      if (way >= 0) {
        any = true;
        raise(index, postings[at], index.closeness[ways[way]], best);
      }
    });
  }
  return any;
}

function raise(index, postings, closeness, best) {
  for (const posting of undelta(postings)) {
    const position = index.positionOf.get(posting >> FIELD_BITS);
    const score = index.weights[posting & FIELD_MASK] * closeness;
    if (score > best[position]) {
      best[position] = score;
    }
  }
}

/** Return the words of the index that are nearest to one that finds nothing. */
async function guessed(files, token) {
  const length = [...token].length;
  if (length < SHORTEST_GUESSED) {
    return [];
  }
  const [{ nearest }, lexicon] = await Promise.all([import("./slips.js"), files.lexicon()]);
  const near = nearest(token, lexicon, length >= LONG_WORD ? 2 : 1);
  return near
    .filter(({ slips }) => slips === near[0].slips)
    .slice(0, MOST_GUESSES)
    .map(({ term }) => ({ typed: token, meant: term }));
}
