// What is chosen, as buttons that take it away again; and all at once.

import { dayNumber, dateOfDay } from "./search_dates.js";
import { hide, sayDay } from "./explore_cards.js";
import { milesOf, timeValue, weekdayValue, without, withoutValue } from "./question.js";

/**
 * Show in a list what a question asks for. `ask` is given the question that is left when a button is pressed,
 * and what was removed in words. `origin` is where the reader is, or null; `panel` knows choices in words.
 */
export function showChosen(root, list, panel, { phrases, epoch, origin, question, ask }) {
  const said = (words, left) => ({ words, left });
  const chosen = [
    ...(question.words.trim() === "" ? [] : [said(phrases.say("typed", { words: question.words.trim() }), without(question, "words"))]),
    ...(origin === null ? [] : [said(phrases.say("near", { place: origin.words }), without(question, "near"))]),
    ...(question.reach === null ? [] : [said(phrases.count("within", milesOf(question.reach)), without(question, "reach"))]),
    ...(question.box === null ? [] : [said(phrases.say("box"), without(question, "box"))]),
    ...ticked(panel, question),
    ...typed(question, phrases, epoch),
  ];
  const clear = { words: phrases.say("clear"), left: null };
  const at = [...list.children].findIndex((item) => item.contains(document.activeElement));
  hide(list, chosen.length === 0);
  put(list, chosen.length > 1 ? [...chosen, clear] : chosen, phrases, ask, at >= 0);
  if (at >= 0) {
    // the button that had the focus is gone: the one in its place takes it, or the heading where none is
    const buttons = list.querySelectorAll("button");
    (buttons[Math.min(at, buttons.length - 1)] ?? root.querySelector("[data-finder-heading]")).focus();
  }
}

/** Write buttons into those that are there; with `anew` into new ones, so that they are read out. */
function put(list, wanted, phrases, ask, anew) {
  if (anew) {
    list.replaceChildren();
  }
  while (list.children.length > wanted.length) {
    list.lastElementChild.remove();
  }
  wanted.forEach(({ words, left }, at) => {
    const button = list.children[at]?.firstElementChild ?? added(list);
    button.onclick = () => ask(left, words); // set anew each time, which a listener could not be
    if (button.textContent !== words || (left === null) !== (button.className === "")) {
      button.textContent = words;
      button.className = left === null ? "" : "chosen-one";
      left === null ? button.removeAttribute("aria-label")
        : button.setAttribute("aria-label", phrases.say("remove", { filter: words }));
    }
  });
}

function added(list) {
  const button = document.createElement("button");
  button.type = "button";
  const item = document.createElement("li");
  item.append(button);
  list.append(item);
  return button;
}

/** Ticked choices, called as the form calls them; a period is one of them. */
function ticked(panel, question) {
  const values = [
    ...[...question.facets].flatMap(([facet, held]) => [...held].map((value) => [facet, value, facet])),
    ...[...question.days].map((day) => ["day", weekdayValue(day), "days", day]),
    ...[...question.times].map((time) => ["time", timeValue(time), "times", time]),
    ...(question.period === "" ? [] : [["when", question.period, "period"]]),
  ];
  return values.map(([name, value, filter, place = value]) => {
    const left = filter === "period" ? { ...question, period: "" } : withoutValue(question, filter, place);
    return { words: panel.words(name, value), left };
  });
}

function typed(question, phrases, epoch) {
  const day = (iso) => sayDay(dateOfDay(epoch, dayNumber(epoch, iso)), phrases);
  return [
    ["age", question.age, () => phrases.say("age", { number: question.age })],
    ["most", question.most, () => phrases.say("most", { number: question.most })],
    ["from", question.from || null, () => phrases.say("from", { date: day(question.from) })],
    ["to", question.to || null, () => phrases.say("to", { date: day(question.to) })],
  ].filter(([, value]) => value !== null).map(([name, value, words]) => ({
    words: words(),
    left: { ...question, [name]: typeof value === "string" ? "" : null },
  }));
}
