// Where the reader is: a postcode, a neighbourhood, or what their device says. It stays here. An
// address holds no more than a neighbourhood; going back brings the rest from the browser's own
// history of this page, which no other page or host can read.

import { fold } from "./folding.js";
import { nearestArea } from "./search_distances.js";

const FAR_OFF_METRES = 50_000;

/**
 * An origin is `{ latitude, longitude, words, area }`: `words` is what it is called, `area` the id of
 * the neighbourhood that stands for it in an address, or "" where there is none.
 */
export function areaOrigin(index, id) {
  const at = index.areas.ids.indexOf(id);
  return at < 0 ? null : originAt(index, at, index.areas.names[at]);
}

/** Return the area that somebody typed the name of, or its beginning if that is one area's only. */
export function areaNamed(index, typed) {
  const wanted = fold(typed.trim());
  const names = index.areas.names.map(fold);
  const exact = names.indexOf(wanted);
  const begin = names.map((name, at) => [name, at]).filter(([name]) => wanted !== "" && name.startsWith(wanted));
  const at = exact >= 0 ? exact : begin.length === 1 ? begin[0][1] : -1;
  return at < 0 ? null : originAt(index, at, index.areas.names[at]);
}

/**
 * Return what somebody typed as a place: `{ origin }`, or `{ problem }` with a phrase's key and what
 * belongs into it. `url` is the folder of postcodes.
 */
export async function typedOrigin(index, typed, url) {
  const named = areaNamed(index, typed);
  if (named !== null) {
    return { origin: named };
  }
  const { findPostcode } = await import("./postcodes.js");
  const found = await findPostcode(url, typed);
  if (found.problem) {
    return { problem: found.problem, given: found.given };
  }
  return { origin: { ...found.place, area: found.area || areaBeside(index, found.place) } };
}

/** Ask the device where it is; only ever after a press of a button, and kept nowhere. */
export function deviceOrigin(index, words) {
  return new Promise((resolve) => {
    if (!navigator.geolocation) {
      resolve({ problem: "no-location" });
      return;
    }
    navigator.geolocation.getCurrentPosition(({ coords: { latitude, longitude } }) => {
      const place = { latitude, longitude, words };
      const area = areaBeside(index, place);
      const known = index.areas.ids.length > 0 || index.venues.latitude.length > 0;
      resolve(known && tooFar(index, place) ? { problem: "off-map" } : { origin: { ...place, area } });
    }, () => resolve({ problem: "no-location" }), { maximumAge: 60_000, timeout: 15_000 });
  });
}

function originAt(index, at, words) {
  return { latitude: index.areas.latitude[at], longitude: index.areas.longitude[at], words, area: index.areas.ids[at] };
}

function areaBeside(index, place) {
  const at = nearestArea(index, place);
  return at < 0 ? "" : index.areas.ids[at];
}

function tooFar(index, { latitude, longitude }) {
  const metres = 111_195; // in a degree of latitude
  return ![index.areas, index.venues].some((places) => Array.from(places.latitude).some((at, place) => {
    return Math.hypot((at - latitude) * metres, (places.longitude[place] - longitude) * metres * 0.62) < FAR_OFF_METRES;
  }));
}
