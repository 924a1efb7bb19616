// From a postcode, in any spelling, to the middle of it. One small file a district, fetched when
// somebody types one of its postcodes; which of them it was never leaves the device. The files are
// written by generator/outputs/postcodes.py.

import { undelta } from "./search_index.js";

const FORMAT = 1;
const DEGREE_SCALE = 10_000;
const INWARD = 3;
const WHOLE = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/u;
const DISTRICT = /^[A-Z]{1,2}\d[A-Z\d]?$/u;

const fetched = new Map();

/** Say whether the place has a file for a district, in any spelling. */
export async function knowsDistrict(folder, typed) {
  const { districts } = await once(new URL("districts.json", folder));
  return districts.includes(squeezed(typed));
}

/**
 * Return `{ place: { latitude, longitude, words }, area }` for a postcode or a district, or
 * `{ problem, given }`: `no-place` for what is neither, `outside` for one that is not of this area,
 * `unknown` for one that does not exist.
 */
export async function findPostcode(folder, typed) {
  const { districts, example } = await once(new URL("districts.json", folder));
  const text = squeezed(typed);
  const parts = text.match(WHOLE);
  if (parts === null && !DISTRICT.test(text)) {
    return { problem: "no-place", given: { example } };
  }
  const [, district, inward] = parts ?? [text, text, ""];
  const words = `${district} ${inward}`.trim();
  if (!districts.includes(district)) {
    return { problem: "outside", given: { postcode: words } };
  }
  const file = read(await once(new URL(`${district}.json`, folder)));
  if (inward === "") {
    return { place: { ...file.middle, words }, area: "" };
  }
  const at = file.codes.indexOf(inward);
  if (at < 0) {
    return { problem: "unknown", given: { postcode: words } };
  }
  const place = { latitude: file.latitude[at], longitude: file.longitude[at], words };
  return { place, area: file.areas[file.area[at]] ?? "" };
}

/** Case, spaces of any kind, full stops and hyphens are forgiven; nothing is guessed. */
function squeezed(text) {
  return text.normalize("NFKC").replace(/[\s.-]+/gu, "").toUpperCase();
}

function read(file) {
  const degrees = (steps) => Array.from(undelta(steps), (value) => value / DEGREE_SCALE);
  const [latitude, longitude] = [degrees(file.latitude), degrees(file.longitude)];
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    codes: file.codes.match(new RegExp(`.{${INWARD}}`, "gu")) ?? [],
    latitude,
    longitude,
    middle: { latitude: mean(latitude), longitude: mean(longitude) },
    areas: file.areas,
    area: file.runs.flatMap(([area, count]) => new Array(count).fill(area)),
  };
}

function once(url) {
  if (!fetched.has(url.href)) {
    const reply = fetch(url).then((answer) => {
      if (!answer.ok) {
        throw new Error(`${answer.status} for ${url}`);
      }
      return answer.json();
    }).then((file) => {
      if (file.format !== FORMAT) {
        throw new Error(`postcode format ${file.format}, expected ${FORMAT}`);
      }
      return file;
    });
    reply.catch(() => fetched.delete(url.href)); // so that a lost connection can be tried again
    fetched.set(url.href, reply);
  }
  return fetched.get(url.href);
}
