// Saving: a list of ids kept in this browser alone, and nothing of it before the first is saved.
//
//   savedIds()          the ids on the list, in the order in which they were saved
//   toggle(id)          put an id on the list or take it off; returns whether it is on it now
//   keep(ids)           make these the list; an empty one leaves nothing in the browser
//   isKept()            whether the browser keeps the list; if not, it lasts as long as the page
//   onSaved(listener)   call listener() whenever the list has changed, in another tab too
//   decorate(root)      bring to life every [data-save="opportunities/robotics"] button in an element
//
// A button holds its words, and the name of what it saves, when it comes; it is hidden until then.
// Clicks are heard at the document: decorate() may be called again, and as often as one likes.

import { cleaned, isFull, isId, toFragment } from "./saved_list.js";

// Several sites may share an origin, each under a path of its own; its languages share one list.
const KEY = `doorstep-saved ${new URL("../../", import.meta.url).pathname}`;

const listeners = new Set();
let unkept = null; // the list, where the browser refuses to keep it

export function savedIds() {
  if (unkept !== null) return unkept;
  try {
    return cleaned(JSON.parse(localStorage.getItem(KEY)));
  } catch {
    return []; // storage is forbidden, or somebody else wrote there
  }
}

export function keep(ids) {
  const list = cleaned(ids);
  try {
    if (list.length > 0) {
      localStorage.setItem(KEY, JSON.stringify(list));
    } else {
      localStorage.removeItem(KEY);
    }
    unkept = null;
  } catch {
    unkept = list;
  }
  changed();
}

export function isKept() {
  return unkept === null;
}

export function toggle(id) {
  const ids = savedIds();
  const on = !ids.includes(id);
  if (on && isFull(ids)) {
    say("full");
    return false;
  }
  keep(on ? [...ids, id] : ids.filter((one) => one !== id));
  say(on && !isKept() ? "unkept" : on ? "added" : "removed");
  return on;
}

export function onSaved(listener) {
  listeners.add(listener);
}

export function decorate(root) {
  const ids = savedIds();
  for (const button of root.querySelectorAll("[data-save]")) {
    const pressed = String(ids.includes(button.dataset.save));
    if (button.getAttribute("aria-pressed") !== pressed) button.setAttribute("aria-pressed", pressed);
    const unknown = !isId(button.dataset.save);
    if (button.hidden !== unknown) button.hidden = unknown;
  }
}

function changed() {
  decorate(document);
  showCount();
  for (const listener of listeners) listener();
}

function showCount() {
  const ids = savedIds();
  for (const link of document.querySelectorAll("[data-saved-link]")) {
    link.querySelector("[data-saved-count]").textContent = ids.length > 0 ? ` (${ids.length})` : "";
    // what the browser does not keep, the way to the list takes along
    if (!isKept()) link.hash = toFragment(ids);
  }
}

/** Say what was done, to those who listen; what one has to know about it, to all. */
function say(what) {
  const status = document.querySelector("[data-saving-status]");
  if (status === null) return;
  const told = what === "full" || what === "unkept";
  status.className = told ? "notice told" : "unseen";
  status.textContent = status.dataset[what];
}

document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-save]");
  if (button !== null) toggle(button.dataset.save);
});
addEventListener("storage", ({ key }) => {
  if (key === KEY || key === null) changed();
});
// a page that comes back by the Back button has slept through what happened meanwhile
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) changed();
});

decorate(document);
showCount();
