export const element = "map_1";
export function drawMap() {
var map_1 = L.map(
"map_1",
{
center: [51.6, -2.95],
crs: L.CRS.EPSG3857,
...{
"maxBounds": [
[
51.3,
-3.4,
],
[
51.9,
-2.5,
],
],
"zoom": 10,
"zoomControl": false,
"preferCanvas": false,
"scrollWheelZoom": false,
"zoomSnap": 0.5,
"minZoom": 7,
"maxZoom": 19,
}
}
);
L.control.scale().addTo(map_1);
var outlines_1 = L.geoJSON(null);
outlines_1.addTo(map_1);
var zoom_1 = L.control.zoom({
"zoomInTitle": "Zoom in",
"zoomOutTitle": "Zoom out",
});
zoom_1.addTo(map_1);
var layer_control_1_layers = {
base_layers : {
},
overlays :  {
"Neighbourhoods" : outlines_1,
},
};
let layer_control_1 = L.control.layers(
layer_control_1_layers.base_layers,
layer_control_1_layers.overlays,
{
"position": "topright",
"collapsed": true,
"autoZIndex": true,
}
).addTo(map_1);
map_1.fitBounds(
[[51.5, -3.1], [51.7, -2.8]],
{}
);
map_1.attributionControl.setPrefix("Leaflet");
return {map: map_1, outlines: outlines_1};
}
