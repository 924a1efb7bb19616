// The index's files: fetched once each, or taken out of the first where that holds them all.

import { shardKey } from "./folding.js";
import { expectFormat } from "./search_index.js";

/** The files of an index, beside the file at `coreUrl`; `termsUrl` is "" where core holds all. */
export class SearchFiles {
  #pending = new Map();
  #base;
  #get;
  #core;

  constructor(coreUrl, termsUrl, get = getJson) {
    this.#base = new URL(".", coreUrl);
    this.#get = get;
    this.#core = this.#once(coreUrl.href);
    if (termsUrl) {
      // asked for at once and not when the first word is typed: that would cost one more round trip
      this.#once(termsUrl.href).catch(() => {});
    }
  }

  /** Return the core file as it came. */
  async core() {
    return expectFormat(await this.#core);
  }

  /** Return words with their postings, among them all that begin like `token`. */
  async terms(token) {
    const { whole } = await this.core();
    if (whole !== undefined) {
      return whole.terms;
    }
    const name = (await this.#directory()).shards[shardKey(token)];
    return name === undefined ? {} : (await this.#part(name)).terms;
  }

  /** Return every word there is. */
  async lexicon() {
    const { whole } = await this.core();
    if (whole !== undefined) {
      return Object.keys(whole.terms);
    }
    return (await this.#part((await this.#directory()).lexicon)).terms;
  }

  /** Return the cards of these row numbers, in their order. */
  async cards(numbers) {
    const { whole, cards, span } = await this.core();
    if (whole !== undefined) {
      return numbers.map((number) => whole.cards[number]);
    }
    const chunkOf = (number) => Math.floor(number / span);
    const names = [...new Set(numbers.map(chunkOf))];
    const parts = await Promise.all(names.map((chunk) => this.#part(cards[chunk])));
    const held = new Map(names.map((chunk, at) => [chunk, parts[at].cards]));
    return numbers.map((number) => held.get(chunkOf(number))[number]);
  }

  async #directory() {
    return this.#part((await this.core()).terms);
  }

  async #part(name) {
    return expectFormat(await this.#once(new URL(name, this.#base).href));
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
