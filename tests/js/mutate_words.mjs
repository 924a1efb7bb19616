// The other forms of Welsh words as a browser finds them: for the test in Python that compares both
// sides. node mutate_words.mjs < words.json > forms.json

import { readFileSync } from "node:fs";

import { mutations } from "../../themes/base/assets/js/mutations.js";

const words = JSON.parse(readFileSync(0, "utf-8"));
process.stdout.write(JSON.stringify(words.map((word) => mutations(word))));
