// The form and the question, each from the other.

import { readQuestion, timeValue, weekdayValue, writeQuestion } from "./question.js";

/** Read the question that the form asks, of filters that the page has. */
export function readForm(form, facets) {
  return readQuestion(new FormData(form), facets);
}

/**
 * Read an address, of which a page asks only what it has a field for: nobody could take away again
 * that badges should happen on a Saturday.
 */
export function readAddress(form, facets, params) {
  const places = form.querySelector("[data-finder-where]") === null ? [] : ["near", "box"];
  const sorts = [...form.elements.sort.options].map(({ value }) => value);
  const asked = [...params].filter(([name, value]) => {
    const known = [...facets, ...places].includes(name) || form.elements.namedItem(name) !== null;
    return known && (name !== "sort" || sorts.includes(value));
  });
  return readQuestion(new URLSearchParams(asked), facets);
}

/** Make the form say the question. */
export function fillForm(form, question) {
  form.elements.q.value = question.words;
  const chosen = new Map([...question.facets, ["day", new Set([...question.days].map(weekdayValue))],
    ["time", new Set([...question.times].map(timeValue))], ["when", new Set([question.period])]]);
  for (const box of form.querySelectorAll("input[type=checkbox], input[type=radio]")) {
    box.checked = chosen.get(box.name)?.has(box.value) ?? false;
  }
  for (const name of ["age", "from", "to", "most", "sort"]) {
    if (form.elements[name]) {
      form.elements[name].value = question[name] ?? "";
    }
  }
}

/**
 * Return a function that says, of a question, beside each part of the panel how much is chosen in it,
 * and beside its title how much in all.
 */
export function usedShower(form) {
  const groups = [...form.querySelectorAll("[data-finder-group]")].map((group) => ({
    write: writerOf(group.querySelector("[data-finder-group-count]")),
    names: namesIn(group),
  }));
  const writeAll = writerOf(form.querySelector("[data-finder-used]"));
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
