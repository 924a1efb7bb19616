import assert from "node:assert/strict";
import { test } from "node:test";

import { nearest, slipsFrom } from "../../themes/base/assets/js/slips.js";

/** Pseudo-random numbers below `most`, the same in every run (a linear congruential generator). */
function numbers(seed) {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

function made(random, letters, shortest, longest) {
  const length = shortest + random(longest - shortest + 1);
  return Array.from({ length }, () => letters[random(letters.length)]).join("");
}

/** The definition, word for word and without a bound. */
function plainly(one, other) {
  const rows = Array.from({ length: one.length + 1 }, (_, i) => [i]);
  rows[0] = Array.from({ length: other.length + 1 }, (_, j) => j);
  for (let i = 1; i <= one.length; i += 1) {
    for (let j = 1; j <= other.length; j += 1) {
      const ways = [
        rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1),
      ];
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        ways.push(rows[i - 2][j - 2] + 1);
      }
      rows[i][j] = Math.min(...ways);
    }
  }
  return rows[one.length][other.length];
}

for (const [one, other, expected] of [
  ["robotics", "robotics", 0],
  ["robotcs", "robotics", 1],
  ["roboticss", "robotics", 1],
  ["robitics", "robotics", 1],
  ["robtoics", "robotics", 1],
  ["orbotics", "robotics", 1],
  ["eobotics", "robotics", 1],
  ["obotics", "robotics", 1],
  ["xrobotics", "robotics", 1],
  ["roobtcis", "robotics", 2],
  ["ca", "abc", 3],
  ["", "ab", 2],
  ["ab", "", 2],
]) {
  test(`${JSON.stringify(one)} is ${expected} from ${JSON.stringify(other)}`, () => {
    assert.equal(slipsFrom(one, 3)(other), expected);
  });
}

test("the bounded count is the plain one, cut off one beyond the bound", () => {
  const random = numbers(7);
  const differing = [];
  for (let turn = 0; turn < 30_000; turn += 1) {
    const most = 1 + random(3);
    const one = made(random, "abc", 0, 9);
    const other = made(random, "abc", 0, 9);
    if (slipsFrom(one, most)(other) !== Math.min(plainly(one, other), most + 1)) {
      differing.push([one, other, most]);
    }
  }

  assert.deepEqual(differing, []);
});

test("words compared before leave nothing behind", () => {
  const random = numbers(11);
  const slips = slipsFrom("abcabc", 2);
  const words = Array.from({ length: 3000 }, () => made(random, "abc", 3, 9));

  assert.deepEqual(words.map((word) => slips(word)), words.map((word) => slipsFrom("abcabc", 2)(word)));
});

test("the nearest come first, and equally near ones by their letters", () => {
  const lexicon = ["robot", "robots", "rabbit", "rocot", "probot"];

  assert.deepEqual(nearest("robot", lexicon, 1), [
    { term: "robot", slips: 0 },
    { term: "probot", slips: 1 },
    { term: "robots", slips: 1 },
    { term: "rocot", slips: 1 },
  ]);
});

test("sixty thousand words are looked through between two frames", () => {
  const random = numbers(3);
  const lexicon = Array.from({ length: 60_000 }, () => made(random, "eeeaaatoinshrdlucmfwypvbgk", 3, 13));
  const times = [];
  for (const word of ["volunteerng", "robtics", "gardning", "ksateboard", "photograhpy", "cooking"]) {
    for (let turn = 0; turn < 5; turn += 1) {
      const begun = performance.now();
      nearest(word, lexicon, 2);
      times.push(performance.now() - begun);
    }
  }

  // the least of many: what else this machine does is not measured
  assert.ok(Math.min(...times) < 15, `${Math.min(...times)} ms`);
});
