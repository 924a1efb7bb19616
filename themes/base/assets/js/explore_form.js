// The fields and the question, each from the other. Words and filters are two forms, because a browser
// looks through every field of a form that is sent: whoever asks for words has hundreds of choices beside them.

import { readQuestion, timeValue, weekdayValue, writeQuestion } from "./question.js";

/** Read the question that the finder's fields ask, of filters that the page has. */
export function readFields(root, facets) {
  const entries = [...root.querySelectorAll("form")].flatMap((form) => [...new FormData(form)]);
  return readQuestion(new URLSearchParams(entries), facets);
}

/** Return the finder's field with a name, the first where there are several; null where there is none. */
export function fieldOf(root, name) {
  return root.querySelector(`[name="${CSS.escape(name)}"]`);
}

/**
 * Read an address, of which a page asks only what it has a field for: nobody could take away again
 * that badges should happen on a Saturday.
 */
export function readAddress(root, facets, params) {
  const places = root.querySelector("[data-finder-where]") === null ? [] : ["near", "box"];
  const sorts = [...fieldOf(root, "sort").options].map(({ value }) => value);
  const asked = [...params].filter(([name, value]) => {
    const known = [...facets, ...places].includes(name) || fieldOf(root, name) !== null;
    return known && (name !== "sort" || sorts.includes(value));
  });
  return readQuestion(new URLSearchParams(asked), facets);
}

/** Make the fields say the question. */
export function fillFields(root, question) {
  fieldOf(root, "q").value = question.words;
  const chosen = new Map([...question.facets, ["day", new Set([...question.days].map(weekdayValue))],
    ["time", new Set([...question.times].map(timeValue))], ["when", new Set([question.period])]]);
  for (const box of root.querySelectorAll("input[type=checkbox], input[type=radio]")) {
    box.checked = chosen.get(box.name)?.has(box.value) ?? false;
  }
  for (const name of ["age", "from", "to", "most", "sort"]) {
    const field = fieldOf(root, name);
    if (field !== null) {
      field.value = question[name] ?? "";
    }
  }
}

/**
 * Return a function that says, of a question, beside each part of the panel how much is chosen in it,
 * and beside its title how much in all.
 */
export function usedShower(root) {
  const groups = [...root.querySelectorAll("[data-finder-group]")].map((group) => ({
    write: writerOf(group.querySelector("[data-finder-group-count]")),
    names: namesIn(group),
  }));
  const writeAll = writerOf(root.querySelector("[data-finder-used]"));
  return (question) => {
    const asked = writeQuestion(question);
    let all = 0;
    for (const { write, names } of groups) {
      const used = names.reduce((sum, name) => sum + asked.getAll(name).length, 0);
      all += used;
      write(used || "");
    }
    writeAll(all || "");
  };
}

/** Name what a part asks; its facets are in it before their choices are. */
function namesIn(group) {
  const fields = [...group.querySelectorAll("[name]")].map(({ name }) => name);
  return [...new Set([...fields, ...[...group.querySelectorAll("[data-facet]")].map(({ dataset }) => dataset.facet)])];
}

function writerOf(element) {
  let said = element.textContent;
  return (number) => {
    if (said !== String(number)) {
      said = String(number);
      element.textContent = said;
    }
  };
}
