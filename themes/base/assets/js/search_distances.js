// How far away things are, in a straight line over the ground.

const MEAN_RADIUS = 6_371_008.8; // of the Earth in metres (IUGG mean radius R1)
const UNKNOWN = -1;

/** Return the metres between two points given in degrees (haversine). */
export function metresBetween(one, other) {
  const rad = Math.PI / 180;
  const [south, north] = [one.latitude * rad, other.latitude * rad];
  const half = Math.sin((north - south) / 2) ** 2
    + Math.cos(south) * Math.cos(north) * Math.sin(((other.longitude - one.longitude) * rad) / 2) ** 2;
  return 2 * MEAN_RADIUS * Math.asin(Math.min(1, Math.sqrt(half)));
}

/**
 * Return for each row the metres from `origin` to its nearest venue, as a whole number; where it has
 * none that may be shown, to the middle of its nearest area; -1 where it is nowhere.
 */
export function distancesFrom(index, origin) {
  const toVenues = metresTo(index.venues, origin);
  const toAreas = metresTo(index.areas, origin);
  const metres = new Int32Array(index.count).fill(UNKNOWN);
  for (let row = 0; row < index.count; row += 1) {
    const nearest = least(index.at, row, toVenues);
    metres[row] = nearest === UNKNOWN ? least(index.within, row, toAreas) : nearest;
  }
  return metres;
}

/** Return the place in `index.areas` of the area whose middle is nearest, or -1 without areas. */
export function nearestArea(index, origin) {
  const metres = metresTo(index.areas, origin);
  return metres.reduce((best, one, at) => (best < 0 || one < metres[best] ? at : best), -1);
}

/** Return the rows that have a venue in the box `[west, south, east, north]`, as 1 and 0. */
export function rowsInBox(index, [west, south, east, north]) {
  const { latitude, longitude } = index.venues;
  const inside = Array.from(latitude, (at, venue) => {
    return at >= south && at <= north && longitude[venue] >= west && longitude[venue] <= east;
  });
  const rows = new Uint8Array(index.count);
  for (let row = 0; row < index.count; row += 1) {
    for (let at = index.at.from[row]; at < index.at.from[row + 1]; at += 1) {
      rows[row] |= inside[index.at.values[at]] ? 1 : 0;
    }
  }
  return rows;
}

function metresTo({ latitude, longitude }, origin) {
  return Array.from(latitude, (at, place) => {
    return Math.round(metresBetween(origin, { latitude: at, longitude: longitude[place] }));
  });
}

function least({ from, values }, row, metres) {
  let nearest = UNKNOWN;
  for (let at = from[row]; at < from[row + 1]; at += 1) {
    if (nearest === UNKNOWN || metres[values[at]] < nearest) {
      nearest = metres[values[at]];
    }
  }
  return nearest;
}
