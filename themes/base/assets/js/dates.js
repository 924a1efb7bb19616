// Pages are made once a day at most; what has passed by the time somebody looks is hidden here.
// Without this script every date stays readable, for each is written out in full.
//
// It comes first in the head, waits for nothing and holds nothing up. The style sheet keeps dates
// unseen, in their room, until it says that it is at work, and no longer than a moment: so nothing that
// has been seen moves. Where it comes later than that, what is in sight keeps its room and is struck
// out instead: a list that jumps under a finger is worse than one that shows what is over.

const now = Date.now();

/** Whether somebody may have seen it; a browser that cannot keep it unseen is left to jump. */
const isSeen = (element) => matchMedia("(scripting: enabled)").matches
  && [...document.querySelectorAll('link[rel="stylesheet"]')].every(({ sheet }) => sheet !== null)
  && getComputedStyle(element).visibility === "visible";

/** Whether all of a group has been read: something stands after it. */
const isWhole = (group) => document.readyState !== "loading" || group.nextSibling !== null;

let atWork = false; // what is read from then on is hidden before it is painted

const hasPassed = (dated) => Date.parse(dated.dataset.ends) <= now;

function takeAway(element) {
  if (!atWork && isSeen(element) && element.getBoundingClientRect().top < innerHeight) {
    element.classList.add("over");
    element.inert = true; // hidden from keyboards and screen readers all the same
  } else {
    element.hidden = true;
  }
}

function hidePassed() {
  for (const dated of document.querySelectorAll("[data-ends]:not([hidden], .over)")) {
    if (hasPassed(dated)) takeAway(dated);
  }
  for (const group of document.querySelectorAll("[data-dates]:not([hidden])")) {
    if (!isWhole(group) || group.querySelector("[data-ends]:not([hidden])")) continue;
    group.hidden = true;
  }
  // of several dates that stand for one, the first that is to come
  for (const other of document.querySelectorAll("[data-then][hidden]")) {
    const before = other.previousElementSibling;
    if (before.hidden && hasPassed(before) && !hasPassed(other)) other.hidden = false;
  }
  for (const over of document.querySelectorAll("[data-dates-over][hidden]")) {
    over.hidden = !over.parentElement.querySelector("[data-dates][hidden]");
  }
}

// What is read later is looked at before it is painted: observers are told between the two.
if (document.readyState === "loading") {
  const reading = new MutationObserver(hidePassed);
  reading.observe(document, { childList: true, subtree: true });
  addEventListener("DOMContentLoaded", () => {
    reading.disconnect();
    hidePassed();
  });
}
hidePassed();
atWork = true;
document.documentElement.toggleAttribute("data-dated", true);
