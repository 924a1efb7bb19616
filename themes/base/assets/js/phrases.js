// The page's interface strings, which a template wrote into a block of JSON: no script holds any.

/** Read the JSON block that `selector` finds within `root`. */
export function readBlock(root, selector) {
  return JSON.parse(root.querySelector(selector).textContent);
}

/** Interface strings in one language. */
export class Phrases {
  #strings;
  #plural;

  constructor(strings, language) {
    this.#strings = strings;
    this.#plural = new Intl.PluralRules(language);
  }

  /** Return a string with `{name}` replaced by what is given under that name. */
  say(key, given = {}) {
    return fill(this.#strings[key], given);
  }

  /**
   * Return a string in the plural that `number` takes. Under `key` stand the forms for some sample
   * numbers; the one whose sample is of the same category in this language is right.
   */
  count(key, number) {
    const forms = this.#strings[key];
    const category = this.#plural.select(number);
    const sample = Object.keys(forms).find((one) => this.#plural.select(Number(one)) === category);
    return fill(forms[sample ?? Object.keys(forms).at(-1)], { number });
  }
}

function fill(text, given) {
  return text.replace(/\{(\w+)\}/gu, (whole, name) => (name in given ? String(given[name]) : whole));
}
