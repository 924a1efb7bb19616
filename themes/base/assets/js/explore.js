// The finder on /explore/: reads the form, asks the index, shows list, counts and map of one and the
// same result set. The page lists everything by itself until the index is here, and if it never is.
// docs/explore-page.md says which hooks the page must have.

import { answer } from "./finding.js";
import { cardFiller } from "./explore_cards.js";
import { emptyHelp } from "./explore_empty.js";
import { fillForm, readForm, showCounts } from "./explore_form.js";
import { mapInStep } from "./explore_map.js";
import { tokens } from "./folding.js";
import { Phrases, readBlock } from "./phrases.js";
import { readQuestion, without, writeQuestion } from "./question.js";
import { wallMinute } from "./search_dates.js";
import { SearchFiles } from "./search_files.js";
import { readCore } from "./search_index.js";
import { guesses, scoresFor } from "./search_words.js";

const PAGE = 20;
const TYPING_MILLISECONDS = 150;

class Explorer {
  #root;
  #form;
  #phrases;
  #files;
  #index;
  #facets;
  #fill;
  #map;
  #question;
  #found = [];
  #shown = 0;
  #turn = 0;

  constructor(root, files, index) {
    const phrases = new Phrases(readBlock(root, "[data-finder-phrases]"), document.documentElement.lang);
    this.#root = root;
    this.#form = root.querySelector("[data-finder-form]");
    this.#phrases = phrases;
    this.#files = files;
    this.#index = index;
    this.#facets = [...this.#form.querySelectorAll("[data-facet]")].map(({ dataset }) => dataset.facet);
    this.#fill = cardFiller(root, index, phrases);
    this.#map = mapInStep(root, files, index, this.#fill);
    this.#question = readQuestion(new URLSearchParams(location.search), this.#facets);
    fillForm(this.#form, this.#question);
    this.#listen();
  }

  #listen() {
    let typing = 0;
    this.#form.addEventListener("input", ({ target }) => {
      clearTimeout(typing);
      const wait = target.matches("input:not([type=checkbox])") ? TYPING_MILLISECONDS : 0;
      typing = setTimeout(() => this.#asked(wait > 0), wait);
    });
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(typing);
      this.#asked(false);
      this.#root.querySelector("[data-finder-heading]").focus();
    });
    this.#form.addEventListener("reset", (event) => {
      event.preventDefault(); // resetting would bring back what the address asked for at first
      this.ask(readQuestion(new URLSearchParams(), this.#facets));
    });
    this.#root.querySelector("[data-finder-more]").addEventListener("click", () => this.#showMore());
    addEventListener("popstate", () => {
      this.#question = readQuestion(new URLSearchParams(location.search), this.#facets);
      fillForm(this.#form, this.#question);
      this.update();
    });
  }

  /** Ask something that did not come from the form, and let the form say it. */
  ask(question) {
    fillForm(this.#form, question);
    this.#asked(false);
  }

  /** A word in the making replaces the entry in the history, a choice makes one to go back to. */
  #asked(typing) {
    this.#question = readForm(this.#form, this.#facets);
    const query = writeQuestion(this.#question).toString();
    const address = query ? `?${query}` : location.pathname;
    if (`?${query}` !== (location.search || "?")) {
      history[typing ? "replaceState" : "pushState"](null, "", address);
    }
    this.update();
  }

  /** Answer the question again and show the answer, unless another was asked meanwhile. */
  async update() {
    this.#turn += 1;
    const turn = this.#turn;
    try {
      const scores = await scoresFor(this.#files, this.#index.weights, this.#question.words);
      const now = wallMinute(this.#index.epoch, this.#index.zone, new Date());
      const result = answer(this.#index, this.#question, scores, now);
      const first = await this.#cards(result.found.slice(0, PAGE), now);
      const meant = result.found.length === 0 && scores?.size === 0
        ? await guesses(this.#files, this.#question.words) : [];
      if (turn === this.#turn) {
        this.#show(result, first, meant);
      }
    } catch (error) {
      if (turn === this.#turn) {
        this.#announce(this.#phrases.say("failed"));
        console.warn("the finder could not answer:", error.message);
      }
    }
  }

  #cards(positions, now) {
    const numbers = positions.map((position) => this.#index.numbers[position]);
    return this.#files.cards(numbers).then((cards) => {
      return cards.map((card, at) => this.#fill(card, positions[at], now));
    });
  }

  #show(result, first, meant) {
    this.#found = result.found;
    this.#shown = first.length;
    this.#root.querySelector("[data-finder-list]").replaceChildren(...first);
    this.#offerMore();
    showCounts(this.#form, result);
    emptyHelp(this.#root, this.#phrases, {
      result,
      meant,
      loosen: (filter) => this.ask(without(this.#question, filter)),
      replace: (typed, word) => this.ask({ ...this.#question, words: meantWords(this.#question.words, typed, word) }),
    });
    this.#announce(this.#phrases.count("results", result.found.length));
    this.#map.show(result.found);
  }

  async #showMore() {
    const now = wallMinute(this.#index.epoch, this.#index.zone, new Date());
    const turn = this.#turn;
    const next = await this.#cards(this.#found.slice(this.#shown, this.#shown + PAGE), now);
    if (turn === this.#turn) {
      this.#root.querySelector("[data-finder-list]").append(...next);
      this.#shown += next.length;
      this.#offerMore();
      next[0]?.querySelector("a").focus(); // the button may be gone, and reading goes on here
    }
  }

  #offerMore() {
    const left = this.#found.length - this.#shown;
    const button = this.#root.querySelector("[data-finder-more]");
    button.hidden = left === 0;
    button.textContent = this.#phrases.say("more", { number: Math.min(left, PAGE) });
  }

  #announce(words) {
    this.#root.querySelector("[data-finder-status]").textContent = words;
  }
}

/** Return the words with a mistyped one replaced, wherever punctuation or case hid it. */
function meantWords(words, typed, meant) {
  const parts = words.split(/(\s+)/u);
  const at = parts.findIndex((part) => tokens(part).includes(typed));
  return at < 0 ? meant : [...parts.slice(0, at), meant, ...parts.slice(at + 1)].join("");
}

/** Return the facets of which two ticks ask for both: who needs a ramp and a hearing loop needs both. */
function askingForAll(root) {
  return new Set([...root.querySelectorAll("[data-all-of]")].map(({ dataset }) => dataset.facet));
}

async function start(root) {
  const { core, terms } = root.dataset;
  const url = (href) => new URL(href, document.baseURI);
  const files = new SearchFiles(url(core), terms ? url(terms) : "");
  const explorer = new Explorer(root, files, readCore(await files.core(), askingForAll(root)));
  await explorer.update();
  root.hidden = false;
  document.querySelector("[data-finder-plain]").hidden = true;
}

const root = document.querySelector("[data-finder]");
if (root !== null) {
  start(root).catch((error) => console.warn("the finder could not start:", error.message));
}
