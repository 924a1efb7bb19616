// Result cards, from the page's own template: markup is the theme's, words become text nodes.

import { FAR, MINUTES_IN_DAY, dateOfDay } from "./search_dates.js";

const METRES_IN_A_MILE = 1609.344;
const NEAR_MILES = 10; // from here on tenths say more than anybody can use

/**
 * Return a function that makes the element of a card. It is given the card, its position in the
 * index, when its next meeting starts, and the metres to it (-1 for unknown).
 */
export function cardFiller(root, index, phrases) {
  const template = root.querySelector("template[data-finder-card]");
  const { pages = "", files = "" } = root.dataset;
  const fill = (card, position, start, metres) => {
    const element = template.content.firstElementChild.cloneNode(true);
    element.dataset.position = position;
    const link = element.querySelector("[data-card-link]");
    link.href = pages + card.path;
    put(element.querySelector("[data-card-title]"), card.title, card.language);
    put(element.querySelector("[data-card-summary]"), card.summary, card.language);
    const save = element.querySelector("[data-save]");
    if (save !== null) {
      save.dataset.save = card.path.replace(/\/$/u, "");
      put(save.querySelector("[data-card-saves]"), card.title, card.language);
    }
    const image = element.querySelector("[data-card-image]");
    if (image !== null) {
      card.image ? image.src = files + card.image : image.remove();
    }
    putWhen(element.querySelector("[data-card-when]"), card, start, (at) => sayMoment(index, phrases, at));
    putFacts(element, new Map(card.facts ?? []));
    putAway(element, index, position, metres, phrases);
    return element;
  };
  fill.href = (card) => pages + card.path;
  return fill;
}

/** Return a moment as the server writes it, from forms that it gave: browsers do not all speak Welsh. */
export function sayMoment(index, phrases, start) {
  const day = Math.floor(start / MINUTES_IN_DAY);
  const minute = start - day * MINUTES_IN_DAY;
  const time = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, "0")).join(":");
  return `${sayDay(dateOfDay(index.epoch, day), phrases)}, ${time}`;
}

/** Return a day, a Date at midnight UTC, as the server writes it. */
export function sayDay(date, phrases) {
  return phrases.say(`date${date.getUTCMonth() + 1}`, {
    weekday: phrases.say(`weekday${(date.getUTCDay() + 6) % 7}`),
    day: date.getUTCDate(),
    year: date.getUTCFullYear(),
  });
}

function put(element, words, language) {
  element.textContent = words ?? "";
  if (language) {
    element.lang = language;
  }
}

function putWhen(element, card, start, say) {
  if (element === null) {
    return;
  }
  if (start !== FAR) {
    element.textContent = say(start);
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

function putAway(element, index, position, metres, phrases) {
  const away = element.querySelector("[data-card-away]");
  if (away === null) {
    return;
  }
  if (metres >= 0) {
    const miles = metres / METRES_IN_A_MILE;
    const known = index.at.from[position] < index.at.from[position + 1];
    away.textContent = phrases.say(known ? "away" : "away-area", {
      miles: miles < NEAR_MILES ? miles.toFixed(1) : Math.round(miles),
    });
  } else {
    away.remove();
  }
  const line = element.querySelector("[data-where-line]");
  if (line.textContent.trim() === "") {
    line.remove();
  }
}
