// Measures inside a page under test, ours or a peer's. Put in before any script of the page's own.
//
// The hooks below are all that it knows of a finder (docs/explore-page.md). "Shown" is the moment
// after the frame that drew the last change: a change, a frame, and the task that comes after it.

(() => {
  const HOOKS = {
    list: "[data-finder-list]",
    card: "[data-finder-list] > *",
    status: "[data-finder-status]",
    form: "[data-finder-form]",
    words: "q",
    facet: (facet) => `[data-facet="${facet}"]`,
    choice: (facet) => `[data-facet="${facet}"] [data-choice] input`,
    mapToggle: "[data-finder-map-toggle]",
    mapPoint: ".map-canvas .leaflet-marker-icon",
    everything: "[data-finder], body",
  };

  const PATIENCE = 240_000; // a page that does not answer by then is broken, not slow

  const channel = new MessageChannel();
  const waiting = [];
  channel.port1.onmessage = () => waiting.shift()();

  /** Call back with the time after the next frame. */
  function afterFrame(then) {
    requestAnimationFrame(() => {
      waiting.push(() => then(performance.now()));
      channel.port2.postMessage(null);
    });
  }

  function isShown(element) {
    return element !== null && element.checkVisibility();
  }

  /** Wait for something in the page, looking again after every change; return when it was drawn. */
  function whenDrawn(look) {
    return new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error("nothing was shown")), PATIENCE);
      const check = () => {
        if (look()) {
          observer.disconnect();
          afterFrame(resolve);
        }
      };
      const observer = new MutationObserver(check);
      observer.observe(document, { subtree: true, childList: true, attributes: true });
      check();
    });
  }

  /**
   * Do something and wait until the page stands still for `quiet` milliseconds after list or status
   * changed. Return how long it took from the doing until the last change stood in the document, and
   * until it was drawn: `{ stood, drawn }`.
   */
  function settle(act, quiet, isAnswer = inAnswer) {
    return new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error("there was no answer")), PATIENCE);
      const root = document.querySelector(HOOKS.everything);
      let answered = false;
      let stood = 0;
      let drawn = 0;
      let timer = 0;
      let turn = 0;
      const began = performance.now();
      const observer = new MutationObserver((changes) => {
        answered ||= changes.some(({ target }) => isAnswer(target));
        const made = performance.now(); // observers are told at the end of the script that changed something
        turn += 1;
        const mine = turn;
        afterFrame((time) => {
          if (mine !== turn) {
            return; // there was another change meanwhile
          }
          stood = made;
          drawn = time;
          clearTimeout(timer);
          timer = setTimeout(() => {
            if (answered) {
              observer.disconnect();
              resolve({ stood: stood - began, drawn: drawn - began });
            }
          }, quiet);
        });
      });
      observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
      act();
    });
  }

  function inAnswer(node) {
    const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    return element !== null && element.closest(`${HOOKS.list}, ${HOOKS.status}`) !== null;
  }

  const firstShown = new Promise((resolve) => {
    whenDrawn(() => isShown(document.querySelector(HOOKS.card))).then(resolve);
  });

  let taken = null;
  let failure = null;

  function note(promise) {
    taken = null;
    promise.then((time) => { taken = time; }, (error) => { failure = error; });
  }

  globalThis.measured = {
    /** What had come when the first result was shown, and how. */
    async start() {
      const shown = await firstShown;
      const entries = [
        ...performance.getEntriesByType("navigation"),
        ...performance.getEntriesByType("resource"),
      ].filter(({ responseEnd }) => responseEnd > 0 && responseEnd <= shown);
      return {
        shown,
        painted: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
        files: entries.map(({ name, startTime, requestStart, responseEnd, encodedBodySize }) => ({
          name, startTime, requestStart, responseEnd, bytes: encodedBodySize,
        })),
      };
    },

    /** Send words; typing's own pause is not counted, because sending the form has none. */
    ask(words, quiet) {
      const form = document.querySelector(HOOKS.form);
      return settle(() => {
        form.elements[HOOKS.words].value = words;
        form.requestSubmit();
      }, quiet);
    },

    /** Tick or untick a choice that can be ticked, the next in turn; it stands where it can be seen. */
    async choose(facet, number, quiet) {
      const asked = document.querySelector(HOOKS.facet(facet));
      for (let part = asked.closest("details:not([open])"); part; part = part.parentElement.closest("details:not([open])")) {
        part.open = true;
        await new Promise(afterFrame);
      }
      const boxes = [...document.querySelectorAll(HOOKS.choice(facet))].filter((box) => !box.disabled);
      const box = boxes[number % boxes.length];
      return settle(() => box.click(), quiet);
    },

    /** Show the map; return when its points were drawn, or null where the page has none. */
    async map() {
      const toggle = document.querySelector(HOOKS.mapToggle);
      if (toggle === null) {
        return null;
      }
      const began = performance.now();
      toggle.click();
      return (await whenDrawn(() => document.querySelector(HOOKS.mapPoint) !== null)) - began;
    },

    /** Open the map of a page that is nothing but a map, and have `taken()` say how long it took. */
    openTrial() {
      const began = performance.now();
      note(trial.open().then(() => whenDrawn(() => document.querySelector(HOOKS.mapPoint) !== null))
        .then((time) => time - began));
    },

    /** The same for showing fewer points, or all of them again. */
    filterTrial(turn, quiet) {
      note(settle(() => trial.filter(turn), quiet, (node) => node.closest?.(".map-canvas") !== null)
        .then(({ drawn }) => drawn));
    },

    /** What was asked for last: how long it took, or null while it goes on. */
    taken() {
      if (failure !== null) {
        throw failure;
      }
      return taken;
    },

    files() {
      return performance.getEntriesByType("resource").map(({ name, encodedBodySize }) => ({
        name, bytes: encodedBodySize,
      }));
    },

    found() {
      return document.querySelector(HOOKS.status)?.textContent ?? "";
    },
  };
})();
