// The map in step with the list. Nothing of it is loaded until somebody asks for it.

import { hasPoint, venuesAt } from "./search_index.js";

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
      root.querySelector("[data-finder-map-words]").hidden = true;
      failed.hidden = false;
      console.warn("the map could not be drawn:", error.message);
    }
  };

  const toggle = async (shown) => {
    button.setAttribute("aria-expanded", String(shown));
    host.hidden = !shown;
    root.querySelector("[data-finder-map-words]").hidden = !shown;
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

/** Offer on each card that has a point to show it, while there is a map; later ones are filled so. */
function offerPoints(root, index, shown) {
  for (const card of root.querySelectorAll("[data-finder-list] [data-position]")) {
    const line = card.querySelector("[data-card-map]");
    if (line !== null) {
      line.hidden = !shown || !hasPoint(index, Number(card.dataset.position));
    }
  }
}

/** Return a Map from venue number to how many of the found rows happen there. */
function byVenue(index, found) {
  const { from, values } = index.at;
  const { numbers } = index.venues;
  const counts = new Int32Array(numbers.length);
  for (let row = 0; row < found.length; row += 1) {
    const position = found[row];
    for (let at = from[position]; at < from[position + 1]; at += 1) {
      counts[values[at]] += 1;
    }
  }
  return new Map([...counts].map((count, at) => [numbers[at], count]).filter(([, count]) => count > 0));
}
