// The question in the address, and where the reader is in the history of the page. To write there takes
// a browser about as long as to answer, so that whoever asked has the answer first.

import { writeQuestion } from "./question.js";

export class Address {
  #unwritten = null;

  constructor() {
    // what is pressed may lead away, and back to here
    document.addEventListener("click", () => this.#write(), true);
  }

  /**
   * Keep a question and the origin asked from, once what was changed is drawn. A word in the making
   * takes the place of the last entry, a choice makes one to go back to.
   */
  keep(question, origin, typing) {
    this.#write();
    this.#unwritten = { question, origin, typing };
    afterFrame(() => this.#write());
  }

  /** Let go of what is not written yet: somebody went back from it. */
  forget() {
    this.#unwritten = null;
  }

  #write() {
    if (this.#unwritten !== null) {
      const { question, origin, typing } = this.#unwritten;
      this.#unwritten = null;
      const query = writeQuestion(question).toString();
      const same = `?${query}` === (location.search || "?");
      history[typing || same ? "replaceState" : "pushState"](
        { origin }, "", query ? `?${query}` : location.pathname,
      );
    }
  }
}

/** Call back once the next frame is drawn; at once where none is, as in a tab behind others. */
function afterFrame(then) {
  document.hidden ? then() : requestAnimationFrame(() => setTimeout(then));
}
