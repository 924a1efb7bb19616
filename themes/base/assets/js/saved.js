// The page /saved/: the cards of what was saved here, or of a list that somebody sent as a link.
// Such a list is shown and never kept until its reader says so.

import { merged } from "./saved_calendar.js";
import { fromFragment, shelfOf, toFragment } from "./saved_list.js";
import { decorate, keep, onSaved, savedIds } from "./saving.js";
import { Phrases, readBlock } from "./phrases.js";

const FACTS = ["text", "kind", "state", "where", "cost", "ages", "note", "by"];
const MOST_MOVES = 3;

class SavedList {
  #root;
  #phrases;
  #shelves = new Map();
  #sent = [];
  #shown = [];
  #before = null;
  #turn = 0;

  constructor(root) {
    this.#root = root;
    this.#phrases = new Phrases(readBlock(root, "[data-saved-phrases]"));
    this.#on("keep", () => this.#keepSent());
    this.#on("own", () => this.#leaveSent());
    this.#on("print", () => print());
    this.#on("calendar", () => this.#calendar());
    this.#on("share", () => this.#share());
    this.#on("delete", () => this.#change([], "deleted"));
    this.#on("undo", () => this.#undo());
    this.#find("share").hidden = !navigator.share;
    onSaved(() => this.#sent.length > 0 || this.show());
    addEventListener("hashchange", () => this.open());
  }

  /** Show what the address asks for: a list that it carries, else this browser's own. */
  async open() {
    this.#sent = fromFragment(location.hash);
    await this.show();
    this.#root.hidden = false;
    document.querySelector("[data-saved-plain]").hidden = true;
  }

  async show() {
    this.#turn += 1;
    const turn = this.#turn;
    const sent = this.#sent.length > 0;
    const ids = sent ? this.#sent : savedIds();
    const items = await Promise.all(ids.map((id) => this.#item(id)));
    if (turn !== this.#turn) return;
    const now = [...new Set(items.map(({ id }) => id))];
    if (!sent && String(now) !== String(ids)) {
      keep(now); // what has moved is kept under its new address from now on, and shown again
      return;
    }
    // a link's ids are anybody's words: those that no card stands for are counted and not shown
    this.#shown = soonestFirst(items.filter(({ card, unloaded }) => !sent || card || unloaded));
    this.#find("list").replaceChildren(...this.#shown.map((item) => this.#element(item, sent)));
    decorate(this.#find("list"));
    this.#find("count").textContent = this.#counted(sent, this.#shown.length, ids.length);
    this.#find("sent").hidden = !sent;
    this.#find("empty").hidden = ids.length > 0;
    this.#find("tools").hidden = this.#shown.length === 0;
    this.#find("keep").hidden = this.#shown.length === 0;
    this.#find("link").value = this.#link(this.#shown.map(({ id }) => id));
    this.#find("delete").hidden = sent;
  }

  #counted(sent, shown, all) {
    const said = shown > 0 ? [this.#phrases.count(sent ? "sent" : "number", shown)] : [];
    const lost = all - shown > 0 ? [this.#phrases.count("lost", all - shown)] : [];
    return [...said, ...lost].join(" ");
  }

  /** Return the card of an id, wherever it has moved, with the first date that is not over. */
  async #item(asked) {
    let id = asked;
    try {
      let card = await this.#card(id);
      for (let moves = 0; card?.moved && moves < MOST_MOVES; moves += 1) {
        id = card.moved;
        card = await this.#card(id);
      }
      const next = card?.dates?.find(([, , ends]) => Date.parse(ends) > Date.now());
      return { id, card: card?.title ? card : null, next };
    } catch {
      return { id: asked, card: null, unloaded: true };
    }
  }

  async #card(id) {
    const { shelves, cards } = this.#root.dataset;
    const number = shelfOf(id, Number(shelves));
    if (!this.#shelves.has(number)) {
      this.#shelves.set(number, this.#shelf(new URL(`${cards}${number}.json`, document.baseURI)));
    }
    try {
      return (await this.#shelves.get(number)).get(id);
    } catch (error) {
      this.#shelves.delete(number); // to be asked for again
      throw error;
    }
  }

  async #shelf(address) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${answer.status} for ${address}`);
    return new Map((await answer.json()).cards);
  }

  #element({ id, card, next, unloaded }, sent) {
    const element = this.#find("card").content.firstElementChild.cloneNode(true);
    const link = element.querySelector("[data-card-link]");
    const title = card?.title ?? id.split("/")[1];
    for (const place of element.querySelectorAll("[data-card-title]")) {
      place.textContent = title;
      if (card?.language) place.lang = card.language;
    }
    if (card !== null || unloaded) {
      link.href = `${this.#root.dataset.pages}${id}/`;
    } else {
      link.replaceWith(...link.childNodes); // there is nothing to go to
    }
    const problem = this.#phrases.say(unloaded ? "unloaded" : "gone");
    const facts = card ?? { kind: problem };
    if (card?.code) element.classList.add(card.code);
    put(element, "summary", card?.summary, card?.summaryLanguage);
    for (const fact of FACTS) put(element, fact, facts[fact]);
    put(element, "when", next?.[0] ?? card?.when ?? (card?.dates ? this.#phrases.say("passed") : ""));
    const list = element.querySelector(".facts");
    if (list.childElementCount === 0) list.remove();
    const save = element.querySelector("[data-save]");
    const remove = element.querySelector("[data-saved=remove]");
    if (sent) {
      remove.remove();
      if (card === null) save.remove();
      save.dataset.save = id;
    } else {
      save.remove();
      remove.addEventListener("click", () => {
        this.#change(savedIds().filter((one) => one !== id), "removed", title);
      });
    }
    return element;
  }

  /** Change the list in a way that can be undone, and say so where the reader now is. */
  #change(ids, done, title) {
    this.#before = savedIds();
    keep(ids);
    this.#tell(this.#phrases.say(done, { title }));
    this.#find("undo").hidden = false;
    this.#find("undo").focus();
  }

  #undo() {
    keep([...this.#before, ...savedIds()]);
    this.#tell(this.#phrases.say("undone"));
    this.#find("heading").focus();
  }

  #keepSent() {
    this.#before = savedIds();
    keep([...this.#before, ...this.#shown.map(({ id }) => id)]);
    this.#leaveSent();
    this.#tell(this.#phrases.say("kept"));
  }

  #leaveSent() {
    history.replaceState(null, "", location.pathname);
    this.#find("heading").focus();
    this.open();
  }

  #link(ids) {
    return `${location.origin}${location.pathname}#${toFragment(ids)}`;
  }

  async #share() {
    try {
      await navigator.share({ title: document.title, url: this.#find("link").value });
    } catch {
      // shut again without sharing: nothing to say
    }
  }

  /** Make one calendar of all that has dates, out of the files that the site publishes. */
  async #calendar() {
    const dated = this.#shown.filter(({ card }) => card?.calendar);
    const files = await Promise.allSettled(dated.map(({ id }) => this.#eventFile(id)));
    const found = files.filter(({ status }) => status === "fulfilled").map(({ value }) => value);
    const missing = files.length - found.length;
    if (found.length > 0) {
      download(merged(this.#phrases.say("calendar"), found), "saved.ics");
    }
    if (files.length === 0) {
      this.#tell(this.#phrases.say("dateless"));
    } else {
      this.#tell(missing ? this.#phrases.count("missing", missing) : this.#phrases.say("saved"));
    }
  }

  async #eventFile(id) {
    const answer = await fetch(`${this.#root.dataset.pages}${id}/event.ics`);
    if (!answer.ok) throw new Error(`${answer.status} for ${id}`);
    return answer.text();
  }

  #tell(words) {
    this.#find("done").textContent = words;
    this.#find("undo").hidden = true;
  }

  #find(name) {
    return this.#root.querySelector(`[data-saved=${name}]`);
  }

  #on(name, listener) {
    this.#find(name).addEventListener("click", listener);
  }
}

/** Return items by their next date; what has none keeps its place behind them. */
function soonestFirst(items) {
  const start = ({ next }) => (next ? Date.parse(next[1]) : Infinity);
  return [...items].sort((one, other) => (start(one) === start(other) ? 0 : start(one) - start(other)));
}

/** Put words into their place in a card; a card that has none loses the place. */
function put(element, fact, words, language) {
  const place = element.querySelector(`[data-fact=${fact}]`);
  if (!words) {
    place.remove();
    return;
  }
  place.textContent = words;
  if (language) Object.assign(place, { lang: language, dir: "auto" });
}

function download(text, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/calendar" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // some browsers read it only then
}

const root = document.querySelector("[data-saved-root]");
if (root !== null) new SavedList(root).open();
