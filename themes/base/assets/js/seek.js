// The search of the first page. Its fields have no names, so that without this script nothing that was
// typed reaches an address; with it the words do, and where somebody is never does.

import { bring } from "./brought.js";
import { postcodeIn, readQuestion, writeQuestion } from "./question.js";

for (const form of document.querySelectorAll("[data-seek]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const words = form.querySelector("[data-seek-words]").value;
    const place = form.querySelector("[data-seek-where]")?.value.trim() ?? "";
    bring(place || postcodeIn(words));
    const address = new URL(form.action);
    address.search = writeQuestion(readQuestion(new URLSearchParams({ q: words }), [])).toString();
    location.assign(address);
  });
}
