import assert from "node:assert/strict";
import { test } from "node:test";

import { Phrases } from "../../themes/base/assets/js/phrases.js";

const WELSH = { 0: "dim", 1: "un", 2: "dwy", 3: "tair", 6: "chwe", 20: "{number} o" };

test("the plural is that of the language, whatever the number", () => {
  const phrases = new Phrases({ cats: WELSH }, "cy");

  assert.deepEqual([0, 1, 2, 3, 6, 7, 100].map((number) => phrases.count("cats", number)),
    ["dim", "un", "dwy", "tair", "chwe", "7 o", "100 o"]);
});

test("what is given stands in its place, and is not filled in again", () => {
  const phrases = new Phrases({ at: "{name}: {results} {other}" }, "en");

  assert.equal(phrases.say("at", { name: "{results}", results: 3 }), "{results}: 3 {other}");
});
