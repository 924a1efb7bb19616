// While somebody types: topics, skills, neighbourhoods, organisations and badges that they may mean.
// A combobox with a list, as the ARIA Authoring Practices describe it: the focus stays in the field,
// the arrows walk, Enter takes, Escape lets go. Nothing is ever taken by itself.

import { fold } from "./folding.js";

const MOST = 6;
const SHORTEST = 2;
const SHORTEST_WITHIN = 3; // of two letters too many names have a word that begins so
const SUGGESTED_FACETS = [
  "topic", "skill", "career", "neighbourhood", "organisation", "layer", "issuer", "destination", "kind",
  "cost", "eligibility", "badge", "mode", "access", "support", "language",
];
const SUGGESTED_DATES = ["when", "day", "time"];

/** Bring suggestions to the field of words. */
export function suggestWords(finder) {
  const { root, phrases } = finder;
  const field = root.querySelector("[data-finder-words]");
  const entries = entriesOf(finder);
  const list = document.createElement("ul");
  list.className = "suggested";
  list.id = `${field.id}-suggested`;
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", phrases.say("suggestions"));
  const status = document.createElement("span");
  status.className = "unseen";
  status.setAttribute("role", "status");
  field.after(list, status);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id]]) {
    field.setAttribute(name, value);
  }
  let found = [];
  let at = -1;

  const close = () => {
    if (list.hidden) {
      return;
    }
    list.hidden = true;
    at = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };
  const mark = (next) => {
    at = next;
    [...list.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === at)));
    if (at < 0) {
      field.removeAttribute("aria-activedescendant");
    } else {
      field.setAttribute("aria-activedescendant", list.children[at].id);
      list.children[at].scrollIntoView({ block: "nearest" });
    }
  };
  const take = (entry) => {
    close();
    entry.take();
  };
  const offer = () => {
    found = matching(entries, field.value);
    list.replaceChildren(...found.map((entry, place) => optionOf(entry, `${list.id}-${place}`, () => take(entry))));
    list.hidden = found.length === 0;
    field.setAttribute("aria-expanded", String(found.length > 0));
    status.textContent = found.length === 0 ? "" : phrases.count("suggested", found.length);
    mark(-1);
  };

  field.addEventListener("input", offer);
  field.addEventListener("blur", close);
  root.addEventListener("submit", close, { capture: true });
  field.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && !list.hidden) {
      // one place more than there are options: none of them, and back in the field
      mark((at + 1 + step + found.length + 1) % (found.length + 1) - 1);
      event.preventDefault();
    } else if (event.key === "Enter" && at >= 0) {
      event.preventDefault();
      take(found[at]);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault(); // or the browser empties the field
      close();
    }
  });
}

/** Return everything that may be suggested: what it is, its words, and what taking it does. */
function entriesOf({ root, fieldOf, phrases, parts: { index, filters }, ask, question, settle }) {
  const legend = (facet) => root.querySelector(`[data-filter="${facet}"] [data-filter-name]`)?.textContent.trim();
  const facets = SUGGESTED_FACETS.flatMap((facet) => {
    return (filters.offered.get(facet)?.choices ?? []).map(({ value, words, synonyms }) => ({
      kind: legend(facet) ?? facet,
      words,
      also: synonyms,
      take() {
        const asked = question();
        const held = asked.facets.get(facet) ?? new Set();
        ask({ ...asked, words: "", facets: new Map(asked.facets).set(facet, new Set([...held, value])) });
      },
    }));
  });
  const dates = SUGGESTED_DATES.flatMap((name) => {
    return [...root.querySelectorAll(`input[name="${name}"]:not([value=""])`)].map((box) => ({
      kind: box.closest("fieldset").querySelector("legend").textContent.trim(),
      words: box.closest("[data-choice]").querySelector("[data-choice-words]").textContent.trim(),
      also: [],
      take() {
        fieldOf("q").value = "";
        box.checked = true;
        box.dispatchEvent(new Event("input", { bubbles: true })); // as a finger would
      },
    }));
  });
  const named = new Map((filters.offered.get("neighbourhood")?.choices ?? []).map((it) => [it.value, it.synonyms]));
  const areas = index.areas.names.map((words, at) => ({
    kind: phrases.say("places"),
    words,
    also: named.get(index.areas.ids[at]) ?? [],
    take() {
      fieldOf("q").value = "";
      settle({
        latitude: index.areas.latitude[at], longitude: index.areas.longitude[at], words, area: index.areas.ids[at],
      });
    },
  }));
  const pages = filters.suggestions.map(({ kind, words, path }) => ({
    kind: phrases.say(kind),
    words,
    also: [],
    take() { location.assign((root.dataset.pages ?? "") + path); },
  }));
  return [...facets, ...dates, ...areas, ...pages].map((entry) => {
    return { ...entry, folded: [entry.words, ...entry.also].map(fold) };
  });
}

/** Return what begins like the words; then what has a word that does. */
function matching(entries, typed) {
  const wanted = fold(typed).trim();
  const length = [...wanted].length;
  if (length < SHORTEST) {
    return [];
  }
  const rank = ({ folded }) => {
    if (folded[0].startsWith(wanted)) {
      return 0;
    }
    if (folded.some((words) => words.startsWith(wanted))) {
      return 1;
    }
    return length >= SHORTEST_WITHIN && folded.some((words) => words.includes(` ${wanted}`)) ? 2 : 3;
  };
  return entries
    .map((entry) => [rank(entry), entry])
    .filter(([place]) => place < 3)
    .sort(([one], [other]) => one - other)
    .slice(0, MOST)
    .map(([, entry]) => entry);
}

function optionOf({ words, kind }, id, take) {
  const option = document.createElement("li");
  option.id = id;
  option.setAttribute("role", "option");
  option.setAttribute("aria-selected", "false");
  const name = document.createElement("bdi");
  name.textContent = words;
  const what = document.createElement("small");
  what.textContent = kind;
  option.append(name, " ", what);
  option.addEventListener("pointerdown", (event) => event.preventDefault()); // the focus stays in the field
  option.addEventListener("click", take);
  return option;
}
