import assert from "node:assert/strict";
import { test } from "node:test";

import { leavesRoom } from "../../themes/base/assets/js/map_in_sight.js";

const POINT = { left: 100, right: 144, top: 100, bottom: 144 };

function box(left, top, width, height) {
  return { left, right: left + width, top, bottom: top + height };
}

test("a point with nothing over it can be used, and one that is cut off to less than a target cannot", () => {
  assert.equal(leavesRoom([], POINT), true);
  assert.equal(leavesRoom([], box(0, 0, 44, 24)), true);
  assert.equal(leavesRoom([], box(0, 0, 44, 23)), false);
  assert.equal(leavesRoom([], box(0, 0, -10, 44)), false); // beyond the edge
});

test("what lies beside a point covers nothing of it", () => {
  assert.equal(leavesRoom([box(0, 0, 100, 300), box(144, 0, 100, 300)], POINT), true);
});

test("a point is of use while a target's size is free of all that lies over it", () => {
  assert.equal(leavesRoom([box(0, 0, 300, 120)], POINT), true);
  assert.equal(leavesRoom([box(0, 0, 300, 121)], POINT), false);
  assert.equal(leavesRoom([box(0, 0, 300, 300)], POINT), false);
  assert.equal(leavesRoom([box(118, 118, 8, 8)], POINT), false); // 18 around it, on each side
  assert.equal(leavesRoom([box(0, 0, 120, 120), box(124, 0, 100, 120)], POINT), true); // 24 below both
  assert.equal(leavesRoom([box(0, 0, 300, 120), box(124, 100, 100, 100)], POINT), true);
  assert.equal(leavesRoom([box(0, 0, 300, 120), box(123, 100, 100, 100)], POINT), false);
});

test("it is as counting pixels would have it", () => {
  let state = 1;
  const upTo = (most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor(state / 2 ** 32 * most);
  };
  const counted = (covers) => {
    for (let left = POINT.left; left + 24 <= POINT.right; left += 1) {
      for (let top = POINT.top; top + 24 <= POINT.bottom; top += 1) {
        if (covers.every((it) => it.left >= left + 24 || it.right <= left || it.top >= top + 24 || it.bottom <= top)) {
          return true;
        }
      }
    }
    return false;
  };
  const answers = Array.from({ length: 500 }, () => {
    const covers = Array.from({ length: 1 + upTo(3) }, () => box(80 + upTo(70), 80 + upTo(70), 1 + upTo(40), 1 + upTo(40)));
    assert.equal(leavesRoom(covers, POINT), counted(covers), JSON.stringify(covers));
    return leavesRoom(covers, POINT);
  });

  assert.ok(answers.filter(Boolean).length > 50 && answers.filter((it) => !it).length > 50);
});
