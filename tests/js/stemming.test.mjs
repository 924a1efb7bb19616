import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";

import { stemmerFor } from "../../themes/base/assets/js/stemming.js";

const folder = mkdtempSync(join(tmpdir(), "stemmers-"));
const base = `${pathToFileURL(folder).href}/`;
writeFileSync(join(folder, "package.json"), '{"type": "module"}');
writeFileSync(join(folder, "pt.js"), "export default class { stemWord(word) { return word.slice(0, 3); } }");
after(() => rmSync(folder, { recursive: true }));

test("a region's words are stemmed as the language's", async () => {
  const stem = await stemmerFor("pt-BR", base);

  assert.equal(stem("cursos"), "cur");
});

test("a word with a letter of two units stays whole", async () => {
  const stem = await stemmerFor("pt", base);

  assert.equal(stem("cursos𐐨"), "cursos𐐨");
});

for (const language of ["cy", "pl", "cy-GB", ""]) {
  test(`words in ${language || "no language"} stay as they are, and nothing is fetched`, async () => {
    const stem = await stemmerFor(language, "no address at all");

    assert.equal(stem("cathod"), "cathod");
  });
}

test("a stemmer that cannot be fetched is an error, and not words as they are", async () => {
  await assert.rejects(stemmerFor("en", base));
});
