// How streets look: what is painted, in which order, and which names are written. Colours come from
// custom properties (css/map.css), so that a theme changes them, and a dark page gets dark streets,
// without a line of script.
//
// Kinds are those of the Protomaps basemap schema. Little is drawn on purpose: the map is there to
// show where a session is and how one gets there from the road one knows, so the streets stay
// behind the points.

const COLOURS = [
  "land", "water", "green", "wood", "sand", "campus", "building", "casing", "road", "major",
  "highway", "path", "rail", "text", "halo",
];
const FAMILY = 'system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif';

const LANDUSE = {
  green: ["park", "garden", "village_green", "recreation_ground", "playground", "pitch", "golf_course",
    "cemetery", "allotments", "grass", "grassland", "meadow", "nature_reserve", "scrub", "heath"],
  wood: ["wood", "forest"],
  sand: ["beach", "sand"],
  campus: ["school", "college", "university", "hospital"],
};

// zoom and pixels, between which widths grow evenly
const WIDTHS = {
  highway: [[8, 1], [12, 2.5], [15, 6], [18, 20]],
  major_road: [[9, .8], [12, 2], [15, 5], [18, 18]],
  minor_road: [[12, .4], [14, 1.8], [16, 5], [18, 14]],
  service: [[14, .6], [16, 1.6], [18, 6]],
  path: [[14, .6], [16, 1.2], [18, 2.5]],
  rail: [[10, .6], [15, .8], [18, 2]],
  stream: [[13, .6], [18, 3]],
  river: [[10, .8], [14, 2.5], [18, 9]],
};
const CASING = 1.4;

/** From this zoom on the streets' names matter, and those of whole neighbourhoods stand aside. */
export const CLOSE_UP = 15;

const LINE = 2;
const POLYGON = 3;

/** Read the colours that apply to the map's element now. */
export function readColours(element) {
  const style = getComputedStyle(element);
  return Object.fromEntries(COLOURS.map((name) => [name, style.getPropertyValue(`--map-${name}`).trim()]));
}

/** Return the rules of what is painted, from the ground upwards. `library` is protomaps-leaflet. */
export function paintRules(library, colours) {
  const { LineSymbolizer, PolygonSymbolizer, linear } = library;
  const area = (dataLayer, colour, filter, more = {}) => ({
    dataLayer, filter, symbolizer: new PolygonSymbolizer({ fill: colours[colour] }), ...more,
  });
  const line = (dataLayer, colour, width, filter, more = {}, look = {}) => ({
    dataLayer,
    filter,
    symbolizer: new LineSymbolizer({
      color: colours[colour], width, lineCap: "round", lineJoin: "round", ...look,
    }),
    ...more,
  });
  const width = (name, extra = 0) => {
    const grown = linear(WIDTHS[name]);
    return (zoom) => grown(zoom) + extra;
  };
  const landuse = Object.entries(LANDUSE).map(([colour, kinds]) => {
    const wanted = new Set(kinds);
    return area("landuse", colour, (zoom, { props }) => wanted.has(props.kind));
  });
  const roads = [
    ["minor_road", "road", minor], ["major_road", "major", ofKind("major_road")],
    ["highway", "highway", ofKind("highway")],
  ];
  return [
    area("earth", "land"),
    ...landuse,
    area("water", "water", (zoom, { geomType }) => geomType === POLYGON),
    line("water", "water", width("river"), waterway("river", "canal")),
    line("water", "water", width("stream"), waterway("stream", "drain", "ditch"), { minzoom: 15 }),
    area("buildings", "building", undefined, { minzoom: 16 }),
    line("roads", "path", width("path"), ofKind("path"), { minzoom: 15 }, {
      lineCap: "butt", dash: [3, 2], dashColor: colours.path, dashWidth: width("path"),
    }),
    line("roads", "casing", width("service", CASING), service, { minzoom: 16 }),
    ...roads.map(([kind, , filter]) =>
      line("roads", "casing", width(kind, CASING), filter, { minzoom: kind === "minor_road" ? 13 : 10 })),
    line("roads", "road", width("service"), service, { minzoom: 16 }),
    ...roads.map(([kind, colour, filter]) => line("roads", colour, width(kind), filter)),
    line("roads", "rail", width("rail"), ofKind("rail"), { minzoom: 11 }, { lineCap: "butt" }),
  ];
}

/**
 * Return the rules of what is written, most important first. Where the place's neighbourhoods are
 * `outlined` their names stand on the map already, except close up.
 */
export function labelRules(library, colours, language, outlined) {
  const { CenteredTextSymbolizer, LineLabelSymbolizer } = library;
  const names = { labelProps: [`name:${language}`, "name"], stroke: colours.halo };
  const place = (font, filter, minzoom, maxzoom) => ({
    dataLayer: "places",
    minzoom,
    maxzoom,
    filter,
    symbolizer: new CenteredTextSymbolizer({
      ...names, fill: colours.text, width: 3, lineHeight: 1.3, font: `${font} ${FAMILY}`,
    }),
  });
  const street = (font, filter, minzoom) => ({
    dataLayer: "roads",
    minzoom,
    filter,
    symbolizer: new LineLabelSymbolizer({
      ...names, fill: colours.text, width: 3, font: `${font} ${FAMILY}`, repeatDistance: 500,
      position: 2, // centred on the line
    }),
  });
  const detail = (...wanted) => (zoom, { props }) => wanted.includes(props.kind_detail);
  return [
    place("600 15px", detail("city", "town"), 8, CLOSE_UP - 1),
    place("600 13px", detail("village", "hamlet"), outlined ? CLOSE_UP : 12),
    place("500 12px", ofKind("neighbourhood"), outlined ? CLOSE_UP : 13),
    street("500 12px", ofKind("major_road"), 14),
    street("400 11px", minor, 16),
  ];
}

function ofKind(kind) {
  return (zoom, { props }) => props.kind === kind;
}

function minor(zoom, { props }) {
  return props.kind === "minor_road" && props.kind_detail !== "service";
}

function service(zoom, { props }) {
  return props.kind === "minor_road" && props.kind_detail === "service";
}

function waterway(...kinds) {
  return (zoom, { geomType, props }) => geomType === LINE && kinds.includes(props.kind);
}
