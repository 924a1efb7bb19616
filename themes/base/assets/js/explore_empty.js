// When nothing is found: which filter to let go of for how many, and what comes close.

import { tokens } from "./folding.js";
import { without } from "./question.js";

const MOST_OFFERED = 5;
const QUOTES = /["“”«»]/u;

/**
 * Show help where the result is empty, and hide it where it is not. `words` is what `scoresFor` found,
 * or null.
 */
export function emptyHelp(root, phrases, { result, question, words, near, ask, loosen }) {
  const help = root.querySelector("[data-finder-empty]");
  help.hidden = result.found.length > 0;
  help.querySelector("[data-finder-nearly]").hidden = near === 0;
  const list = help.querySelector("[data-finder-loosen]");
  const named = (filter, more) => phrases.say("loosen", { filter, results: phrases.count("results", more) });
  const offers = [
    ...ofWords({ result, question, words }).map(({ token, more, left }) => ({
      more,
      words: token === "" ? phrases.say("any-order", { results: phrases.count("results", more) }) : named(token, more),
      take: () => ask(left),
    })),
    ...byMost(result.loosened).map(([filter, more]) => ({
      more, words: named(nameOf(root, filter, phrases), more), take: () => loosen(filter),
    })),
  ].filter(({ more }) => more > 0).slice(0, MOST_OFFERED);
  list.hidden = offers.length === 0;
  list.replaceChildren(...offers.map((offer) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet";
    button.textContent = offer.words;
    button.addEventListener("click", offer.take);
    const item = document.createElement("li");
    item.append(button);
    return item;
  }));
}

/**
 * Return what lets go of less than all the words, as `{ token, more, left }`: the same in any order
 * where they stand in quotes (`token` is ""), else all but one.
 */
function ofWords({ result, question, words }) {
  if (words === null) {
    return [];
  }
  const missed = [...result.nearly].filter((position) => result.failing(position) === "words");
  if (QUOTES.test(question.words)) {
    const more = missed.filter((position) => words.apart.has(position)).length;
    return [{ token: "", more, left: without(question, "quotes") }];
  }
  const counts = new Map();
  for (const token of missed.map(words.lacking).filter(Boolean)) {
    counts.set(token, (counts.get(token) ?? 0) + 1);
  }
  const typed = question.words.trim().split(/\s+/u);
  return byMost(counts).map(([token, more]) => {
    const left = typed.filter((word) => tokens(word).join() !== token);
    // of "pêl-droed" one cannot let go of half
    return { token, more: left.length < typed.length ? more : 0, left: { ...question, words: left.join(" ") } };
  });
}

/** Return what finds most first, but last of all without any words: that is hardly an answer. */
function byMost(counts) {
  const weight = ([name, more]) => (name === "words" ? 0 : more);
  return [...counts].sort((one, other) => weight(other) - weight(one));
}

/** A filter is called what its legend or label in the form calls it. */
function nameOf(root, filter, phrases) {
  if (filter === "words" || filter === "box") {
    return phrases.say(filter);
  }
  return root.querySelector(`[data-filter="${filter}"] [data-filter-name]`)?.textContent.trim() ?? filter;
}
