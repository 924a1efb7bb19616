import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { mutations } from "../../themes/base/assets/js/mutations.js";

const vectors = JSON.parse(readFileSync(new URL("mutations_vectors.json", import.meta.url), "utf-8"));

for (const { word, forms } of vectors) {
  test(`gives ${word} the forms that Python does`, () => {
    assert.deepEqual(mutations(word), forms);
  });
}
