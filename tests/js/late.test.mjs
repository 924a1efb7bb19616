import assert from "node:assert/strict";
import { test } from "node:test";

import { late } from "../../themes/base/assets/js/late.js";

test("what is needed again is not asked for again", async () => {
  let asked = 0;
  const part = late(async () => (asked += 1));

  assert.equal(asked, 0);
  assert.deepEqual(await Promise.all([part(), part()]), [1, 1]);
  assert.equal(await part(), 1);
});

test("what could not be had is asked for again", async () => {
  const replies = [Promise.reject(new Error("lost")), Promise.resolve("here")];
  const part = late(() => replies.shift());

  await assert.rejects(part(), /lost/u);
  assert.equal(await part(), "here");
});
