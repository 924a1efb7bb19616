// The index's files: fetched once each, or taken out of the first where that holds them all.

import { expectFormat } from "./search_index.js";

/** The files of an index, beside the file at `coreUrl`; `termsUrl` is "" where core holds all. */
export class SearchFiles {
  #pending = new Map();
  #base;
  #get;

  constructor(coreUrl, termsUrl, get = getJson) {
    this.#base = new URL(".", coreUrl);
    this.#get = get;
    this.corePart = this.#once(coreUrl.href);
    if (termsUrl) {
      // asked for at once and not when the first word is typed: that would cost one more round trip
      this.#once(termsUrl.href).catch(() => {});
    }
  }

  /** Return the core file as it came. */
  async core() {
    return expectFormat(await this.corePart);
  }

  /** Return the directory of words. */
  async terms() {
    return expectFormat(await this.part((await this.core()).terms));
  }

  /** Return the file of this name. */
  async part(name) {
    const { parts } = await this.core();
    return parts?.[name] ?? this.#once(new URL(name, this.#base).href);
  }

  /** Return the cards of these row numbers, in their order. */
  async cards(numbers) {
    const { cards, span } = await this.core();
    const chunks = new Map();
    for (const number of numbers) {
      const chunk = Math.floor(number / span);
      if (!chunks.has(chunk)) {
        chunks.set(chunk, this.part(cards[chunk]));
      }
    }
    await Promise.all(chunks.values());
    return Promise.all(numbers.map(async (number) => {
      return expectFormat(await chunks.get(Math.floor(number / span))).cards[number];
    }));
  }

  #once(href) {
    if (!this.#pending.has(href)) {
      const reply = this.#get(href).catch((error) => {
        this.#pending.delete(href); // so that a lost connection can be tried again
        throw error;
      });
      this.#pending.set(href, reply);
    }
    return this.#pending.get(href);
  }
}

async function getJson(href) {
  const reply = await fetch(href);
  if (!reply.ok) {
    throw new Error(`${reply.status} for ${href}`);
  }
  return reply.json();
}
