// What each choice would find, beside it. A place has hundreds of choices and a phone shows none of
// them until somebody opens the panel: numbers that nobody sees are written when they are about to be.

import { timeValue, weekdayValue } from "./question.js";

export class Counts {
  #form;
  #groups = [];
  #result = null;
  #counts = null;

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
      choices: [...group.querySelectorAll("[data-choice]")].map((choice) => {
        const box = choice.querySelector("input");
        const text = document.createTextNode("");
        choice.querySelector("[data-count]").replaceChildren(text);
        return { choice, text, box, name: box.name, value: box.value, count: "", nothing: false };
      }),
    }));
    this.#writeOpen();
  }

  /** Say beside each choice how many it would find. What finds nothing can still be unchosen. */
  show(result) {
    this.#result = result;
    this.#counts = countsByName(result);
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
    for (const group of this.#groups) {
      if (group.written !== this.#result && wanted(group)) {
        group.written = this.#result;
        for (const choice of group.choices) {
          const { counts, other } = this.#counts(choice.name);
          write(choice, String(counts?.get(choice.value) ?? other));
        }
      }
    }
  }
}

/** Only what changes is written, and what was is remembered: to ask the page for it takes long too. */
function write(held, count) {
  if (held.count !== count) {
    held.count = count;
    held.text.data = count;
  }
  const nothing = count === "0" && !held.box.checked;
  if (held.nothing !== nothing) {
    held.nothing = nothing;
    held.choice.classList.toggle("finds-nothing", nothing);
  }
}

/**
 * Return a function that gives the counts of the choices with a name, worked out when they are asked
 * for, and what stands at a choice that is not among them.
 */
function countsByName(result) {
  const known = new Map();
  const dates = {
    when: () => result.periods,
    day: () => new Map(result.days.map((count, at) => [weekdayValue(at), count])),
    time: () => new Map(result.times.map((count, at) => [timeValue(at), count])),
  };
  return (name) => {
    if (!known.has(name)) {
      const counts = name in dates ? dates[name]() : result.counts(name);
      known.set(name, { counts, other: name in dates || counts === undefined ? "" : 0 });
    }
    return known.get(name);
  };
}
