// The form and the question, each from the other; and the choices of the panel.

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

/** Put the choices of every facet into the panel, from the page's template of one. */
export function fillPanel(root, offered) {
  const template = root.querySelector("template[data-finder-tick]");
  for (const fieldset of root.querySelectorAll("[data-facet]")) {
    const { facet } = fieldset.dataset;
    const choices = offered.get(facet)?.choices ?? [];
    fieldset.querySelector("[data-choices]").replaceChildren(...choices.map(({ value, words, language }) => {
      const choice = template.content.firstElementChild.cloneNode(true);
      const box = choice.querySelector("input");
      box.name = facet;
      box.value = value;
      const label = choice.querySelector("[data-choice-words]");
      label.textContent = words;
      if (language) {
        label.lang = language;
      }
      return choice;
    }));
    fieldset.querySelector("[data-narrow]")?.addEventListener("input", ({ target }) => narrow(fieldset, target.value));
  }
}

/**
 * Return a function that says, of a question, beside each part of the panel how much is chosen in it,
 * and beside its title how much in all. Made anew when other choices come.
 */
export function usedShower(form) {
  const groups = [...form.querySelectorAll("[data-finder-group]")].map((group) => ({
    write: writerOf(group.querySelector("[data-finder-group-count]")),
    names: [...new Set([...group.querySelectorAll("[name]")].map(({ name }) => name))],
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

function writerOf(element) {
  let said = element.textContent;
  return (number) => {
    if (said !== String(number)) {
      said = String(number);
      element.textContent = said;
    }
  };
}

function narrow(fieldset, typed) {
  const wanted = typed.trim().toLocaleLowerCase();
  for (const choice of fieldset.querySelectorAll("[data-choice]")) {
    const words = choice.querySelector("[data-choice-words]").textContent.toLocaleLowerCase();
    choice.hidden = !words.includes(wanted) && !choice.querySelector("input").checked;
  }
}
