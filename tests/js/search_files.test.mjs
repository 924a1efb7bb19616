import assert from "node:assert/strict";
import { test } from "node:test";

import { SearchFiles } from "../../themes/base/assets/js/search_files.js";

const BASE = "https://place.example/assets/search/en/";
const CORE = { format: 1, terms: "terms.json", span: 128, cards: { 0: "a.json", 1: "b.json" } };
const HELD = {
  "core.json": CORE,
  "terms.json": { format: 1, shards: { ro: "ro.json" }, lexicon: "lexicon.json" },
  "ro.json": { format: 1, terms: { robot: [8] } },
  "a.json": { format: 1, cards: { 3: { title: "three" }, 5: { title: "five" } } },
  "b.json": { format: 1, cards: { 130: { title: "far" } } },
};

function files(held = HELD) {
  const asked = [];
  const get = async (href) => {
    asked.push(href.replace(BASE, ""));
    const found = held[href.replace(BASE, "")];
    if (!found) {
      throw new Error("no such file");
    }
    return found;
  };
  return { asked, files: new SearchFiles(new URL("core.json", BASE), new URL("terms.json", BASE), get) };
}

test("cards of one chunk are one request, and are asked for once", async () => {
  const { asked, files: some } = files();

  const cards = await some.cards([5, 130, 3]);
  await some.cards([3]);

  assert.deepEqual(cards.map(({ title }) => title), ["five", "far", "three"]);
  assert.deepEqual(asked.filter((name) => /^[ab]/u.test(name)), ["a.json", "b.json"]);
});

test("a word asks for its shard alone, in one round trip after the first", async () => {
  const { asked, files: some } = files();
  await some.core();

  assert.deepEqual(await some.terms("robots"), { robot: [8] });
  assert.deepEqual(await some.terms("zebra"), {});
  assert.deepEqual(asked, ["core.json", "terms.json", "ro.json"]);
});

test("a request that failed can be made again", async () => {
  const held = { ...HELD };
  delete held["ro.json"];
  const { files: some } = files(held);
  await assert.rejects(some.terms("robot"));

  held["ro.json"] = HELD["ro.json"];

  assert.deepEqual(await some.terms("robot"), { robot: [8] });
});

test("an index of another format is refused", async () => {
  const { files: some } = files({ ...HELD, "core.json": { ...CORE, format: 2 } });

  await assert.rejects(some.cards([3]), /format/u);
});
