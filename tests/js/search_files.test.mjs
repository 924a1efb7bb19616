import assert from "node:assert/strict";
import { test } from "node:test";

import { SearchFiles } from "../../themes/base/assets/js/search_files.js";

const BASE = "https://place.example/assets/search/en/";
const CORE = {
  format: 2, span: 128, cards: "aaaaaabbbbbb", lexicon: "lexicon.json", filters: "filters.json",
  shards: { keys: ["ro", "d"], words: "111111222222", places: "333333444444" },
};
const HELD = {
  "core.json": CORE,
  "lexicon.json": { format: 2, words: "robot robots" },
  "w726f-111111.json": { format: 2, words: "robot robots", stems: [5, "robot"], postings: [[8], [16, 8]] },
  "p726f-333333.json": { format: 2, places: [[1, 4], [2, 0, 3, 1, 7]] },
  "w64-222222.json": { format: 2, words: "die dying", stems: [3, "die"], postings: [[24], [24]] },
  "c0-aaaaaa.json": { format: 2, cards: { 3: { title: "three" }, 5: { title: "five" } } },
  "c1-bbbbbb.json": { format: 2, cards: { 130: { title: "far" } } },
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
  return { asked, files: new SearchFiles(new URL("core.json", BASE), get) };
}

async function titles(some, numbers) {
  return (await Promise.all(await some.cards(numbers))).map(({ title }) => title);
}

test("cards of one chunk are one request, and are asked for once", async () => {
  const { asked, files: some } = files();

  const found = await titles(some, [5, 130, 3]);
  await titles(some, [3]);

  assert.deepEqual(found, ["five", "far", "three"]);
  assert.deepEqual(asked.filter((name) => name.startsWith("c") && name !== "core.json"), ["c0-aaaaaa.json", "c1-bbbbbb.json"]);
});

test("cards are here once their chunks have come", async () => {
  const { asked, files: some } = files();

  const before = await some.hasCards([5, 3]);
  await titles(some, [5]);

  assert.equal(before, false);
  assert.equal(await some.hasCards([5, 3]), true);
  assert.equal(await some.hasCards([5, 130]), false);
  assert.deepEqual(asked, ["core.json", "c0-aaaaaa.json"]);
});

test("a word asks for its shard alone, in one round trip after the first", async () => {
  const { asked, files: some } = files();
  await some.core();

  const [shard] = await some.words("robots", "robot", true);

  assert.deepEqual(shard.words, ["robot", "robots"]);
  assert.deepEqual(shard.stems, ["robot", "robot"]);
  assert.deepEqual(await some.words("zebra", "zebra", true), []);
  assert.deepEqual(asked, ["core.json", "w726f-111111.json"]);
});

test("a beginning asks for every shard that begins like it", async () => {
  const { asked, files: some } = files();

  await some.words("r", "r", true);
  await some.words("di", "di", true);

  assert.deepEqual(asked, ["core.json", "w726f-111111.json", "w64-222222.json"]);
});

test("where a word stands comes with its row's number", async () => {
  const { files: some } = files();

  const places = await some.places("robots");

  assert.deepEqual([...places].map(([number, at]) => [number, [...at]]), [[2, [0, 3]], [3, [7]]]);
  assert.equal((await some.places("zebra")).size, 0);
});

test("a request that failed can be made again", async () => {
  const held = { ...HELD };
  delete held["w726f-111111.json"];
  const { files: some } = files(held);
  await assert.rejects(some.words("robot", "robot", true));

  held["w726f-111111.json"] = HELD["w726f-111111.json"];

  assert.equal((await some.words("robot", "robot", true)).length, 1);
});

test("an index of another format is refused", async () => {
  const { files: some } = files({ ...HELD, "core.json": { ...CORE, format: 1 } });

  await assert.rejects(some.cards([3]), /format/u);
});
