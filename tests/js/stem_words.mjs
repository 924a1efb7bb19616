// Stems words as a browser would: for the tests in Python that compare both sides.
// node stem_words.mjs <address of the folder of published stemmers> < {language: [word, ...]}

import { readFileSync } from "node:fs";

import { STEMMED, stemmerFor } from "../../themes/base/assets/js/stemming.js";

const asked = JSON.parse(readFileSync(0, "utf-8"));
const stems = {};
for (const [language, words] of Object.entries(asked)) {
  const stem = await stemmerFor(language, process.argv[2]);
  stems[language] = words.map((word) => stem(word));
}
process.stdout.write(JSON.stringify({ stems, languages: [...STEMMED] }));
