// Streets under a map: the place's own street map, drawn by protomaps-leaflet. Where it cannot be
// had the outlines stay, which say enough to find the neighbourhood.

import { openStreetFile } from "./street_file.js";
import { CLOSE_UP, labelRules, paintRules, readColours } from "./street_style.js";

const LIBRARY = new URL("../vendor/protomaps-leaflet/protomaps-leaflet.js", import.meta.url);
const CREDIT = "© OpenStreetMap contributors";
const CREDIT_PAGE = "https://www.openstreetmap.org/copyright";
const PANE = "streets";
const BENEATH_TILES = 150; // Leaflet's tiles are at 200, outlines at 400, points at 600
// A tile of the file is drawn as sixteen of the page: what is seen needs half the bytes and a third
// of the requests that it takes with four, which is the library's own choice.
const LEVELS = 2;
const SHARPEST = 2; // pixels a pixel: more costs memory and is not seen on a map

/** Whether the reader asked for less data: streets then wait for a button. */
export function savesData() {
  return navigator.connection?.saveData === true || matchMedia("(prefers-reduced-data: reduce)").matches;
}

/** Return what `showStreets` needs, or null where this host cannot give it. */
export async function openStreets(host) {
  try {
    const url = new URL(host.dataset.streets, document.baseURI).href;
    const [file] = await Promise.all([
      openStreetFile(url, Number(host.dataset.streetsBytes)), loadLibrary(),
    ]);
    return { file, url };
  } catch (error) {
    console.info("no streets:", error.message); // a host may be like that; nothing is broken
    return null;
  }
}

/** Draw the streets under everything else, and keep them in the page's colours. */
export async function showStreets(map, outlines, { file, url }) {
  const library = globalThis.protomapsL;
  // the library keeps its PMTiles class to itself, but not what it makes with it
  const { p: archive } = new library.PmtilesSource(url, false);
  archive.source = file;
  try {
    const { minZoom, maxZoom } = await archive.getHeader();
    addLayer(library, map, outlines, { archive, minZoom, maxZoom });
  } catch (error) {
    console.warn("no streets:", error.message);
  }
}

/** Put a button under the map that shows the streets, for those who asked for less data. */
export function offerStreets(map, outlines, host, canvas, words) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button quiet map-streets";
  button.textContent = words;
  canvas.after(button);
  button.addEventListener("click", async () => {
    button.disabled = true;
    const streets = await openStreets(host);
    if (streets !== null) {
      await showStreets(map, outlines, streets);
    }
    if (document.activeElement === button || document.activeElement === document.body) {
      canvas.focus({ preventScroll: true });
    }
    button.remove();
  });
}

function addLayer(library, map, outlines, { archive, minZoom, maxZoom }) {
  map.createPane(PANE).style.zIndex = BENEATH_TILES;
  const element = map.getContainer();
  const rules = () => {
    const colours = readColours(element);
    return {
      paintRules: paintRules(library, colours),
      labelRules: labelRules(library, colours, document.documentElement.lang, outlines !== null),
    };
  };
  const layer = library.leafletLayer({
    url: archive,
    pane: PANE,
    levelDiff: LEVELS,
    minZoom: minZoom === 0 ? 0 : minZoom + LEVELS,
    maxDataZoom: maxZoom,
    lang: document.documentElement.lang,
    attribution: `<a href="${CREDIT_PAGE}">${CREDIT}</a>`,
    devicePixelRatio: Math.min(devicePixelRatio, SHARPEST),
    ...rules(),
  });
  layer.addTo(map);
  element.classList.add("map-with-streets");
  const step = () => element.classList.toggle("map-close-up", map.getZoom() >= CLOSE_UP);
  map.on("zoomend", step);
  step();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    Object.assign(layer, rules());
    layer.clearLayout();
    layer.rerenderTiles();
  });
}

function loadLibrary() {
  loadLibrary.done ??= new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { src: LIBRARY.href });
    script.addEventListener("load", resolve);
    script.addEventListener("error", () => reject(new Error(`cannot load ${script.src}`)));
    document.head.append(script);
  });
  return loadLibrary.done;
}
