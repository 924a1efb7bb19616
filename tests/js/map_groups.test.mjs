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

/** Return a random number from 0 to 1 at each call, the same ones for the same seed. */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Return venues that lie close together in a few towns, some of them in one building. */
function scattered(random) {
  const towns = Array.from({ length: 4 }, () => [50 + random() * 5, -5 + random() * 6, 10 ** (-1 - 3 * random())]);
  return new Map(Array.from({ length: 200 }, (_, number) => {
    const [latitude, longitude, spread] = towns[Math.floor(random() ** 2 * towns.length)];
    const beside = () => Math.round(random() * 20) / 20 * spread;
    return [number, { latitude: latitude + beside(), longitude: longitude + beside() }];
  }));
}

/** Return where a point is drawn, in pixels of a map of the whole world. */
function pixels({ geometry: { coordinates: [longitude, latitude] } }, zoom) {
  const sine = Math.sin(latitude * Math.PI / 180);
  const world = 256 * 2 ** zoom;
  return [
    (longitude / 360 + 0.5) * world,
    (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * world,
  ];
}

test("no two points are drawn nearer to each other than they are wide, at any zoom, wherever venues lie", () => {
  for (let seed = 1; seed <= 12; seed += 1) {
    const venues = scattered(randomFrom(seed));
    const groups = new Groups(venues, new Map([...venues.keys()].map((venue) => [venue, 1])));
    for (let zoom = 7; zoom <= 19; zoom += 1) {
      const points = [...groups.within(EVERYWHERE, zoom).values()];
      const places = points.map((point) => pixels(point, zoom));
      // Supercluster keeps its parts of the world's width in 24 bits, each of both points' two
      const least = 60 - Math.SQRT2 * 2 ** (8 + zoom - 24);
      const near = places.flatMap(([x, y], at) => places.slice(at + 1).map(([left, top]) => Math.hypot(x - left, y - top)));

      assert.ok(least > 44);
      assert.ok(near.every((distance) => distance >= least), `seed ${seed}, zoom ${zoom}: ${Math.min(...near)}`);
      assert.deepEqual(held(groups, zoom).flat().sort((one, other) => one - other), [...venues.keys()]);
      for (const { properties, geometry } of points.filter((point) => point.properties.cluster)) {
        const own = groups.venues(properties.cluster_id, zoom);
        assert.deepEqual([own.length, own.length], [properties.point_count, properties.total]);
        assert.ok(own.some((venue) => {
          const { longitude, latitude } = venues.get(venue);
          return longitude === geometry.coordinates[0] && latitude === geometry.coordinates[1];
        }));
      }
    }
  }
});

test("a box holds the groups that are drawn in it, and those too whose middle is not", () => {
  const random = randomFrom(3);
  const zoom = 12;
  const groups = new Groups(VENUES, counted());
  const all = groups.within(EVERYWHERE, zoom);
  let beside = 0;

  for (let round = 0; round < 200; round += 1) {
    const [west, south] = [-3 + random() * 0.03, 51.5 + random() * 0.03];
    const [east, north] = [west + random() * 0.02, south + random() * 0.02];
    const holds = (longitude, latitude) => west <= longitude && longitude <= east && south <= latitude && latitude <= north;
    const inside = [...all].filter(([, { geometry: { coordinates } }]) => holds(...coordinates));

    assert.deepEqual([...groups.within([west, south, east, north], zoom)], inside);
    beside += inside.filter(([, { properties }]) => {
      const own = properties.cluster ? groups.venues(properties.cluster_id, zoom) : [properties.venue];
      const middle = (part) => own.reduce((sum, venue) => sum + VENUES.get(venue)[part], 0) / own.length;
      return !holds(middle("longitude"), middle("latitude"));
    }).length;
  }
  assert.ok(beside > 10);
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
