// A question as a value, and as the query of an address that can be shared and gone back to.

const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const TIMES = ["morning", "afternoon", "evening"];
const PERIODS = ["today", "weekend", "holidays"];
const SORTS = ["best", "title", "near", "soonest", "newest", "checked"];
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/u;
const AREA = /^[a-z0-9-]{1,80}$/u;
const LONGEST_WORDS = 200;
const OLDEST = 120;
const METRES_IN_A_MILE = 1609.344;
const FARTHEST_MILES = 100;
const BOX_DECIMALS = 4; // about ten metres

// a whole postcode, in any spelling; what is only a district ("NP19") says little enough. Written as
// "NP 19 8AA" it has to end as postcodes do, without C, I, K, M, O or V: "at 7 2pm" is none.
const POSTCODE = new RegExp(String.raw`(?<![\p{L}\p{N}])[a-z]{1,2}(?:\d[a-z\d]?[\s.-]*\d[a-z]{2}|[\s.-]+\d[a-z\d]?[\s.-]*\d[abd-hjlnp-uw-z]{2})(?![\p{L}\p{N}])`, "giu");

/**
 * Read a question from URLSearchParams or FormData; `facets` names the filters of the page.
 *
 * `near` is a neighbourhood's id; `reach` is in metres, from `within` in miles; `box` is what a map
 * showed, `[west, south, east, north]` in degrees.
 */
export function readQuestion(params, facets) {
  const miles = wholeNumber(params.get("within"), FARTHEST_MILES);
  const question = {
    words: (params.get("q") ?? "").slice(0, LONGEST_WORDS),
    near: AREA.test(params.get("near") ?? "") ? params.get("near") : "",
    reach: miles === null ? null : Math.round(miles * METRES_IN_A_MILE),
    box: boxOf(params.get("box")),
    facets: new Map(facets.map((facet) => [facet, new Set(params.getAll(facet).filter(Boolean))])),
    age: wholeNumber(params.get("age"), OLDEST),
    days: placesIn(WEEKDAYS, params.getAll("day")),
    times: placesIn(TIMES, params.getAll("time")),
    period: oneOf(PERIODS, params.get("when")),
    from: isoDate(params.get("from")),
    to: isoDate(params.get("to")),
    most: wholeNumber(params.get("most"), Number.MAX_SAFE_INTEGER / 100),
    sort: oneOf(SORTS, params.get("sort")),
  };
  return question.period === "" ? question : { ...question, from: "", to: "" };
}

/**
 * Return the question as URLSearchParams, in one order whatever was chosen first. A postcode among
 * the words is left out: it says where somebody lives, and addresses are logged and shared.
 */
export function writeQuestion(question) {
  const params = new URLSearchParams();
  const set = (name, value) => value !== "" && value !== null && params.set(name, value);
  set("q", withoutPostcode(question.words));
  set("near", question.near);
  set("within", question.reach === null ? null : milesOf(question.reach));
  set("box", question.box === null ? null : question.box.map((at) => at.toFixed(BOX_DECIMALS)).join(","));
  for (const [facet, values] of question.facets) {
    for (const value of [...values].sort()) {
      params.append(facet, value);
    }
  }
  for (const day of [...question.days].sort()) {
    params.append("day", WEEKDAYS[day]);
  }
  for (const time of [...question.times].sort()) {
    params.append("time", TIMES[time]);
  }
  set("when", question.period);
  for (const name of ["age", "from", "to", "most", "sort"]) {
    set(name, question[name]);
  }
  return params;
}

/** Return words without the postcodes among them. */
export function withoutPostcode(words) {
  return words.replace(POSTCODE, " ").replace(/\s+/gu, " ").trim();
}

/** Return the first postcode among some words, as it was typed, or "". */
export function postcodeIn(words) {
  return words.match(POSTCODE)?.[0] ?? "";
}

/** Return the question without one filter, as `answer` names them; without "quotes" in any order. */
export function without(question, filter) {
  const looser = { ...question, facets: new Map(question.facets) };
  if (looser.facets.has(filter)) {
    looser.facets.set(filter, new Set());
  } else if (filter === "dates") {
    Object.assign(looser, { days: new Set(), times: new Set(), period: "", from: "", to: "" });
  } else if (filter === "near") {
    Object.assign(looser, { near: "", reach: null });
  } else if (filter === "quotes") {
    looser.words = question.words.replace(/["“”«»]/gu, " ").replace(/\s+/gu, " ").trim();
  } else {
    looser[filter] = filter === "words" ? "" : null;
  }
  return looser;
}

/** Return the question without one value of a filter that may have several. */
export function withoutValue(question, filter, value) {
  if (question.facets.has(filter)) {
    const kept = [...question.facets.get(filter)].filter((one) => one !== value);
    return { ...question, facets: new Map(question.facets).set(filter, new Set(kept)) };
  }
  return { ...question, [filter]: new Set([...question[filter]].filter((one) => one !== value)) };
}

/** Return the form value of a weekday, Monday being 0. */
export function weekdayValue(day) {
  return WEEKDAYS[day];
}

/** Return the form value of a time of day. */
export function timeValue(time) {
  return TIMES[time];
}

/** Return a distance in miles as the form offers it. */
export function milesOf(metres) {
  return Math.round(metres / METRES_IN_A_MILE);
}

function placesIn(known, values) {
  return new Set(values.map((value) => known.indexOf(value)).filter((at) => at >= 0));
}

function oneOf(known, value) {
  return known.includes(value) ? value : "";
}

function wholeNumber(text, most) {
  const number = /^\d{1,9}$/u.test((text ?? "").trim()) ? Number(text) : null;
  return number !== null && number <= most ? number : null;
}

function isoDate(text) {
  const valid = ISO_DATE.test(text ?? "") && !Number.isNaN(Date.parse(`${text}T00:00Z`));
  return valid ? text : "";
}

/** Read a box; one that is no box on the Earth asks nothing. */
function boxOf(text) {
  const box = /^-?\d{1,3}(\.\d{1,8})?(,-?\d{1,3}(\.\d{1,8})?){3}$/u.test(text ?? "")
    ? text.split(",").map(Number) : null;
  if (box === null) {
    return null;
  }
  const [west, south, east, north] = box;
  const real = Math.max(Math.abs(west), Math.abs(east)) <= 180 && Math.max(Math.abs(south), Math.abs(north)) <= 90;
  return real && west < east && south < north ? box : null;
}
