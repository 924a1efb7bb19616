// A question as a value, and as the query of an address that can be shared and gone back to.

const POSTCODE = /\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b/giu;
const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/u;
const LONGEST_WORDS = 200;
const OLDEST = 120;

/** Read a question from URLSearchParams or FormData; `facets` names the filters of the page. */
export function readQuestion(params, facets) {
  const days = params.getAll("day").map((day) => WEEKDAYS.indexOf(day)).filter((day) => day >= 0);
  return {
    words: (params.get("q") ?? "").slice(0, LONGEST_WORDS),
    facets: new Map(facets.map((facet) => [facet, new Set(params.getAll(facet).filter(Boolean))])),
    age: wholeNumber(params.get("age"), OLDEST),
    days: new Set(days),
    from: isoDate(params.get("from")),
    to: isoDate(params.get("to")),
    most: wholeNumber(params.get("most"), Number.MAX_SAFE_INTEGER / 100),
  };
}

/**
 * Return the question as URLSearchParams, in one order whatever was chosen first. A postcode among
 * the words is left out: it says where somebody lives, and addresses are logged and shared.
 */
export function writeQuestion(question) {
  const params = new URLSearchParams();
  const words = question.words.replace(POSTCODE, " ").replace(/\s+/gu, " ").trim();
  if (words) {
    params.set("q", words);
  }
  for (const [facet, values] of question.facets) {
    for (const value of [...values].sort()) {
      params.append(facet, value);
    }
  }
  for (const day of [...question.days].sort()) {
    params.append("day", WEEKDAYS[day]);
  }
  for (const name of ["age", "from", "to", "most"]) {
    if (question[name] !== null && question[name] !== "") {
      params.set(name, question[name]);
    }
  }
  return params;
}

/** Return the question without one filter, as `answer` names them. */
export function without(question, filter) {
  const looser = { ...question, facets: new Map(question.facets) };
  if (looser.facets.has(filter)) {
    looser.facets.set(filter, new Set());
  } else if (filter === "dates") {
    Object.assign(looser, { days: new Set(), from: "", to: "" });
  } else {
    looser[filter] = filter === "words" ? "" : null;
  }
  return looser;
}

/** Return the form value of a weekday, Monday being 0. */
export function weekdayValue(day) {
  return WEEKDAYS[day];
}

function wholeNumber(text, most) {
  const number = /^\d{1,9}$/u.test((text ?? "").trim()) ? Number(text) : null;
  return number !== null && number <= most ? number : null;
}

function isoDate(text) {
  const valid = ISO_DATE.test(text ?? "") && !Number.isNaN(Date.parse(`${text}T00:00Z`));
  return valid ? text : "";
}
