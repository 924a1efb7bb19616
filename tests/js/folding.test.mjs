import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { shardKey, tokens } from "../../themes/base/assets/js/folding.js";

const vectors = JSON.parse(readFileSync(new URL("folding_vectors.json", import.meta.url), "utf-8"));

for (const { text, tokens: expected } of vectors) {
  test(`folds ${JSON.stringify(text)} as Python does`, () => {
    assert.deepEqual(tokens(text), expected);
  });
}

test("a shard's key counts characters, not UTF-16 units", () => {
  assert.equal(shardKey("𐐨𐐩𐐪"), "𐐨𐐩");
  assert.equal(shardKey("a"), "a");
});
