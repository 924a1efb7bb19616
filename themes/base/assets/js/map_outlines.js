// Neighbourhoods under the points, with their names as text where there is room for it.

const PIXELS_PER_CHARACTER = 8;
const LABEL_HEIGHT = 24;

/** Fill the shell's empty layer, and name the areas for as long as the layer is shown. */
export function drawOutlines(map, layer, geojson) {
  Object.assign(layer.options, { className: "map-outline", interactive: false });
  layer.addData(geojson);
  const labels = [];
  layer.eachLayer((area) => {
    labels.push(label(area));
  });
  const group = L.layerGroup(labels.map(({ marker }) => marker));
  const follow = () => {
    if (map.hasLayer(layer)) {
      group.addTo(map);
    } else {
      group.remove();
    }
    labels.forEach((one) => fit(map, one));
  };
  map.on("zoomend layeradd layerremove", (event) => {
    if (event.type === "zoomend" || event.layer === layer) {
      follow();
    }
  });
  follow();
}

function label(area) {
  const { name, middle: [longitude, latitude] } = area.feature.properties;
  const element = document.createElement("span");
  element.className = "map-label";
  element.textContent = name;
  const icon = L.divIcon({ className: "map-label-holder", html: element, iconSize: [0, 0] });
  const marker = L.marker([latitude, longitude], {
    icon, interactive: false, keyboard: false, zIndexOffset: -1000,
  });
  return { element, marker, bounds: area.getBounds(), width: name.length * PIXELS_PER_CHARACTER };
}

/** Show a label where its area is at least as large as the words. */
function fit(map, { element, bounds, width }) {
  const one = map.latLngToLayerPoint(bounds.getNorthWest());
  const other = map.latLngToLayerPoint(bounds.getSouthEast());
  element.hidden = other.x - one.x < width || other.y - one.y < LABEL_HEIGHT;
}
