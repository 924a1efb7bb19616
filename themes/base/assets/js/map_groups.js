// Venues that lie near each other at a zoom of the map, taken together so that each can be hit.

const CLUSTER_PIXELS = 60;
const EVERYWHERE = [-180, -90, 180, 90];

/**
 * The groups of one result set. Those of a zoom are made when they are to be seen: all zooms take many
 * times as long, with every change of the results, and hardly anybody looks at more than two.
 *
 * A group is drawn where the venue is that it was begun from. Each that a group is begun from lies
 * farther than the radius from all of these before it, or it would have been taken into one of them;
 * the middles of groups, which Supercluster would have drawn, may lie as near as they like.
 */
export class Groups {
  #venues;
  #features;
  #levels = new Map();

  /** `venues` is a Map by number, `counts` says how many results each of those to be shown has. */
  constructor(venues, counts) {
    this.#venues = venues;
    this.#features = [...counts].map(([venue, count]) => ({
      type: "Feature",
      geometry: this.#place(venue),
      properties: { venue, count, mark: markOf(venue, count) },
    }));
  }

  /** Return groups and lone venues drawn in a box, by what makes two the same, from north to south. */
  within([west, south, east, north], zoom) {
    const inside = ({ geometry: { coordinates: [longitude, latitude] } }) =>
      west <= longitude && longitude <= east && south <= latitude && latitude <= north;
    return new Map(this.#level(zoom).points.filter(inside).map((point) => [keyOf(point), point]));
  }

  /** Return the venues of a group of this zoom. */
  venues(group, zoom) {
    const leaves = this.#level(zoom).index.getLeaves(group, Infinity);
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
    return this.#level(zoom).points.some(({ properties }) => {
      if (!properties.cluster || properties.point_count < venues.length) {
        return false;
      }
      const held = new Set(this.venues(properties.cluster_id, zoom));
      return venues.every((venue) => held.has(venue));
    });
  }

  #level(zoom) {
    if (!this.#levels.has(zoom)) {
      const index = new Supercluster({
        radius: CLUSTER_PIXELS,
        extent: 256, // pixels of a Leaflet tile: by its own 512, points would lie half as far apart
        minZoom: zoom,
        maxZoom: zoom,
        // the one that a group is begun from is mapped first, and the others are added to what it gave
        map: ({ venue, count, mark }) => ({ begun: venue, total: count, mark }),
        reduce: (sum, { total, mark }) => {
          sum.total += total;
          sum.mark += mark;
        },
      }).load(this.#features);
      const points = index.getClusters(EVERYWHERE, zoom).map((point) => this.#drawn(point));
      points.sort((one, other) => other.geometry.coordinates[1] - one.geometry.coordinates[1]);
      this.#levels.set(zoom, { index, points });
    }
    return this.#levels.get(zoom);
  }

  #drawn(point) {
    const { cluster, begun } = point.properties;
    return cluster ? { ...point, geometry: this.#place(begun) } : point;
  }

  #place(venue) {
    const { longitude, latitude } = this.#venues.get(venue);
    return { type: "Point", coordinates: [longitude, latitude] };
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
