// From words to a score for each row that has them all. How words are compared: docs/search-words.md.

import { tokens } from "./folding.js";
import { late } from "./late.js";
import { keepPhrases, phrasesIn } from "./search_phrases.js";
import { FIELD_BITS } from "./search_index.js";

const FIELD_MASK = (1 << FIELD_BITS) - 1;
const MOST_TOKENS = 12;
const SHORTEST_GUESSED = 4;
const LONG_WORD = 8;
const MOST_GUESSES = 3;
// the last fields of what a row is called, of what it says, and of what is related to it
const KINDS = [4, 6, 7];
const KIND_OF = Uint8Array.from({ length: FIELD_MASK + 1 }, (_, field) => KINDS.findIndex((last) => field <= last));

// places in the index's `closeness`
const EXACT = 0;
const STEM = 1;
const PREFIX = 2;
const MUTATION = 3;
const SLIP = 4;

const mutating = late(() => import("./mutations.js"));
const slipping = late(() => import("./slips.js"));

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
 * else `scores`, by position, 0 where a word is missing; `nearly()`, the scores of rows that have some
 * of the words, each word more than all else; `apart`, the positions of those that have them all, but
 * not side by side as the quotes ask; `lacking(position)`, the one word of several that a row lacks,
 * or "" where it lacks more or none; and `instead`, the words that stand in for those that find nothing, as
 * `{ typed, meant }`.
 */
export async function scoresFor(files, index, stem, words) {
  const asked = askedTokens(words, index.common);
  if (asked.length === 0) {
    return null;
  }
  // everything is in Newport: "cooking newport" asks for cooking, and only "newport" for the name
  const others = asked.filter((token) => !index.name.has(token));
  const needed = others.length > 0 ? others : asked;
  const accented = accentedTokens(words);
  const matched = await Promise.all(asked.map((token) => {
    return matchesOf(files, index, stem, token, accented.has(token));
  }));
  const found = matched.map(({ token, matches }) => {
    return { token, counts: needed.includes(token), ...worthOf(index, matches) };
  });
  const { scores, had } = added(found, index.count);
  for (let position = 0; asked.length > 1 && position < index.count; position += 1) {
    if (had[position] < needed.length) {
      scores[position] = 0;
    }
  }
  const apart = await keepPhrases(files, index, phrasesIn(words), scores);
  return {
    scores, apart,
    nearly: () => nearlyOf(index, found),
    lacking: lackingOf(found),
    instead: matched.flatMap(({ instead }) => instead),
  };
}

/** Return by position what all the words are worth, and how many of the needed ones a row has. */
function added(found, count) {
  const scores = new Int32Array(count);
  const had = new Uint8Array(count);
  for (const { counts, rows, worth } of found) {
    for (let at = 0; at < rows.length; at += 1) {
      scores[rows[at]] += worth[at];
      had[rows[at]] += counts ? 1 : 0;
    }
  }
  return { scores, had };
}

/** Return what names the one needed word of several that a row lacks. */
function lackingOf(found) {
  const needed = found.filter(({ counts }) => counts);
  let having = null;
  return (position) => {
    having ??= needed.map(({ token, rows }) => ({ token, rows: new Set(rows) }));
    const missing = having.filter(({ rows }) => !rows.has(position));
    return missing.length === 1 && needed.length > 1 ? missing[0].token : "";
  };
}

function nearlyOf(index, found) {
  const { scores, had } = added(found, index.count);
  const most = KINDS.length * Math.max(...index.weights) * Math.max(...index.closeness) * MOST_TOKENS;
  return scores.map((score, position) => (had[position] === 0 ? 0 : had[position] * most + score));
}

/** Return those words of a question that were typed with accents, folded like the others. */
function accentedTokens(words) {
  const accented = words.split(/\s+/u).filter((word) => /\p{Mn}/u.test(word.normalize("NFD")));
  return new Set(accented.flatMap(tokens));
}

/**
 * Return the words of the index that match one word, trying ever looser ways until one finds any:
 * `matches` are their postings, each with how close it is.
 */
async function matchesOf(files, index, stem, token, accented) {
  const matches = [];
  const look = (word, ways) => gather(files, index, stem, word, ways, matches);
  const { whole, ...found } = await look(token, [EXACT, STEM, PREFIX]);
  let { any } = found;
  // "cân" is no English "can": who types an accent has a Welsh word in mind
  if (index.welsh && (!whole || accented || index.language === "cy")) {
    const { mutations } = await mutating();
    const forms = mutations(token);
    const lookAll = async (ways) => {
      const found = await Promise.all(forms.map((form) => look(form, ways)));
      return found.some((it) => it.any);
    };
    any = await lookAll([MUTATION, MUTATION]) || any;
    any ||= await lookAll([SLIP, SLIP, SLIP]);
  }
  const instead = any ? [] : await guessed(files, token);
  await Promise.all(instead.map(({ meant }) => look(meant, [SLIP, SLIP, SLIP])));
  return { token, matches, instead };
}

/**
 * Add to `matches` those of a word: itself, its stem, and where there is a third way longer words that
 * begin with it. Say whether there were any, and any whole words.
 */
async function gather(files, index, stem, token, ways, matches) {
  const stemmed = stem(token);
  const prefix = ways.length > PREFIX && [...token].length >= index.shortest;
  let any = false;
  let whole = false;
  for (const { words, stems, postings } of await files.words(token, stemmed, prefix)) {
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at];
      const way = word === token ? EXACT : stems[at] === stemmed ? STEM : prefix && word.startsWith(token) ? PREFIX : -1;
      if (way >= 0) {
        any = true;
        whole ||= way !== PREFIX;
        matches.push({ postings: postings(at), closeness: index.closeness[ways[way]] });
      }
    }
  }
  return { any, whole };
}

const columns = new WeakMap(); // by index: the best match of each kind by position, all 0 between two words

/**
 * Return the rows that match and what each is worth: the best match of every kind, together. A word is
 * in few of the rows, and to make columns of all of them and go through those takes longer.
 */
function worthOf(index, matches) {
  const { positionOf, weights } = index;
  const best = columns.get(index) ?? KINDS.map(() => new Int32Array(index.count));
  columns.set(index, best);
  const rows = new Int32Array(matches.reduce((sum, { postings }) => sum + postings.length, 0));
  const [called, says, related] = best;
  let count = 0;
  for (const { postings, closeness } of matches) {
    for (let at = 0; at < postings.length; at += 1) {
      const position = positionOf[postings[at] >> FIELD_BITS];
      const field = postings[at] & FIELD_MASK;
      const kind = best[KIND_OF[field]];
      const worth = weights[field] * closeness;
      if (worth > kind[position]) {
        rows[count] = position;
        count += (called[position] | says[position] | related[position]) === 0 ? 1 : 0;
        kind[position] = worth;
      }
    }
  }
  const worth = new Int32Array(count);
  for (let at = 0; at < count; at += 1) {
    const position = rows[at];
    worth[at] = called[position] + says[position] + related[position];
    called[position] = says[position] = related[position] = 0;
  }
  return { rows: rows.subarray(0, count), worth };
}

const guesses = new WeakMap(); // by lexicon and word: a filter asks for the same words again

/** Return the words of the index that are nearest to one that finds nothing. */
async function guessed(files, token) {
  const length = [...token].length;
  if (length < SHORTEST_GUESSED) {
    return [];
  }
  const [{ nearest }, lexicon] = await Promise.all([slipping(), files.lexicon()]);
  const known = guesses.get(lexicon) ?? new Map();
  guesses.set(lexicon, known);
  if (!known.has(token)) {
    const near = nearest(token, lexicon, length >= LONG_WORD ? 2 : 1);
    known.set(token, near
      .filter(({ slips }) => slips === near[0].slips)
      .slice(0, MOST_GUESSES)
      .map(({ term }) => ({ typed: token, meant: term })));
  }
  return known.get(token);
}
