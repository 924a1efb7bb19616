// The page's interface strings, which a template wrote into a block of JSON: no script holds any.

/** Read the JSON block that `selector` finds within `root`. */
export function readBlock(root, selector) {
  return JSON.parse(root.querySelector(selector).textContent);
}

/** Interface strings in one language. */
export class Phrases {
  #strings;

  constructor(strings) {
    this.#strings = strings;
  }

  /** Return a string with `{name}` replaced by what is given under that name. */
  say(key, given = {}) {
    return fill(this.#strings[key], given);
  }

  /**
   * Return a string in the plural that `number` takes; `said` is how the number is written. Under
   * `key` stand the forms, and `plurals` says by which of them each number goes, as the server does.
   */
  count(key, number, said = number) {
    const form = Number.parseInt(this.#strings.plurals[placeOf(number)], 36);
    return fill(this.#strings[key][form], { number: said });
  }
}

/** Return where `plurals` tells the form of a number: see PLURAL_NUMBERS in generator/model/wording.py. */
function placeOf(number) {
  if (!Number.isInteger(number)) {
    return 100; // fractions take the form of a hundred, as on the server
  }
  if (number < 200) {
    return number;
  }
  return number % 1_000_000 === 0 ? 200 : 100 + (number % 100);
}

function fill(text, given) {
  return text.replace(/\{(\w+)\}/gu, (whole, name) => (name in given ? String(given[name]) : whole));
}
