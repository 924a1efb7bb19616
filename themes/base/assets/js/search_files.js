// The index's files: fetched once each, or taken out of the first where that holds them all.

import { FIELD_BITS, expectFormat, undelta } from "./search_index.js";

const DIGEST = 6;
const LONGEST_KEY = 4;

/** The files of an index, beside the file at `coreUrl`. `get` fetches an address as JSON. */
export class SearchFiles {
  #pending = new Map();
  #read = new Map();
  #here = new Set();
  #base;
  #get;
  #core;
  #places = null;
  #lexicon = null;

  constructor(coreUrl, get = getJson) {
    this.#base = new URL(".", coreUrl).href;
    this.#get = get;
    this.#core = this.#once(coreUrl.href);
  }

  /** Return the core file as it came. */
  async core() {
    return expectFormat(await this.#core);
  }

  /** Return the file of filters as it came. */
  async filters() {
    const { whole, filters } = await this.core();
    return whole?.filters ?? this.#part(filters);
  }

  /**
   * Return the words that may match a token, as `{ words, stems, postings(at) }` in parts: those that
   * begin like it, if `prefix`, and those of its stem.
   */
  async words(token, stem, prefix) {
    const { whole } = await this.core();
    if (whole !== undefined) {
      return [this.#shard("", whole.words)];
    }
    const keys = await this.#keysFor(token, stem, prefix);
    return Promise.all(keys.map(async (key) => this.#shard(key, await this.#piece("words", key))));
  }

  /** Return where a word stands: a Map from row number to the positions, ascending. */
  async places(word) {
    const { whole, places } = await this.core();
    const key = whole === undefined ? (await this.#keysFor(word, word, false))[0] : "";
    if (key === undefined) {
      return new Map();
    }
    const [shard, part] = await Promise.all(whole === undefined
      ? [this.#piece("words", key).then((held) => this.#shard(key, held)), this.#piece("places", key)]
      : [this.#shard("", whole.words), this.#part(places)]);
    const at = shard.words.indexOf(word);
    return at < 0 ? new Map() : placesOf(shard.postings(at), part.places[at]);
  }

  /** Return every word there is. */
  async lexicon() {
    const { whole, lexicon } = await this.core();
    const { words } = whole?.words ?? await this.#part(lexicon);
    return (this.#lexicon ??= words === "" ? [] : words.split(" "));
  }

  /** Return the cards of these row numbers, in their order, each as a promise of its own. */
  async cards(numbers) {
    const { whole, cards, span } = await this.core();
    return Array.from(numbers, async (number) => {
      const chunk = Math.floor(number / span);
      return (whole ?? await this.#part(chunkName(chunk, cards))).cards[number];
    });
  }

  /** Say whether the cards of these row numbers have come already. */
  async hasCards(numbers) {
    const { whole, cards, span } = await this.core();
    return whole !== undefined || numbers.every((number) => {
      return this.#here.has(this.#hrefOf(chunkName(Math.floor(number / span), cards)));
    });
  }

  /** Return the keys of the shards in which a token's matches lie. */
  async #keysFor(token, stem, prefix) {
    const places = await this.#keys();
    const homes = new Set([longestKey(token, places), longestKey(stem, places)]);
    if (prefix) {
      for (const key of places.keys()) {
        if (key.startsWith(token)) {
          homes.add(key);
        }
      }
    }
    homes.delete(undefined);
    return [...homes];
  }

  /** Return each shard's key with its place in the core's lists. */
  async #keys() {
    const { shards } = await this.core();
    this.#places ??= new Map(shards.keys.map((key, at) => [key, at]));
    return this.#places;
  }

  async #piece(kind, key) {
    const { shards } = await this.core();
    const at = (await this.#keys()).get(key) * DIGEST;
    return this.#part(`${kind[0]}${inHex(key)}-${shards[kind].slice(at, at + DIGEST)}.json`);
  }

  /** Read a shard once: words as a list, stems in full. Postings are undone once they match. */
  #shard(key, { words, stems, postings }) {
    if (!this.#read.has(key)) {
      const list = words === "" ? [] : words.split(" ");
      this.#read.set(key, {
        words: list,
        stems: list.map((word, at) => (typeof stems[at] === "number" ? firstOf(word, stems[at]) : stems[at])),
        postings: (at) => (ArrayBuffer.isView(postings[at]) ? postings[at] : (postings[at] = undelta(postings[at]))),
      });
    }
    return this.#read.get(key);
  }

  async #part(name) {
    const href = this.#hrefOf(name);
    const part = expectFormat(await this.#once(href));
    this.#here.add(href);
    return part;
  }

  #hrefOf(name) {
    return `${this.#base}${name}`;
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

function chunkName(chunk, digests) {
  return `c${chunk}-${digests.slice(chunk * DIGEST, (chunk + 1) * DIGEST)}.json`;
}

/** Return the longest key that a word begins with, counting in characters as Python does. */
function longestKey(word, places) {
  for (let length = LONGEST_KEY; length > 0; length -= 1) {
    const key = firstOf(word, length);
    if (places.has(key)) {
      return key;
    }
  }
  return undefined;
}

function firstOf(word, length) {
  return word.length === length ? word : [...word].slice(0, length).join("");
}

function inHex(text) {
  return Array.from(new TextEncoder().encode(text), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function placesOf(postings, flat) {
  const found = new Map();
  let at = 0;
  for (const posting of postings) {
    const count = flat[at];
    const number = posting >> FIELD_BITS;
    found.set(number, [...(found.get(number) ?? []), ...undelta(flat.slice(at + 1, at + 1 + count))]);
    at += 1 + count;
  }
  return found;
}

async function getJson(href) {
  const reply = await fetch(href);
  if (!reply.ok) {
    throw new Error(`${reply.status} for ${href}`);
  }
  return reply.json();
}
