// When nothing is found: what was perhaps meant, and which filter to let go of for how many.

/** Show help where the result is empty, and hide it where it is not. */
export function emptyHelp(root, phrases, { result, meant, loosen, replace }) {
  const help = root.querySelector("[data-finder-empty]");
  help.hidden = result.found.length > 0;
  const guessed = meant.map(({ typed, meant: word }) => {
    return button(phrases.say("meant", { word }), () => replace(typed, word));
  });
  const looser = [...result.loosened]
    .filter(([, more]) => more > 0)
    .sort(([, one], [, other]) => other - one)
    .map(([filter, more]) => {
      const results = phrases.count("results", more);
      return button(phrases.say("loosen", { filter: nameOf(root, filter, phrases), results }), () => loosen(filter));
    });
  fill(help.querySelector("[data-finder-meant]"), guessed);
  fill(help.querySelector("[data-finder-loosen]"), looser);
}

/** A filter is called what its legend in the form calls it. */
function nameOf(root, filter, phrases) {
  const legend = root.querySelector(`[data-filter="${filter}"] [data-filter-name]`);
  return legend?.textContent.trim() ?? phrases.say("words");
}

function fill(list, buttons) {
  list.hidden = buttons.length === 0;
  list.replaceChildren(...buttons.map((one) => {
    const item = document.createElement("li");
    item.append(one);
    return item;
  }));
}

function button(words, act) {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = words;
  element.addEventListener("click", act);
  return element;
}
