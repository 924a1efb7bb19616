// Maps: loads what a map needs, draws the shell that folium made, and keeps it kind: a wheel or one
// finger scrolls the page past it, and nothing moves for those who asked for stillness.

import { drawOutlines } from "./map_outlines.js";
import { Points, readPoints } from "./map_points.js";
import { Phrases, readBlock } from "./phrases.js";

// What a map is drawn with. Each is written out: its published name says its content.
const STYLES = [
  new URL("../vendor/leaflet/leaflet.css", import.meta.url),
  new URL("../css/map.css", import.meta.url),
];
const SCRIPTS = [
  new URL("../vendor/leaflet/leaflet.js", import.meta.url),
  new URL("../vendor/supercluster/supercluster.js", import.meta.url),
];

const HINT_MILLISECONDS = 1500;
const CLOSEST_FIT = 16;
const CLOSEST_FIT_OF_OUTLINES = 14; // closer than that, a point has nothing around it
const FIT_PADDING = 40;
const ZOOM_ANIMATION_THRESHOLD = 4; // Leaflet's own

const loading = new Map();

/**
 * Draw the map in `host`, an element as templates/parts/map.html writes it. `entries` is asked, for
 * a venue's number, for the links that its popup lists; without it a popup holds the venue alone.
 * `chosen` is told the venues of a point that somebody opened, `moved` when they moved the map.
 *
 * Returns `show(counts)`, which redraws the points from a Map of venue number to how many results
 * it has and moves to them, unless told that the view is `held`; `showAll()`; `view()`, the box in
 * view as `[west, south, east, north]`; and `choose(venue)`, which opens a venue's point.
 */
export async function openMap(host, { entries = null, chosen = () => {}, moved = () => {} } = {}) {
  const canvas = host.querySelector(".map-canvas");
  const phrases = new Phrases(readBlock(host, "[data-map-phrases]"));
  const [shell, venues, streets] = await Promise.all([loadShell(host), loadPoints(host), loadStreets(host)]);
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  canvas.id = shell.element;
  const { map, outlines, tiles } = drawKindly(shell, still);
  canvas.setAttribute("role", "region");
  canvas.setAttribute("aria-label", phrases.say("map"));
  nameControls(canvas, phrases);
  leaveScrollingAlone(map, canvas, phrases);
  if (host.dataset.outlines) {
    // the points do not wait for the outlines, nor fail with them
    loadJson(new URL(host.dataset.outlines, document.baseURI))
      .then((geojson) => drawOutlines(map, outlines, geojson))
      .catch(() => {});
  }
  streets?.draw(map, host.dataset.outlines ? outlines : null, canvas, phrases);
  const drawn = new Points(map, venues, phrases, host.dataset.pages ?? "", entries, chosen);
  whenMoved(map, canvas, moved);
  // all that a place owes takes eight lines on a phone, and stands at the foot of every page already
  if (document.getElementById("credits")) {
    map.attributionControl.addAttribution(`<a href="#credits">${phrases.say("credits")}</a>`);
  }
  // below the map: the credit of tiles can be longer than the map is wide
  canvas.after(map.attributionControl.getContainer());
  const home = map.getBounds();
  const closest = tiles || streets?.shown ? CLOSEST_FIT : CLOSEST_FIT_OF_OUTLINES;
  return {
    show(counts, { held = false } = {}) {
      drawn.take(counts);
      if (!held) {
        // one venue far outside would make the place itself a dot: it is fitted to only when alone
        const area = drawn.bounds(home) ?? drawn.bounds() ?? home;
        map.setMaxBounds(map.options.maxBounds.extend(area.pad(1)));
        map.fitBounds(area, { padding: [FIT_PADDING, FIT_PADDING], maxZoom: closest, animate: !still });
      }
      drawn.draw(); // moving draws; where the map stays as it is, or moves slowly, nothing else would
    },
    view() {
      const box = map.getBounds();
      return [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()];
    },
    choose(venue) {
      const { latitude, longitude } = venues.get(venue);
      map.setView([latitude, longitude], Math.max(map.getZoom(), CLOSEST_FIT), { animate: false });
      drawn.open(venue);
      host.scrollIntoView({ block: "nearest" });
    },
    showAll() {
      this.show(new Map([...venues].map(([number, { count }]) => [number, count])));
    },
  };
}

/** Tell when a person moved the map, by hand, wheel, key or button; not when it was moved to results. */
function whenMoved(map, canvas, moved) {
  let byHand = false;
  for (const kind of ["pointerdown", "wheel", "keydown", "touchstart"]) {
    canvas.addEventListener(kind, () => { byHand = true; }, { capture: true, passive: true });
  }
  map.on("moveend", () => {
    if (byHand) {
      byHand = false;
      moved();
    }
  });
}

/** The shell, which needs to be drawn with the libraries only once they are all there. */
async function loadShell(host) {
  const [shell] = await Promise.all([
    import(new URL(host.dataset.shell, document.baseURI)),
    ...STYLES.map(({ href }) => once(href, () => loadElement("link", { rel: "stylesheet", href }))),
    ...SCRIPTS.map(({ href }) => once(href, () => loadElement("script", { src: href }))),
  ]);
  return shell;
}

/** The place's own street map, where it has one; null leaves the outlines. */
async function loadStreets(host) {
  if (!host.dataset.streets) {
    return null;
  }
  const streets = await import("./map_streets.js").catch((error) => {
    console.info("no streets:", error.message); // the outlines do without them
  });
  if (streets === undefined) {
    return null;
  }
  const { offerStreets, openStreets, savesData, showStreets } = streets;
  if (savesData()) {
    return {
      shown: false,
      draw: (map, outlines, canvas, phrases) =>
        offerStreets(map, outlines, host, canvas, phrases.say("streets")),
    };
  }
  const opened = await openStreets(host);
  return opened && { shown: true, draw: (map, outlines) => showStreets(map, outlines, opened) };
}

async function loadPoints(host) {
  const inPage = host.querySelector("[data-map-points]");
  if (inPage !== null) {
    return readPoints(JSON.parse(inPage.textContent));
  }
  return readPoints(await loadJson(new URL(host.dataset.points, document.baseURI)));
}

async function loadJson(url) {
  const reply = await fetch(url);
  if (!reply.ok) {
    throw new Error(`${reply.status} for ${url}`);
  }
  return reply.json();
}

function once(name, load) {
  if (!loading.has(name)) {
    loading.set(name, load());
  }
  return loading.get(name);
}

function loadElement(kind, attributes) {
  return new Promise((resolve, reject) => {
    const element = Object.assign(document.createElement(kind), attributes);
    element.addEventListener("load", resolve);
    element.addEventListener("error", () => reject(new Error(`cannot load ${element.src ?? element.href}`)));
    document.head.append(element);
  });
}

function drawKindly(shell, still) {
  if (still) {
    // before the map is made: Leaflet looks at these only once
    L.Map.mergeOptions({ zoomAnimation: false, fadeAnimation: false, inertia: false });
  }
  // the shell fits the map to the place; animated, that would begin only after the points are fitted
  // to, and undo it
  L.Map.mergeOptions({ zoomAnimationThreshold: 0 });
  const drawn = shell.drawMap();
  drawn.map.options.zoomAnimationThreshold = ZOOM_ANIMATION_THRESHOLD;
  if (still) {
    // popups pan the map into view, and take their animation from nowhere else
    const panBy = drawn.map.panBy.bind(drawn.map);
    drawn.map.panBy = (offset, options) => panBy(offset, { ...options, animate: false });
  }
  return drawn;
}

/** Leaflet names these in English only. */
function nameControls(canvas, phrases) {
  const layers = canvas.querySelector(".leaflet-control-layers-toggle");
  if (layers !== null) {
    layers.title = phrases.say("layers");
    layers.setAttribute("aria-label", phrases.say("layers"));
  }
}

/** A bare wheel and one finger belong to the page; ctrl with the wheel and two fingers to the map. */
function leaveScrollingAlone(map, canvas, phrases) {
  const hint = showHint(canvas);
  const coarse = matchMedia("(pointer: coarse)");
  const setDragging = () => (coarse.matches ? map.dragging.disable() : map.dragging.enable());
  setDragging();
  coarse.addEventListener("change", setDragging);
  canvas.addEventListener("wheel", (event) => {
    if (event.ctrlKey || event.metaKey) {
      map.scrollWheelZoom.enable();
    } else {
      map.scrollWheelZoom.disable();
      hint(phrases.say("wheel"));
    }
  }, { capture: true, passive: true });
  canvas.addEventListener("touchmove", (event) => {
    if (coarse.matches && event.touches.length === 1) {
      hint(phrases.say("touch"));
    }
  }, { passive: true });
}

function showHint(canvas) {
  const element = document.createElement("p");
  element.className = "map-hint";
  element.hidden = true;
  element.setAttribute("aria-hidden", "true"); // it speaks of wheels and fingers only
  canvas.append(element);
  let timer = 0;
  return (words) => {
    element.textContent = words;
    element.hidden = false;
    clearTimeout(timer);
    timer = setTimeout(() => { element.hidden = true; }, HINT_MILLISECONDS);
  };
}
