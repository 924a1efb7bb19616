import assert from "node:assert/strict";
import { test } from "node:test";

import { cleaned, fromFragment, isFull, isId, shelfOf, toFragment } from "../../themes/base/assets/js/saved_list.js";

const THREE = ["opportunities/robotics", "badges/first-robot", "opportunities/radio-makers"];

test("a link carries a list, by kind", () => {
  assert.equal(toFragment(THREE), "o=robotics+radio-makers&b=first-robot");
  assert.deepEqual(fromFragment("#o=robotics+radio-makers&b=first-robot").sort(), [...THREE].sort());
  assert.deepEqual(fromFragment(""), []);
});

test("what is no id in a link is left out, whatever it is", () => {
  const hostile = [
    "#o=<img src=x onerror=alert(1)>", "#o=../../etc", "#x=robotics", "#o", "#=robotics", "#__proto__=a",
    "#o=Robotics", "#o=a--b", `#o=${"a".repeat(81)}`, "#javascript:alert(1)", "#o=%3Cscript%3E", "#constructor=a",
  ];

  assert.deepEqual(hostile.flatMap(fromFragment), []);
});

test("a link of any length gives no more than a list holds", () => {
  const many = Array.from({ length: 1000 }, (_, at) => `a${at}`);

  assert.equal(fromFragment(`#o=${many.join("+")}`).length, 200);
  assert.deepEqual(fromFragment(`#o=${many.join("+").repeat(100)}`), []);
  assert.ok(isFull(fromFragment(`#o=${many.join("+")}`)));
});

test("what is kept is read as a list, whoever wrote it there", () => {
  for (const strange of [null, 7, "opportunities/robotics", {}, [null, 7, {}, ["a"], "topics/a", "badges/a/b"]]) {
    assert.deepEqual(cleaned(strange), []);
  }
  assert.deepEqual(cleaned([...THREE, ...THREE]), THREE);
  assert.ok(isId("pathways/into-care"));
});

test("an id stands on the shelf on which the site put it", () => {
  // the same vectors are in tests/unit/rules/test_shelves.py
  const places = ["opportunities/robotics", "badges/first-robot", "pathways/into-care", "a"].map((id) => shelfOf(id, 4096));

  assert.deepEqual(places, [2802, 1501, 2641, 2348]);
});
