// What each choice would find, beside it. A place has hundreds of choices and a phone shows none of
// them until somebody opens the panel: numbers that nobody sees are written when they are about to be.

import { timeValue, weekdayValue } from "./question.js";

export class Counts {
  #panel;
  #choices = new Map();
  #written = new Map();
  #result = null;
  #counts = null;

  constructor(panel) {
    this.#panel = panel;
    panel.whenSeen((part) => this.#write(part));
  }

  /** Say beside each choice how many it would find. What finds nothing can still be unchosen. */
  show(result) {
    this.#result = result;
    this.#counts = countsByName(result);
    this.#panel.seen.forEach((part) => this.#write(part));
  }

  #write(part) {
    if (this.#result !== null && this.#written.get(part) !== this.#result) {
      this.#written.set(part, this.#result);
      for (const choice of this.#choicesIn(part)) {
        const { counts, other } = this.#counts(choice.name);
        write(choice, String(counts?.get(choice.value) ?? other));
      }
    }
  }

  /** Return the choices of a part, looked up once they are all there. */
  #choicesIn(part) {
    const known = this.#choices.get(part);
    const inputs = part.querySelectorAll("[data-choice] input");
    if (known?.length === inputs.length) {
      return known;
    }
    const choices = [...inputs].map(placesOf);
    this.#choices.set(part, choices);
    return choices;
  }
}

function placesOf(box) {
  const choice = box.closest("[data-choice]");
  const text = document.createTextNode("");
  choice.querySelector("[data-count]").replaceChildren(text);
  return { choice, text, box, name: box.name, value: box.value, count: "", nothing: false };
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
