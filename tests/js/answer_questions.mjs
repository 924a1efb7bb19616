// Answers questions from an index on disk, as a browser would: for the property tests in Python.
// node answer_questions.mjs <core file> < questions.json > answers.json

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

import { answer } from "../../themes/base/assets/js/finding.js";
import { tokens } from "../../themes/base/assets/js/folding.js";
import { readQuestion } from "../../themes/base/assets/js/question.js";
import { Calendar } from "../../themes/base/assets/js/search_dates.js";
import { distancesFrom } from "../../themes/base/assets/js/search_distances.js";
import { SearchFiles } from "../../themes/base/assets/js/search_files.js";
import { readCore, readFilters, venuesAt } from "../../themes/base/assets/js/search_index.js";
import { scoresFor } from "../../themes/base/assets/js/search_words.js";

async function readJson(href) {
  return JSON.parse(readFileSync(new URL(href), "utf-8"));
}

// as tests/reference/finder.py has it; real stemmers are compared over whole vocabularies elsewhere
const stem = (word) => word.replace(/(ing|s)$/u, "");

const [corePath] = process.argv.slice(2);
const asked = JSON.parse(readFileSync(0, "utf-8"));

if (corePath === "--tokens") {
  process.stdout.write(JSON.stringify(asked.map((text) => tokens(text))));
} else {
  const files = new SearchFiles(pathToFileURL(corePath), readJson);
  const index = readCore(await files.core());
  const parts = { index, filters: readFilters(await files.filters()), calendar: new Calendar(index) };
  const answers = [];
  for (const { query, facets, now, origin } of asked) {
    const question = readQuestion(new URLSearchParams(query), facets);
    const words = await scoresFor(files, index, stem, question.words);
    const metres = origin === null ? null : distancesFrom(index, origin);
    const result = answer(parts, question, words?.scores ?? null, metres, now);
    const { days, times, periods, loosened } = result;
    const counts = [...parts.filters.facets.keys()].map((facet) => [facet, result.counts(facet)]);
    const found = [...result.found];
    const cards = await Promise.all(await files.cards(found.map((position) => index.numbers[position])));
    answers.push({
      found: cards.map((card) => card.title),
      counts: Object.fromEntries(counts.map(([name, values]) => [name, Object.fromEntries(values)])),
      days,
      times,
      periods: Object.fromEntries(periods),
      loosened: Object.fromEntries(loosened),
      venues: found.map((position) => venuesAt(index, position)),
    });
  }
  process.stdout.write(JSON.stringify(answers));
}
