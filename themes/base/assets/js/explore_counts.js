// What each choice would find, beside it. A place has hundreds of choices and a phone shows none of
// them until somebody opens the panel: numbers that nobody sees are written when they are about to be.

import { timeValue, weekdayValue } from "./question.js";

export class Counts {
  #form;
  #groups = [];
  #result = null;

  constructor(form) {
    this.#form = form;
    // a press opens a part only afterwards; what opens it otherwise, as searching in the page does,
    // tells of it when it is open
    for (const event of ["click", "toggle"]) {
      form.addEventListener(event, ({ target }) => this.#opening(target.closest("summary, details")), true);
    }
    this.collect();
  }

  /** Take note of the choices that there are; they come with the file of filters. */
  collect() {
    this.#groups = [...this.#form.querySelectorAll("[data-finder-group]")].map((group) => ({
      group,
      written: null,
      choices: [...group.querySelectorAll("[data-choice]")].map((choice) => ({
        choice, box: choice.querySelector("input"), place: choice.querySelector("[data-count]"),
      })),
    }));
    this.#writeOpen();
  }

  /** Say beside each choice how many it would find. What finds nothing can still be unchosen. */
  show(result) {
    this.#result = result;
    this.#writeOpen();
  }

  #writeOpen() {
    this.#write(({ group }) => group.open && (group.parentElement.closest("details")?.open ?? true));
  }

  #opening(part) {
    const details = part?.closest("details");
    if (details) {
      this.#write(({ group }) => group === details || (details.contains(group) && group.open));
    }
  }

  #write(wanted) {
    if (this.#result === null) {
      return;
    }
    const stale = this.#groups.filter((one) => one.written !== this.#result && wanted(one));
    const known = stale.length === 0 ? null : countsByName(this.#result);
    for (const group of stale) {
      group.written = this.#result;
      for (const { choice, box, place } of group.choices) {
        const counts = known.get(box.name);
        const count = String(counts?.get(box.value) ?? (this.#result.counts.has(box.name) ? 0 : ""));
        if (place.textContent !== count) {
          place.textContent = count;
        }
        choice.classList.toggle("finds-nothing", count === "0" && !box.checked);
      }
    }
  }
}

function countsByName({ counts, days, times, periods }) {
  return new Map([...counts, ["when", periods],
    ["day", new Map(days.map((count, at) => [weekdayValue(at), count]))],
    ["time", new Map(times.map((count, at) => [timeValue(at), count]))]]);
}
