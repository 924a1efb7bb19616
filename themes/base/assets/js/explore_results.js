// The list of results: its cards, more of them, and what stands around it. The list is the primary
// thing; a map only draws what it holds.

import { hide } from "./explore_cards.js";
import { showChosen } from "./explore_chosen.js";
import { late } from "./late.js";
import { decorate } from "./saving.js";

const PAGE = 20;
const FIRST = 6; // what a screen holds; what is not here yet of a page is not asked for before they are
const CLOSE = 3;

const helping = late(() => import("./explore_empty.js"));

export class Results {
  #root;
  #phrases;
  #files;
  #index;
  #fill;
  #answered = null;
  #elements = [];
  #places = new Map();
  #lengthening = Promise.resolve();

  /** `fill` makes the element of a card (explore_cards.js). */
  constructor(root, phrases, files, index, fill) {
    this.#root = root;
    this.#phrases = phrases;
    this.#files = files;
    this.#index = index;
    this.#fill = fill;
    this.#find("[data-finder-more]").addEventListener("click", () => this.#showMore());
  }

  /**
   * Show the first cards of an answer, or nothing of it where another was given meanwhile. `answered`
   * is `{ result, metres, words }`; nothing found shows what comes close. Returns whether it is shown.
   */
  async show(answered) {
    this.#answered = answered;
    const { result } = answered;
    answered.shown = result.found.length > 0 ? result.found : closest(answered);
    const page = answered.shown.slice(0, PAGE);
    const here = await this.#files.hasCards(page.map((position) => this.#index.numbers[position]));
    const first = await this.#cards(page.slice(0, here ? PAGE : FIRST));
    if (this.#answered !== answered) {
      return false;
    }
    this.#put(first);
    this.#offerMore();
    this.announce(this.#phrases.count("results", result.found.length));
    return true;
  }

  /** Put the finder in the plain page's place, in one step: what is read never stands there twice. */
  appear() {
    if (this.#root.hidden) {
      this.#root.hidden = false;
      document.querySelector("[data-finder-plain]").hidden = true;
    }
  }

  /** Show the rest of the first page. */
  async complete() {
    await this.#extend(PAGE);
  }

  /**
   * Say what is asked for, what stands in for mistyped words, and what to do where nothing is found.
   * `words` is what `scoresFor` found, or null.
   */
  async explain({ panel, origin, question, words, ask, loosen }) {
    const { result, shown } = this.#answered;
    const phrases = this.#phrases;
    const list = this.#find("[data-finder-chosen]");
    showChosen(this.#root, list, panel, { phrases, epoch: this.#index.epoch, origin, question, ask });
    const said = this.#find("[data-finder-said]");
    write(said, [...byWord(words?.instead ?? [])].map(([typed, meant]) => {
      return phrases.say("instead", { typed, meant: meant.join(", ") });
    }).join(" "));
    hide(said, said.textContent === "");
    write(this.#find("[data-finder-show]"), phrases.count("results", result.found.length));
    const help = this.#find("[data-finder-empty]");
    const inHelp = help.contains(document.activeElement);
    if (result.found.length > 0) {
      hide(help, true);
    } else {
      const { emptyHelp } = await helping();
      emptyHelp(this.#root, phrases, { result, question, words, near: shown.length, ask, loosen });
    }
    if (inHelp) {
      this.#find("[data-finder-heading]").focus(); // what had the focus is gone
    }
  }

  announce(words) {
    this.#find("[data-finder-status]").textContent = words;
  }

  /** Return the card of a position, the list being lengthened to hold it; null where it is not in it. */
  async reveal(position) {
    const at = this.#answered.shown.indexOf(position);
    if (at >= this.#elements.length) {
      await this.#extend(at + 1);
    }
    return this.#root.querySelector(`[data-finder-list] [data-position="${position}"]`);
  }

  /** Return what fills the cards of some positions, given the element of another card or null. */
  async #cards(positions) {
    const { result: { starts }, metres } = this.#answered;
    const cards = await this.#files.cards(positions.map((position) => this.#index.numbers[position]));
    return (await Promise.all(cards)).map((card, at) => {
      const position = positions[at];
      return (old) => this.#fill(old, card, position, starts[position], metres?.[position] ?? -1);
    });
  }

  /** Write cards into those that are in the list, which is made as long as they are many. */
  #put(cards) {
    const list = this.#find("[data-finder-list]");
    this.#elements = cards.map((card, at) => card(this.#elements[at] ?? null));
    const wanted = new Set(this.#elements);
    [...list.children].filter((one) => !wanted.has(one)).forEach((one) => one.remove());
    list.append(...this.#elements.filter((one) => one.parentNode !== list));
    decorate(list);
  }

  async #showMore() {
    const next = await this.#extend(this.#elements.length + PAGE);
    next[0]?.querySelector("a").focus(); // the button may be gone, and reading goes on here
  }

  /** Lengthen the list to so many cards, one call after the other; return those that came to it. */
  #extend(length) {
    const next = this.#lengthening.then(() => this.#lengthen(length));
    this.#lengthening = next.catch(() => {}); // whoever asked hears of it
    return next;
  }

  async #lengthen(length) {
    const answered = this.#answered;
    const next = await this.#cards(answered.shown.slice(this.#elements.length, length));
    if (this.#answered !== answered) {
      return [];
    }
    const elements = next.map((card) => card(null));
    if (elements.length > 0) {
      this.#elements.push(...elements);
      this.#find("[data-finder-list]").append(...elements);
      decorate(this.#find("[data-finder-list]"));
      this.#offerMore();
    }
    return elements;
  }

  #offerMore() {
    const left = this.#answered.shown.length - this.#elements.length;
    const button = this.#find("[data-finder-more]");
    hide(button, left <= 0);
    write(button, this.#phrases.say("more", { number: Math.min(left, PAGE) }));
  }

  /** A page of hundreds of choices is looked through once for each of its places. */
  #find(selector) {
    if (!this.#places.has(selector)) {
      this.#places.set(selector, this.#root.querySelector(selector));
    }
    return this.#places.get(selector);
  }
}

/**
 * Return the rows that fail one filter only, those with most of the words first. What has not one of
 * the words is not close.
 */
function closest({ result, words }) {
  const nearly = words?.nearly();
  const weight = (position) => nearly?.[position] ?? 0;
  return result.nearly
    .filter((position) => result.failing(position) !== "words" || weight(position) > 0)
    .sort((one, other) => weight(other) - weight(one))
    .slice(0, CLOSE);
}

/** Written again, the same words would be laid out again. */
function write(element, words) {
  if (element.textContent !== words) {
    element.textContent = words;
  }
}

function byWord(instead) {
  const words = new Map();
  for (const { typed, meant } of instead) {
    words.set(typed, [...(words.get(typed) ?? []), meant]);
  }
  return words;
}
