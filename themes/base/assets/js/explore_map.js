// The map in step with the list. Nothing of it is loaded until somebody asks for it.

/**
 * Wire the button that shows the map. `show(found)` is told every result set; the map draws the
 * last one, once it is there.
 */
export function mapInStep(root, files, index, fill) {
  const button = root.querySelector("[data-finder-map-toggle]");
  const host = root.querySelector("[data-map]");
  const failed = root.querySelector("[data-finder-map-failed]");
  if (button === null || host === null) {
    return { show() {} };
  }
  let found = [];
  let map = null;

  const entries = async (venue, most) => {
    const here = found.filter((position) => index.venuesAt[position].includes(venue)).slice(0, most);
    const cards = await files.cards(here.map((position) => index.numbers[position]));
    return cards.map((card) => ({ title: card.title, href: fill.href(card) }));
  };

  const draw = async () => {
    try {
      const { openMap } = await import("./map.js");
      map ??= openMap(host, entries);
      (await map).show(byVenue(index, found));
      failed.hidden = true;
    } catch (error) {
      map = null;
      host.hidden = true;
      failed.hidden = false;
      console.warn("the map could not be drawn:", error.message);
    }
  };

  button.addEventListener("click", () => {
    const open = button.getAttribute("aria-expanded") !== "true";
    button.setAttribute("aria-expanded", String(open));
    host.hidden = !open;
    if (open) {
      draw();
    }
  });

  return {
    show(results) {
      found = results;
      if (!host.hidden) {
        draw();
      }
    },
  };
}

function byVenue(index, found) {
  const counts = new Map();
  for (const position of found) {
    for (const venue of index.venuesAt[position]) {
      counts.set(venue, (counts.get(venue) ?? 0) + 1);
    }
  }
  return counts;
}
