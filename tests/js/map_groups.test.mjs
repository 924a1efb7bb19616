import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { runInThisContext } from "node:vm";

import { Groups } from "../../themes/base/assets/js/map_groups.js";

// a page has it as a global too
const VENDOR = new URL("../../themes/base/assets/vendor/supercluster/supercluster.js", import.meta.url);
runInThisContext(readFileSync(VENDOR, "utf-8"));

const EVERYWHERE = [-180, -90, 180, 90];
const MOST = 18;
const VENUES = new Map(Array.from({ length: 60 }, (_, at) => [at * 3, {
  latitude: 51.5 + ((at * 37) % 60) / 2000, longitude: -3 + ((at * 23) % 60) / 2000,
}]));
VENUES.set(999, VENUES.get(0)); // in the same building as another

function counted(add = 0) {
  return new Map([...VENUES.keys()].map((venue) => [venue, (venue % 5) + 1 + add]));
}

function held(groups, zoom) {
  return [...groups.within(EVERYWHERE, zoom).values()].map(({ properties }) => {
    return properties.cluster ? groups.venues(properties.cluster_id, zoom) : [properties.venue];
  });
}

test("at every zoom each venue is in one group, and none of its results is lost", () => {
  const groups = new Groups(VENUES, counted());
  const results = [...counted().values()].reduce((sum, count) => sum + count);

  for (let zoom = 0; zoom <= MOST; zoom += 1) {
    const shown = [...groups.within(EVERYWHERE, zoom).values()];
    const total = shown.reduce((sum, { properties }) => sum + (properties.total ?? properties.count), 0);

    assert.deepEqual(held(groups, zoom).flat().sort((one, other) => one - other), [...VENUES.keys()].sort((one, other) => one - other));
    assert.equal(total, results);
  }
  assert.equal(held(groups, 8).length, 1);
  assert.ok(held(groups, MOST).length > 50);
});

test("groups stand from north to south", () => {
  const latitudes = [...new Groups(VENUES, counted()).within(EVERYWHERE, 13).values()]
    .map(({ geometry }) => geometry.coordinates[1]);

  assert.deepEqual(latitudes, [...latitudes].sort((one, other) => other - one));
});

test("the same venues with the same numbers are the same button, and no others", () => {
  const keys = (counts) => [...new Groups(VENUES, counts).within(EVERYWHERE, 13).keys()];
  const moved = counted().set(0, counted().get(3)).set(3, counted().get(0)); // the sum stays the same

  assert.deepEqual(keys(counted()), keys(counted()));
  assert.deepEqual(keys(counted()).filter((key) => keys(counted(1)).includes(key)), []);
  assert.notDeepEqual(keys(moved), keys(counted()));
});

test("a group comes apart at the first zoom at which its venues are not together", () => {
  const groups = new Groups(VENUES, counted());

  for (const zoom of [8, 11, 13]) {
    for (const venues of held(groups, zoom).filter(({ length }) => length > 1)) {
      const apart = groups.apart(venues, zoom, MOST);
      const together = (at) => held(groups, at).some((one) => venues.every((venue) => one.includes(venue)));

      for (let at = zoom + 1; at < (apart ?? MOST + 1); at += 1) {
        assert.ok(together(at));
      }
      assert.ok(apart === null || !together(apart));
    }
  }
  assert.equal(groups.apart([0, 999], 13, MOST), null);
});
