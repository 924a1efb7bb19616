// Result cards, from the page's own template: markup is the theme's, words become text nodes.

import { hasPoint } from "./search_index.js";
import { FAR, MINUTES_IN_DAY, dateOfDay } from "./search_dates.js";

const METRES_IN_A_MILE = 1609.344;
const NEAR_MILES = 10; // from here on tenths say more than anybody can use

/**
 * Return a function that fills a card. It is given the element of another one to write into, or null
 * to make one; the card, its position in the index, when its next meeting starts, and the metres to it
 * (-1 for unknown). It returns the element. To write words anew takes a browser a fraction of what it
 * takes to make, style and lay out elements.
 */
export function cardFiller(root, index, phrases) {
  const template = root.querySelector("template[data-finder-card]");
  const { pages = "", files = "" } = root.dataset;
  const known = new WeakMap();
  const read = new WeakMap();
  const factsOf = (card) => {
    if (!read.has(card)) {
      read.set(card, new Map((card.facts ?? []).map(([kind, ...said]) => [kind, said])));
    }
    return read.get(card);
  };
  const sayMoment = momentSayer(index, phrases);
  const make = () => {
    const element = template.content.firstElementChild.cloneNode(true);
    known.set(element, placesOf(element));
    return element;
  };
  const fill = (old, card, position, start, metres) => {
    const element = old ?? make();
    const places = known.get(element);
    const { holds } = places;
    if (element.classList.contains("at-chosen")) {
      element.classList.remove("at-chosen");
    }
    if (holds?.card === card && holds.start === start && holds.metres === metres) {
      return element;
    }
    places.holds = { card, start, metres };
    element.setAttribute("data-position", position);
    places.link.setAttribute("href", pages + card.path);
    places.title?.(card.title, card.language);
    places.summary?.(card.summary, card.summaryLanguage);
    if (places.save !== null) {
      places.save.setAttribute("data-save", card.path.replace(/\/$/u, ""));
      places.saves?.(card.title, card.language);
    }
    const image = places.image?.(card.image);
    if (card.image && image) {
      image.src = files + card.image;
    }
    if (places.map !== null) {
      hide(places.map, !root.classList.contains("with-map") || !hasPoint(index, position));
    }
    putWhen(places, card, start, sayMoment);
    const facts = factsOf(card);
    for (const [kind, put] of places.facts) {
      put(...(facts.get(kind) ?? []));
    }
    const away = places.away === null ? "" : sayAway(index, position, metres, phrases);
    places.away?.(away);
    places.where?.(away || places.whereFacts.some((kind) => facts.has(kind)));
    return element;
  };
  fill.href = (card) => pages + card.path;
  return fill;
}

/** Find the places of a card, once. */
function placesOf(element) {
  const find = (selector) => element.querySelector(selector);
  const writer = (selector) => find(selector) && words(find(selector));
  const image = find("[data-card-image]");
  const when = find("[data-card-when]");
  return {
    holds: null,
    link: find("[data-card-link]"),
    title: writer("[data-card-title]"),
    summary: writer("[data-card-summary]"),
    save: find("[data-save]"),
    saves: writer("[data-save] [data-card-saves]"),
    image: image && comesAndGoes(image),
    when: when && words(when),
    whenLine: when && comesAndGoes(when.closest("[data-card-when-line]")),
    facts: [...element.querySelectorAll("[data-fact]")].map((fact) => [fact.dataset.fact, optional(fact)]),
    map: find("[data-card-map]"),
    away: find("[data-card-away]") && optional(find("[data-card-away]")),
    where: find("[data-where-line]") && comesAndGoes(find("[data-where-line]")),
    whereFacts: [...element.querySelectorAll("[data-where-line] [data-fact]")].map(({ dataset }) => dataset.fact),
  };
}

/**
 * Return a function that writes words into one text node. What stands there is remembered: to ask the
 * page takes longer than to compare.
 */
function words(element) {
  const text = document.createTextNode("");
  element.replaceChildren(text);
  let stands = "";
  let spoken = "";
  return (said = "", language = "") => {
    if (stands !== said) {
      stands = said;
      text.data = said;
    }
    if (spoken !== language) {
      spoken = language;
      // it may be written the other way, too
      for (const [name, value] of [["lang", language], ["dir", "auto"]]) {
        language === "" ? element.removeAttribute(name) : element.setAttribute(name, value);
      }
    }
  };
}

/** Return a function that takes an element out, or puts it back where it stood; it returns the element. */
function comesAndGoes(element) {
  const mark = document.createComment("");
  element.before(mark);
  let there = true;
  return (stays) => {
    if (there !== Boolean(stays)) {
      there = Boolean(stays);
      there ? mark.after(element) : element.remove();
    }
    return element;
  };
}

/** Hide an element or show it: said again, it would be styled again. */
export function hide(element, hidden) {
  if (element.hidden !== hidden) {
    element.hidden = hidden;
  }
}

/** The place for something that not every card has: without words it is not there. */
function optional(element) {
  const write = words(element);
  const keep = comesAndGoes(element);
  return (said, language) => {
    keep(said);
    write(said, language);
  };
}

/** Return what says a moment as the server writes it, from forms that it gave: browsers do not all speak Welsh. */
function momentSayer(index, phrases) {
  const days = new Map();
  return (start) => {
    const day = Math.floor(start / MINUTES_IN_DAY);
    if (!days.has(day)) {
      days.set(day, sayDay(dateOfDay(index.epoch, day), phrases));
    }
    const minute = start - day * MINUTES_IN_DAY;
    const time = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, "0")).join(":");
    return `${days.get(day)}, ${time}`;
  };
}

/** Return a day, a Date at midnight UTC, as the server writes it. */
export function sayDay(date, phrases) {
  return phrases.say(`date${date.getUTCMonth() + 1}`, {
    weekday: phrases.say(`weekday${(date.getUTCDay() + 6) % 7}`),
    day: date.getUTCDate(),
    year: date.getUTCFullYear(),
  });
}

function putWhen({ when, whenLine }, card, start, say) {
  if (when !== null) {
    const said = start === FAR ? card.when : say(start);
    whenLine(said);
    when(said);
  }
}

function sayAway(index, position, metres, phrases) {
  if (metres < 0) {
    return "";
  }
  const miles = metres / METRES_IN_A_MILE;
  const key = hasPoint(index, position) ? "away" : "away-area";
  return miles < NEAR_MILES ? phrases.count(key, miles, miles.toFixed(1)) : phrases.count(key, Math.round(miles));
}
