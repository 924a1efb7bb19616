// Answers questions from an index on disk, as a browser would: for the property tests in Python.
// node answer_questions.mjs <core file> <terms file or ""> <facets that ask for all> < questions.json > answers.json

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

import { answer } from "../../themes/base/assets/js/finding.js";
import { tokens } from "../../themes/base/assets/js/folding.js";
import { readQuestion } from "../../themes/base/assets/js/question.js";
import { SearchFiles } from "../../themes/base/assets/js/search_files.js";
import { readCore } from "../../themes/base/assets/js/search_index.js";
import { scoresFor } from "../../themes/base/assets/js/search_words.js";

async function readJson(href) {
  return JSON.parse(readFileSync(new URL(href), "utf-8"));
}

const [corePath, termsPath, allOf = ""] = process.argv.slice(2);
const asked = JSON.parse(readFileSync(0, "utf-8"));

if (corePath === "--tokens") {
  process.stdout.write(JSON.stringify(asked.map((text) => tokens(text))));
} else {
  const termsUrl = termsPath ? pathToFileURL(termsPath) : "";
  const files = new SearchFiles(pathToFileURL(corePath), termsUrl, readJson);
  const index = readCore(await files.core(), new Set(allOf.split(",")));
  const answers = [];
  for (const { query, facets, now } of asked) {
    const question = readQuestion(new URLSearchParams(query), facets);
    const scores = await scoresFor(files, index.weights, question.words);
    const { found, counts, days, loosened } = answer(index, question, scores, now);
    const cards = await files.cards(found.map((position) => index.numbers[position]));
    answers.push({
      found: cards.map((card) => card.title),
      counts: Object.fromEntries([...counts].map(([name, values]) => [name, Object.fromEntries(values)])),
      days,
      loosened: Object.fromEntries(loosened),
      venues: found.map((position) => index.venuesAt[position]),
    });
  }
  process.stdout.write(JSON.stringify(answers));
}
