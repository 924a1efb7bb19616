import assert from "node:assert/strict";
import { test } from "node:test";

import { Phrases } from "../../themes/base/assets/js/phrases.js";

// Which form each number takes, as generator/model/wording.py lists them: 0 to 199, and a million.
const rule = (form) => [...Array(200).keys(), 1_000_000].map(form).join("");
const WELSH = rule((number) => [0, 1, 2, 3, 5, 5, 4][number] ?? 5);
const FRENCH = rule((number) => (number < 2 ? 0 : number === 1_000_000 ? 1 : 2));
const SLOVENE = rule((number) => ({ 1: 0, 2: 1, 3: 2, 4: 2 })[number % 100] ?? 3);

const said = (plurals, forms, numbers) => {
  const phrases = new Phrases({ plurals, of: forms });
  return numbers.map((number) => phrases.count("of", number));
};

test("Welsh has its six forms, which no browser here knows of by itself", () => {
  const forms = ["dim ci", "un ci", "dau gi", "tri chi", "chwe chi", "{number} ci"];

  const found = said(WELSH, forms, [0, 1, 2, 3, 4, 5, 6, 7, 10, 102, 203, 1006, 2_000_000]);

  assert.deepEqual(found, ["dim ci", "un ci", "dau gi", "tri chi", "4 ci", "5 ci", "chwe chi", "7 ci",
    "10 ci", "102 ci", "203 ci", "1006 ci", "2000000 ci"]);
});

test("a number takes the plural of its last two digits, and of whole millions", () => {
  assert.deepEqual(said(SLOVENE, ["ena", "dve", "tri", "več"], [1, 101, 1002, 204, 311]), ["ena", "ena", "dve", "tri", "več"]);
  assert.deepEqual(said(FRENCH, ["un", "de", "des"], [1, 3_000_000, 3_000_001]), ["un", "de", "des"]);
});

test("a fraction takes the plural of a hundred, and is written as it is given", () => {
  const phrases = new Phrases({ plurals: WELSH, away: ["0", "1", "2", "3", "6", "{number} milltir"] });

  assert.equal(phrases.count("away", 2.04, "2.0"), "2.0 milltir");
});

test("what is given stands in its place, and is not filled in again", () => {
  const phrases = new Phrases({ at: "{name}: {results} {other}" });

  assert.equal(phrases.say("at", { name: "{results}", results: 3 }), "{results}: 3 {other}");
});
