import assert from "node:assert/strict";
import { test } from "node:test";

import { postcodeIn, readQuestion, without, writeQuestion } from "../../themes/base/assets/js/question.js";

const FACETS = ["topic", "mode"];

function asked(query) {
  return readQuestion(new URLSearchParams(query), FACETS);
}

test("a question survives its address", () => {
  const query = "q=robots&topic=digital&topic=music&mode=online&day=mon&day=sat&age=14&from=2026-12-01&to=2026-12-31&most=5";

  assert.equal(writeQuestion(asked(query)).toString(), query);
});

test("the order of choosing does not show in the address", () => {
  assert.equal(
    writeQuestion(asked("topic=b&topic=a&day=sun&day=mon")).toString(),
    writeQuestion(asked("day=mon&day=sun&topic=a&topic=b")).toString(),
  );
});

for (const postcode of ["NP20 1PA", "np201pa", "Np20  1pA", "M1 1AE", "sw1a 1aa", "NP 20 1PA", "np-20-1pa"]) {
  test(`no address holds the postcode ${postcode}`, () => {
    const question = asked(new URLSearchParams({ q: `robots near ${postcode} please` }).toString());

    assert.equal(writeQuestion(question).toString(), "q=robots+near+please");
    assert.ok(question.words.includes(postcode), "it is still there to be searched for");
  });
}

for (const words of ["drop in at 7 2pm", "ages 5 10am", "robots 2go", "over 60 1to1"]) {
  test(`there is no postcode in “${words}”`, () => {
    assert.equal(postcodeIn(words), "");
  });
}

for (const nonsense of ["age=-1", "age=1e3", "age=999", "from=tomorrow", "to=2026-13-45", "day=8", "most=x", "other=1"]) {
  test(`${nonsense} asks nothing`, () => {
    assert.equal(writeQuestion(asked(nonsense)).toString(), "");
  });
}

test("each filter can be taken away alone", () => {
  const question = asked("q=a&topic=t&age=9&day=mon&from=2026-12-01&most=3");
  const left = (filter) => [...new Set(writeQuestion(without(question, filter)).keys())];

  assert.deepEqual(left("words"), ["topic", "day", "age", "from", "most"]);
  assert.deepEqual(left("topic"), ["q", "day", "age", "from", "most"]);
  assert.deepEqual(left("dates"), ["q", "topic", "age", "most"]);
  assert.deepEqual(left("age"), ["q", "topic", "day", "from", "most"]);
});
