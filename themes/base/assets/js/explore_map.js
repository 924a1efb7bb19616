// The map in step with the list. Nothing of it is loaded until somebody asks for it.

import { venuesAt } from "./search_index.js";

/**
 * Wire the button that shows the map, and the one that searches where it looks. `show(found, held)` is
 * told every result set; the map draws the last one, once it is there, and moves to it unless it is
 * `held` where the reader put it.
 */
export function mapInStep({ root, phrases, files, parts: { index }, href, ask, question, reveal }) {
  const button = root.querySelector("[data-finder-map-toggle]");
  const search = root.querySelector("[data-finder-map-search]");
  const host = root.querySelector("[data-map]");
  const failed = root.querySelector("[data-finder-map-failed]");
  let found = [];
  let held = false;
  let opening = null;

  const entries = async (venue, most) => {
    const here = found.filter((position) => venuesAt(index, position).includes(venue)).slice(0, most);
    const cards = await files.cards(here.map((position) => index.numbers[position]));
    return Promise.all(cards.map(async (one) => {
      const card = await one;
      return { title: card.title, href: href(card) };
    }));
  };

  /** Choosing a point marks its results, and brings the first into view if the map stays in it too. */
  const chosen = async (venues) => {
    for (const card of root.querySelectorAll(".at-chosen")) {
      card.classList.remove("at-chosen");
    }
    const here = found.filter((position) => venuesAt(index, position).some((venue) => venues.includes(venue)));
    const first = here.length > 0 ? await reveal(here[0]) : null;
    for (const position of here) {
      root.querySelector(`[data-finder-list] [data-position="${position}"]`)?.classList.add("at-chosen");
    }
    // the popup has the focus: what somebody reads must not be scrolled away from under them
    if (first && first.getBoundingClientRect().bottom - host.getBoundingClientRect().top < innerHeight) {
      first.scrollIntoView({ block: "nearest", behavior: "auto" });
    }
  };

  const open = async () => {
    const { openMap } = await import("./map.js");
    return openMap(host, { entries, chosen, moved: () => { search.hidden = false; } });
  };

  const draw = async () => {
    try {
      opening ??= open();
      const map = await opening;
      map.show(byVenue(index, found), { held });
      failed.hidden = true;
    } catch (error) {
      opening = null;
      host.hidden = true;
      failed.hidden = false;
      console.warn("the map could not be drawn:", error.message);
    }
  };

  const toggle = async (shown) => {
    button.setAttribute("aria-expanded", String(shown));
    host.hidden = !shown;
    root.classList.toggle("with-map", shown);
    offerPoints(root, index, shown);
    if (shown) {
      await draw();
    } else {
      search.hidden = true;
    }
  };

  button.addEventListener("click", () => toggle(button.getAttribute("aria-expanded") !== "true"));
  search.querySelector("button").addEventListener("click", async () => {
    search.hidden = true;
    ask({ ...question(), box: (await opening).view() });
    root.querySelector("[data-finder-heading]").focus({ preventScroll: true });
  });
  root.querySelector("[data-finder-list]").addEventListener("click", async ({ target }) => {
    if (target.closest("[data-card-point]")) {
      const { position } = target.closest("[data-position]").dataset;
      const [venue] = venuesAt(index, Number(position));
      (await opening)?.choose(venue);
    }
  });
  new MutationObserver(() => offerPoints(root, index, !host.hidden))
    .observe(root.querySelector("[data-finder-list]"), { childList: true });

  return {
    show(results, isHeld) {
      found = results;
      held = isHeld;
      if (!host.hidden) {
        search.hidden = true;
        draw();
      }
    },
  };
}

/** Offer on each card that has a point to show it, while there is a map. */
function offerPoints(root, index, shown) {
  for (const card of root.querySelectorAll("[data-finder-list] [data-position]")) {
    const line = card.querySelector("[data-card-map]");
    if (line !== null) {
      line.hidden = !shown || venuesAt(index, Number(card.dataset.position)).length === 0;
    }
  }
}

function byVenue(index, found) {
  const { from, values } = index.at;
  const counts = new Map();
  for (const position of found) {
    for (let at = from[position]; at < from[position + 1]; at += 1) {
      const venue = index.venues.numbers[values[at]];
      counts.set(venue, (counts.get(venue) ?? 0) + 1);
    }
  }
  return counts;
}
