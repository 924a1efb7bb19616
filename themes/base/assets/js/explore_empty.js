// When nothing is found: which filter to let go of for how many, and what comes close.

const MOST_OFFERED = 5;

/** Show help where the result is empty, and hide it where it is not. */
export function emptyHelp(root, phrases, { result, near, loosen }) {
  const help = root.querySelector("[data-finder-empty]");
  help.hidden = result.found.length > 0;
  help.querySelector("[data-finder-nearly]").hidden = near === 0;
  const list = help.querySelector("[data-finder-loosen]");
  const looser = [...result.loosened]
    .filter(([, more]) => more > 0)
    .sort(([, one], [, other]) => other - one)
    .slice(0, MOST_OFFERED);
  list.hidden = looser.length === 0;
  list.replaceChildren(...looser.map(([filter, more]) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet";
    button.textContent = phrases.say("loosen", {
      filter: nameOf(root, filter, phrases), results: phrases.count("results", more),
    });
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
