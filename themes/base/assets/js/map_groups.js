// Venues that lie near each other at a zoom of the map, taken together so that each can be hit.

const CLUSTER_PIXELS = 60;
const EVERYWHERE = [-180, -90, 180, 90];

/**
 * The groups of one result set. Those of a zoom are made when they are to be seen: all zooms take many
 * times as long, with every change of the results, and hardly anybody looks at more than two.
 */
export class Groups {
  #features;
  #levels = new Map();

  /** `venues` is a Map by number, `counts` says how many results each of those to be shown has. */
  constructor(venues, counts) {
    this.#features = [...counts].map(([venue, count]) => {
      const { longitude, latitude } = venues.get(venue);
      return {
        type: "Feature",
        geometry: { type: "Point", coordinates: [longitude, latitude] },
        properties: { venue, count, mark: markOf(venue, count) },
      };
    });
  }

  /** Return groups and lone venues in a box, by what makes two of them the same, from north to south. */
  within(box, zoom) {
    return new Map(this.#level(zoom).getClusters(box, zoom)
      .sort((one, other) => other.geometry.coordinates[1] - one.geometry.coordinates[1])
      .map((feature) => [keyOf(feature), feature]));
  }

  /** Return the venues of a group of this zoom. */
  venues(group, zoom) {
    const leaves = this.#level(zoom).getLeaves(group, Infinity);
    return leaves.map(({ properties }) => properties.venue).sort((one, other) => one - other);
  }

  /** Return the first zoom after `zoom`, and up to `most`, at which venues are not all in one group; or null. */
  apart(venues, zoom, most) {
    for (let closer = zoom + 1; closer <= most; closer += 1) {
      if (!this.#together(venues, closer)) {
        return closer;
      }
    }
    return null;
  }

  #together(venues, zoom) {
    const groups = this.#level(zoom).getClusters(EVERYWHERE, zoom);
    return groups.some(({ properties }) => {
      if (!properties.cluster || properties.point_count < venues.length) {
        return false;
      }
      const held = new Set(this.venues(properties.cluster_id, zoom));
      return venues.every((venue) => held.has(venue));
    });
  }

  #level(zoom) {
    if (!this.#levels.has(zoom)) {
      this.#levels.set(zoom, new Supercluster({
        radius: CLUSTER_PIXELS,
        extent: 256, // pixels of a Leaflet tile: by its own 512, points would lie half as far apart
        minZoom: zoom,
        maxZoom: zoom,
        map: ({ count, mark }) => ({ total: count, mark }),
        reduce: (sum, { total, mark }) => {
          sum.total += total;
          sum.mark += mark;
        },
      }).load(this.#features));
    }
    return this.#levels.get(zoom);
  }
}

/** Where they are, which venues, and how many results they have. */
function keyOf({ geometry: { coordinates }, properties }) {
  const { cluster, point_count: venues, total, venue, count, mark } = properties;
  return `${cluster ? `${venues} ${total}` : `${venue} ${count}`} ${mark} ${coordinates}`;
}

/** Return a number that a sum of others like it hardly ever comes to: it stands for a list of venues. */
function markOf(venue, count) {
  return Math.imul(venue + 1, 0x9e3779b1) ^ Math.imul(count, 0x85ebca6b);
}
