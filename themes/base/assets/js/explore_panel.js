// The parts of the panel and the choices in them. A city has hundreds of choices, and a page that holds
// every one of them is slower in all that it does: a part gets its own once it is opened.

export class Panel {
  #root;
  #template;
  #parts;
  #offered = new Map();
  #waiting;
  #question;
  #seeing = [];

  /** `question` returns what is asked: what of it stands in a part not opened yet is ticked then. */
  constructor(root, question) {
    this.#root = root;
    this.#template = root.querySelector("template[data-finder-tick]");
    this.#question = question;
    this.#parts = [...root.querySelectorAll("[data-finder-group]")];
    this.#waiting = new Map([...root.querySelectorAll("[data-facet]")].map((it) => [it.dataset.facet, it]));
    // a press opens a part only afterwards; what opens it otherwise, as searching in the page does,
    // tells of it when it is open
    for (const event of ["click", "toggle"]) {
      root.addEventListener(event, ({ target }) => this.#opening(target.closest("summary, details")), true);
    }
  }

  /** Call back with each part that is about to be seen, its choices in it. */
  whenSeen(call) {
    this.#seeing.push(call);
  }

  /** Return the parts that are open, and so is what they stand in. */
  get seen() {
    return this.#parts.filter((part) => part.open && (part.parentElement.closest("details")?.open ?? true));
  }

  /** Take the choices of every facet, as the file of filters has them. */
  offer(offered) {
    this.#offered = offered;
    this.seen.forEach((part) => this.#fill(part));
  }

  /** Return a question that the form asks with what it has no choices for yet, as it was asked. */
  withWaiting(question) {
    const asked = this.#question().facets;
    const kept = [...this.#waiting.keys()].filter((facet) => asked.has(facet)).map((facet) => [facet, asked.get(facet)]);
    return { ...question, facets: new Map([...question.facets, ...kept]) };
  }

  /** Return a choice in words, called as the panel calls it. */
  words(name, value) {
    const offered = this.#offered.get(name)?.choices.find((choice) => choice.value === value);
    const box = offered ? null : this.#root.querySelector(`input[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`);
    return offered?.words ?? box?.closest("[data-choice]").querySelector("[data-choice-words]").textContent ?? value;
  }

  #opening(opened) {
    const details = opened?.closest("details");
    for (const part of details ? this.#parts : []) {
      if (part === details || (details.contains(part) && part.open)) {
        this.#fill(part);
        this.#seeing.forEach((call) => call(part));
      }
    }
  }

  #fill(part) {
    for (const fieldset of part.querySelectorAll("[data-facet]")) {
      const { facet } = fieldset.dataset;
      if (this.#waiting.has(facet) && this.#offered.has(facet)) {
        this.#waiting.delete(facet);
        const chosen = this.#question().facets.get(facet);
        const choices = this.#offered.get(facet).choices.map((it) => this.#choice(facet, it, chosen?.has(it.value)));
        fieldset.querySelector("[data-choices]").replaceChildren(...choices);
        const typed = fieldset.querySelector("[data-narrow]");
        typed?.addEventListener("input", () => narrow(fieldset, typed.value));
        typed?.addEventListener("keydown", (event) => {
          if (event.key === "Enter") {
            event.preventDefault(); // it asks nothing: who is done with typing looks at the list
          }
        });
      }
    }
  }

  #choice(facet, { value, words, language }, chosen) {
    const choice = this.#template.content.firstElementChild.cloneNode(true);
    const box = choice.querySelector("input");
    box.name = facet;
    box.value = value;
    box.checked = chosen ?? false;
    const label = choice.querySelector("[data-choice-words]");
    label.textContent = words;
    if (language) {
      label.lang = language;
    }
    return choice;
  }
}

function narrow(fieldset, typed) {
  const wanted = typed.trim().toLocaleLowerCase();
  for (const choice of fieldset.querySelectorAll("[data-choice]")) {
    const words = choice.querySelector("[data-choice-words]").textContent.toLocaleLowerCase();
    choice.hidden = !words.includes(wanted) && !choice.querySelector("input").checked;
  }
}
