// Result cards, from the page's own template: markup is the theme's, words become text nodes.

import { dateOfDay, nextStart } from "./search_dates.js";

const MINUTES_IN_DAY = 1440;

/**
 * Return a function that makes the element of a card at a position of the index. Its `href` is the
 * card's page as reached from here.
 */
export function cardFiller(root, index, phrases) {
  const template = root.querySelector("template[data-finder-card]");
  const pages = root.dataset.pages ?? "";
  const sayDate = dateSayer(index, phrases);
  const fill = (card, position, now) => {
    const element = template.content.firstElementChild.cloneNode(true);
    const link = element.querySelector("[data-card-link]");
    link.href = pages + card.path;
    put(element.querySelector("[data-card-title]"), card.title, card.language);
    put(element.querySelector("[data-card-summary]"), card.summary, card.language);
    const next = nextStart(index.runs[position], now);
    putWhen(element.querySelector("[data-card-when]"), card, next, sayDate);
    putFacts(element, new Map(card.facts ?? []));
    return element;
  };
  fill.href = (card) => pages + card.path;
  return fill;
}

function put(element, words, language) {
  element.textContent = words ?? "";
  if (language) {
    element.lang = language;
  }
}

function putWhen(element, card, next, sayDate) {
  if (next !== null) {
    element.textContent = sayDate(next.start);
  } else if (card.when) {
    element.textContent = card.when;
  } else {
    element.closest("[data-card-when-line]").remove();
  }
}

/** Fill each place for a fact; a card that does not have it loses the place. */
function putFacts(element, facts) {
  for (const place of element.querySelectorAll("[data-fact]")) {
    const words = facts.get(place.dataset.fact);
    if (words) {
      place.textContent = words;
    } else {
      place.remove();
    }
  }
}

/** Dates as the server writes them, from forms that it gave: browsers do not all speak Welsh. */
function dateSayer(index, phrases) {
  return (start) => {
    const day = Math.floor(start / MINUTES_IN_DAY);
    const date = dateOfDay(index.epoch, day);
    const minute = start - day * MINUTES_IN_DAY;
    const time = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, "0")).join(":");
    const said = phrases.say(`date${date.getUTCMonth() + 1}`, {
      weekday: phrases.say(`weekday${(date.getUTCDay() + 6) % 7}`),
      day: date.getUTCDate(),
      year: date.getUTCFullYear(),
    });
    return `${said}, ${time}`;
  };
}
