// When nothing is found: which filter to let go of for how many, and what comes close.

const MOST_OFFERED = 5;

/**
 * Show help where the result is empty, and hide it where it is not. `apart` holds the positions that
 * have all the words, but not as the quotes ask.
 */
export function emptyHelp(root, phrases, { result, apart = new Set(), near, loosen }) {
  const help = root.querySelector("[data-finder-empty]");
  help.hidden = result.found.length > 0;
  help.querySelector("[data-finder-nearly]").hidden = near === 0;
  const list = help.querySelector("[data-finder-loosen]");
  const inAnyOrder = result.nearly.filter((position) => apart.has(position)).length;
  const looser = [
    ["quotes", inAnyOrder], // first: it lets go of nothing that was asked for
    ...[...result.loosened].sort(([, one], [, other]) => other - one),
  ].filter(([, more]) => more > 0).slice(0, MOST_OFFERED);
  list.hidden = looser.length === 0;
  list.replaceChildren(...looser.map(([filter, more]) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet";
    const results = phrases.count("results", more);
    button.textContent = filter === "quotes"
      ? phrases.say("any-order", { results })
      : phrases.say("loosen", { filter: nameOf(root, filter, phrases), results });
    button.addEventListener("click", () => loosen(filter));
    const item = document.createElement("li");
    item.append(button);
    return item;
  }));
}

/** A filter is called what its legend or label in the form calls it. */
function nameOf(root, filter, phrases) {
  if (filter === "words" || filter === "box") {
    return phrases.say(filter);
  }
  return root.querySelector(`[data-filter="${filter}"] [data-filter-name]`)?.textContent.trim() ?? filter;
}
