// Leaflet with markercluster, or with plain markers, over the same points: as their documentation
// shows it, loaded when the map is asked for, markers handed over all at once.

const CLUSTERED = document.documentElement.dataset.kind === "markercluster";
const SCRIPTS = ["leaflet.js", ...(CLUSTERED ? ["leaflet.markercluster.js"] : [])];
const STYLES = ["leaflet.css", ...(CLUSTERED ? ["MarkerCluster.css", "MarkerCluster.Default.css"] : [])];

globalThis.trial = {
  async open() {
    const points = fetch("points.json").then((reply) => reply.json());
    await Promise.all(STYLES.map((href) => load("link", { rel: "stylesheet", href })));
    for (const src of SCRIPTS) {
      await load("script", { src });
    }
    const canvas = document.querySelector(".map-canvas");
    canvas.hidden = false;
    const map = L.map(canvas, { maxZoom: 18, zoomAnimation: false, fadeAnimation: false });
    this.markers = (await points).map(([latitude, longitude, name]) => {
      return L.marker([latitude, longitude], { title: name, alt: name }).bindPopup(name);
    });
    map.fitBounds(L.latLngBounds(this.markers.map((marker) => marker.getLatLng())));
    this.layer = CLUSTERED ? L.markerClusterGroup({ animate: false }) : L.layerGroup();
    this.layer.addTo(map);
    show(this.layer, this.markers);
  },
  filter(turn) {
    this.layer.clearLayers();
    show(this.layer, this.markers.filter((_, at) => turn % 2 === 1 || at % 3 === 0));
  },
};

function show(layer, markers) {
  if (CLUSTERED) {
    layer.addLayers(markers);
  } else {
    markers.forEach((marker) => layer.addLayer(marker));
  }
}

function load(kind, attributes) {
  return new Promise((resolve, reject) => {
    const element = Object.assign(document.createElement(kind), attributes);
    element.addEventListener("load", resolve);
    element.addEventListener("error", reject);
    document.head.append(element);
  });
}
