// The finder: reads its forms, asks the index, shows list, counts and map of one and the same result
// set. The page lists everything by itself until the index is here, and if it never is.
// docs/explore-page.md says which hooks the page must have.

import { answer, needsFilters } from "./finding.js";
import { takeBrought } from "./brought.js";
import { Address } from "./explore_address.js";
import { cardFiller } from "./explore_cards.js";
import { Counts } from "./explore_counts.js";
import { fieldOf, fillFields, readAddress, readFields, usedShower } from "./explore_form.js";
import { areaOrigin } from "./explore_origin.js";
import { Panel } from "./explore_panel.js";
import { Results } from "./explore_results.js";
import { Phrases, readBlock } from "./phrases.js";
import { readQuestion, without, withoutPostcode } from "./question.js";
import { Calendar, wallMinute } from "./search_dates.js";
import { distancesFrom } from "./search_distances.js";
import { SearchFiles } from "./search_files.js";
import { readCore, readFilters } from "./search_index.js";
import { askedTokens, scoresFor } from "./search_words.js";
import { stemmerFor } from "./stemming.js";

const TYPING_MILLISECONDS = 150;
const WIDE = "(min-width: 62rem)"; // as in explore.css

class Explorer {
  #root;
  #phrases;
  #files;
  #parts;
  #facets;
  #fill;
  #panel;
  #counts;
  #showUsed;
  #results;
  #map = null;
  #where = null;
  #stem = null;
  #question;
  #origin;
  #found = [];
  #turn = 0;
  #address = new Address();
  #toggle;
  #mapWanted = false;

  constructor(root, files, index) {
    this.#root = root;
    this.#phrases = new Phrases(readBlock(root, "[data-finder-phrases]"));
    this.#files = files;
    this.#parts = { index, filters: null, calendar: new Calendar(index) };
    this.#facets = [...root.querySelectorAll("[data-facet]")].map(({ dataset }) => dataset.facet);
    this.#fill = cardFiller(root, index, this.#phrases);
    this.#panel = new Panel(root, () => this.#question);
    this.#counts = new Counts(this.#panel);
    this.#showUsed = usedShower(root);
    this.#results = new Results(root, this.#phrases, files, index, this.#fill);
    this.#toggle = root.querySelector("[data-finder-map-toggle]");
    this.#toggle?.addEventListener("click", this.#tapped);
    this.#read(history.state);
    this.#listen();
  }

  /** The button is there before the map's script is: who has pressed it need not press it again. */
  #tapped = () => {
    this.#mapWanted = !this.#mapWanted;
  };

  /** Answer what the address asks, then load what further questions need. */
  async start() {
    fillFields(this.#root, this.#question);
    if (needsFilters(this.#question)) {
      // what the words need comes meanwhile, and a failure to fetch it is met when it is asked for again
      await Promise.all([this.#loadFilters(), this.#scores().catch(() => {})]);
    }
    const typed = takeBrought();
    if (typed !== null) {
      // whoever comes from the first page has said where: a list that is sorted anew a moment after it
      // came would be tapped in the wrong place
      await this.#addPlace().catch((error) => this.#lacks("places", error));
      await this.#where?.takeBrought(typed);
      this.#asked(this.#fromForm(), true);
    }
    await this.update();
    if (this.#parts.filters === null) {
      await this.#loadFilters();
      await this.update();
    }
    await this.#addParts();
  }

  /** Ask a question that did not come from the fields, and let the fields say it; null asks nothing. */
  ask(question) {
    const asked = question ?? readQuestion(new URLSearchParams(), this.#facets);
    if (asked.near === "" && this.#origin !== null && (question === null || this.#question.near !== "")) {
      this.#origin = null;
      this.#where?.show(null);
    }
    fillFields(this.#root, asked);
    this.#asked(asked, false);
  }

  /** Take the reader to be somewhere, or with null nowhere in particular. */
  settle(origin) {
    this.#origin = origin;
    this.#where?.show(origin);
    this.#asked(this.#fromForm(), false);
  }

  async #loadFilters() {
    this.#parts.filters = readFilters(await this.#files.filters());
    this.#panel.offer(this.#parts.filters.offered);
  }

  /** The map and suggestions, and mostly the place: nobody needs them in the first moment. */
  async #addParts() {
    const finder = this.#self();
    const toggle = this.#toggle;
    const [map, suggestions] = await Promise.all([
      toggle && import("./explore_map.js").catch((error) => this.#lacks("the map", error)),
      import("./explore_suggest.js").catch((error) => this.#lacks("suggestions", error)),
      this.#addPlace().catch((error) => this.#lacks("places", error)),
    ]);
    suggestions?.suggestWords(finder);
    this.#map = map?.mapInStep(finder) ?? null;
    this.#map?.show(this.#found, this.#question.box !== null);
    if (toggle !== null && this.#map === null) {
      toggle.hidden = true;
      this.#root.querySelector("[data-finder-map-failed]").hidden = false;
    }
    toggle?.removeEventListener("click", this.#tapped);
    if (this.#map !== null && this.#mapWanted) {
      toggle.click();
    }
    this.#root.dataset.ready = "";
  }

  /** A part that did not come takes no other with it: the list is answered without. */
  #lacks(part, error) {
    console.warn(`the finder has to do without ${part}:`, error.message);
    return null;
  }

  async #addPlace() {
    if (this.#where === null && this.#root.querySelector("[data-finder-where]")) {
      const { placeField } = await import("./explore_where.js");
      this.#where = placeField(this.#self());
      await this.#where.begin(this.#origin);
    }
  }

  /** What its parts may know of the finder, and ask of it. */
  #self() {
    return {
      root: this.#root, phrases: this.#phrases, files: this.#files, parts: this.#parts,
      href: this.#fill.href, fieldOf: (name) => fieldOf(this.#root, name),
      question: () => this.#question,
      ask: (question) => this.ask(question),
      settle: (origin) => this.settle(origin),
      reveal: (position) => this.#results.reveal(position),
    };
  }

  #listen() {
    let typing = 0;
    this.#root.addEventListener("input", ({ target }) => {
      if (!target.name) {
        return; // the place, and what narrows a list of choices, see to themselves
      }
      clearTimeout(typing);
      this.#keepDatesApart(target);
      const wait = target.matches("[type=search], [type=number]") ? TYPING_MILLISECONDS : 0;
      typing = setTimeout(() => this.#asked(this.#fromForm(), wait > 0), wait);
    });
    this.#root.addEventListener("submit", async (event) => {
      event.preventDefault();
      clearTimeout(typing);
      await this.#where?.takeTyped();
      this.#asked(this.#fromForm(), false);
      if (event.submitter?.matches("[data-finder-show]")) {
        this.#root.querySelector("[data-finder-panel]").open = matchMedia(WIDE).matches;
      }
      this.#root.querySelector("[data-finder-heading]").focus();
    });
    this.#root.addEventListener("reset", (event) => {
      event.preventDefault(); // resetting would bring back what the address asked for at first
      this.ask(null);
    });
    // followed, a link within the page would be an entry in the history that knows of no origin
    this.#root.addEventListener("click", (event) => {
      const within = event.target.closest('a[href^="#"]');
      if (within) {
        event.preventDefault();
        document.getElementById(within.hash.slice(1)).focus();
      }
    });
    addEventListener("popstate", ({ state }) => {
      this.#address.forget();
      this.#read(state);
      fillFields(this.#root, this.#question);
      this.#where?.show(this.#origin);
      this.update();
    });
    const wide = matchMedia(WIDE).matches;
    this.#root.querySelector("[data-finder-panel]").open = wide;
    for (const group of this.#root.querySelectorAll("[data-finder-group]")) {
      group.open &&= wide; // folded, all their names are on one small screen
    }
    this.#root.querySelector("[data-finder-submit]").disabled = false;
  }

  /** A named stretch of days and a range of one's own are one or the other. */
  #keepDatesApart({ name }) {
    if (name === "when") {
      fieldOf(this.#root, "from").value = fieldOf(this.#root, "to").value = "";
    } else if (name === "from" || name === "to") {
      for (const period of this.#root.querySelectorAll("[name=when]")) {
        period.checked = period.value === "";
      }
    }
  }

  /** Read the address, and from the history of this page where the reader said they are. */
  #read(state) {
    this.#question = readAddress(this.#root, this.#facets, new URLSearchParams(location.search));
    this.#origin = state?.origin ?? areaOrigin(this.#parts.index, this.#question.near);
  }

  /** The fields' question; what of it there is no field for, or not yet, stays as it was. */
  #fromForm() {
    const asked = this.#panel.withWaiting(readFields(this.#root, this.#facets));
    return { ...asked, box: this.#question.box };
  }

  #asked(question, typing) {
    this.#question = { ...question, near: this.#origin?.area ?? "" };
    this.update();
    this.#address.keep(this.#question, this.#origin, typing);
  }

  /** Answer the question again and show the answer, unless another was asked meanwhile. */
  async update() {
    this.#turn += 1;
    const turn = this.#turn;
    try {
      const { index } = this.#parts;
      const found = await this.#scores();
      if (turn !== this.#turn) {
        return;
      }
      const metres = this.#origin === null ? null : distancesFrom(index, this.#origin);
      const now = wallMinute(index.epoch, index.zone, new Date());
      const result = answer(this.#parts, this.#question, found?.scores ?? null, metres, now);
      this.#counts.show(result);
      this.#showUsed(this.#question);
      const listed = this.#results.show({ result, metres, words: found });
      this.#found = result.found;
      this.#map?.show(result.found, this.#question.box !== null);
      if (await listed) {
        await this.#results.explain({
          panel: this.#panel, origin: this.#origin, question: this.#question, words: found,
          ask: (left) => this.ask(left),
          loosen: (filter) => this.ask(without(this.#question, filter)),
        });
        this.#results.appear();
        await this.#results.complete();
      }
    } catch (error) {
      if (turn === this.#turn) {
        this.#results.announce(this.#phrases.say("failed"));
        console.warn("the finder could not answer:", error.message);
        if (this.#root.hidden) {
          throw error; // the plain page is still there, and stays
        }
      }
    }
  }

  async #scores() {
    const { index } = this.#parts;
    const words = withoutPostcode(this.#question.words);
    if (askedTokens(words, index.common).length === 0) {
      return null;
    }
    this.#stem ??= await stemmerFor(index.language, stemmersOf(this.#root));
    return scoresFor(this.#files, index, this.#stem, words);
  }
}

function stemmersOf(root) {
  return new URL(root.dataset.stemmers, document.baseURI);
}

async function start(root) {
  const files = new SearchFiles(new URL(root.dataset.core, document.baseURI));
  if (new URLSearchParams(location.search).get("q")) {
    // not only once the index has said its language, which is the page's: that were a round trip more
    stemmerFor(document.documentElement.lang, stemmersOf(root)).catch(() => {});
  }
  const explorer = new Explorer(root, files, readCore(await files.core()));
  await explorer.start();
}

const root = document.querySelector("[data-finder]");
if (root !== null) {
  start(root).catch((error) => console.warn("the finder could not start:", error.message));
}
