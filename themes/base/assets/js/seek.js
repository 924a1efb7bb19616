// The search of the first page. Its field has no name, so that without this script nothing that was
// typed reaches an address; with it the words do, and a postcode among them never does.

import { readQuestion, writeQuestion } from "./question.js";

for (const form of document.querySelectorAll("[data-seek]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const words = new URLSearchParams({ q: form.querySelector("[data-seek-words]").value });
    const address = new URL(form.action);
    address.search = writeQuestion(readQuestion(words, [])).toString();
    location.assign(address);
  });
}
