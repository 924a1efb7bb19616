// The form and the question, each from the other; and what each choice would find.

import { readQuestion, weekdayValue } from "./question.js";

/** Read the question that the form asks. */
export function readForm(form, facets) {
  return readQuestion(new FormData(form), facets);
}

/** Make the form say the question. */
export function fillForm(form, question) {
  form.elements.q.value = question.words;
  for (const box of form.querySelectorAll("input[type=checkbox]")) {
    const chosen = box.name === "day"
      ? [...question.days].map(weekdayValue)
      : [...(question.facets.get(box.name) ?? [])];
    box.checked = chosen.includes(box.value);
  }
  for (const name of ["age", "from", "to", "most"]) {
    form.elements[name].value = question[name] ?? "";
  }
}

/** Write beside each choice how many it would find. What finds nothing can still be unchosen. */
export function showCounts(form, { counts, days }) {
  for (const box of form.querySelectorAll("input[type=checkbox]")) {
    const count = box.name === "day"
      ? days["mon tue wed thu fri sat sun".split(" ").indexOf(box.value)]
      : counts.get(box.name)?.get(box.value) ?? 0;
    const choice = box.closest("[data-choice]");
    choice.querySelector("[data-count]").textContent = count;
    choice.classList.toggle("finds-nothing", count === 0 && !box.checked);
  }
}
