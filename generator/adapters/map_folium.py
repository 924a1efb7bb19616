"""folium, for the map shell. The only file that imports it; see ``map_shell`` for the port.

folium writes a map as a page of its own: libraries from public hosts, an inline style for the
map's element, an inline script, names that end in random digits. Under ``default-src 'self'`` none
of these may reach a reader. The subclass below asks for no library (the theme's script has the
vendored ones, under names that tell their content), the page around the map is dropped, and folium
keeps what it does well: view, bounds, layers, attribution, controls.

branca, beneath folium, compiles the *output* of every element as Jinja source a second time, so a
string that merely passes through folium is run (THREATS, "Measured"). Escaping for that was
rejected as too easy to get wrong once: folium is given no string at all but placeholders of ours,
and the words take their places in the finished script.
"""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

import folium
from branca.element import CssLink, Figure, JavascriptLink
from folium.map import Layer, LayerControl
from folium.raster_layers import TileLayer
from folium.template import Template
from folium.utilities import remove_empty

from generator.model.location import Bounds
from generator.model.shell import MapParts, MapRequest

SHALLOWEST_ZOOM = 7
DEEPEST_ZOOM = 19

# branca ends every name with 32 hexadecimal digits from os.urandom
RANDOM_NAME = re.compile(r"\b([A-Za-z][A-Za-z_]*)_[0-9a-f]{32}(?![0-9a-f])")
ELEMENT = "map_1"  # what _renumber makes of the one map in a shell
_LINKS = (CssLink, JavascriptLink)
PLACEHOLDER = re.compile(r'"placeholder-(\d+)"')


class LocalMap(folium.Map):
    """A folium map of ``bounds`` that leaves its libraries to the page."""

    def __init__(self, bounds: Bounds, zoom_snap: float) -> None:
        height, width = bounds.north - bounds.south, bounds.east - bounds.west
        super().__init__(
            location=[_degrees(bounds.south + height / 2), _degrees(bounds.west + width / 2)],
            tiles=None,
            zoom_control=False,
            control_scale=True,
            # a whole place's width of margin: room for popups and for venues just outside
            max_bounds=True,
            min_lat=_degrees(bounds.south - height),
            max_lat=_degrees(bounds.north + height),
            min_lon=_degrees(bounds.west - width),
            max_lon=_degrees(bounds.east + width),
            # the plugin zooms on ctrl and wheel; a bare wheel scrolls the page past the map
            scroll_wheel_zoom=False,
            zoom_snap=zoom_snap,
        )
        self._name = "map"
        # folium takes these for its own tile layer only, not for the map
        self.options |= {"min_zoom": SHALLOWEST_ZOOM, "max_zoom": DEEPEST_ZOOM}
        # folium's own lists, of files on public hosts, belong to the class
        self.default_js = []
        self.default_css = []


class Outlines(Layer):
    """An empty GeoJSON layer for the neighbourhoods, which the plugin fills.

    folium's own GeoJson reads the file while building and puts every property into the script.
    """

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "var {{ this.get_name() }} = L.geoJSON(null);\n"
        "{% endmacro %}"
    )

    def __init__(self, name: str) -> None:
        super().__init__(name=name, overlay=True, control=True, show=True)
        self._name = "outlines"


class Zoom(Layer):
    """Leaflet's zoom buttons in the page's language; folium can only place them."""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "var {{ this.get_name() }} = L.control.zoom({{ this.options|tojavascript }});\n"
        "{% endmacro %}"
    )

    def __init__(self, zoom_in: str, zoom_out: str) -> None:
        super().__init__(control=False)
        self._name = "zoom"
        self.options = remove_empty(zoom_in_title=zoom_in, zoom_out_title=zoom_out)


@dataclass(slots=True)
class Words:
    """Strings that must not pass through folium, each behind a numbered placeholder."""

    kept: list[str]

    def hide(self, words: str) -> str:
        """Return the placeholder to give to folium instead of ``words``."""
        self.kept.append(words)
        return f"placeholder-{len(self.kept) - 1}"

    def put_back(self, script: str) -> str:
        """Return the script with the words as JavaScript strings in their places."""
        return PLACEHOLDER.sub(lambda found: _literal(self.kept[int(found[1])]), script)


def draw(request: MapRequest) -> MapParts:
    """Return the parts of a map; equal requests give equal parts."""
    words = Words([])
    # tiles blur between whole zooms; outlines do not, and fit the view more closely
    whole = request.streets or request.tiles is not None
    page = LocalMap(request.bounds, zoom_snap=1 if whole else 0.5)
    layers: dict[str, Any] = {"outlines": _outlines(request, words)}
    if request.tiles is not None:
        layers["tiles"] = _tiles(request, request.tiles, words)
    for layer in layers.values():
        page.add_child(layer)
    page.add_child(
        Zoom(
            zoom_in=words.hide(html.escape(request.labels.zoom_in)),
            zoom_out=words.hide(html.escape(request.labels.zoom_out)),
        )
    )
    page.add_child(LayerControl())
    page.fit_bounds(_corners(request.bounds))
    return _parts(page, layers, words)


def _outlines(request: MapRequest, words: Words) -> Outlines:
    return Outlines(words.hide(html.escape(request.labels.outlines)))


def _tiles(request: MapRequest, tiles: tuple[str, str], words: Words) -> TileLayer:
    address, attribution = tiles
    return TileLayer(
        tiles=words.hide(address),
        attr=words.hide(html.escape(attribution)),
        name=words.hide(html.escape(request.labels.tiles)),
        overlay=False,
        max_zoom=DEEPEST_ZOOM,
    )


def _degrees(value: float) -> float:
    """Round to a tenth of a metre, so that sums of the same bounds print alike everywhere."""
    return round(value, 6)


def _corners(bounds: Bounds) -> list[list[float]]:
    return [[bounds.south, bounds.west], [bounds.north, bounds.east]]


def _parts(page: LocalMap, layers: dict[str, Any], words: Words) -> MapParts:
    """Render the map and take its pieces out of the page that folium made around it."""
    figure = page.get_root()
    if not isinstance(figure, Figure):
        raise TypeError("folium.Map no longer puts itself into a Figure")
    figure.render()
    if links := [it for it in figure.header._children.values() if isinstance(it, _LINKS)]:
        raise TypeError(f"folium asks for {links[0].url}, which the page does not have")
    names = {"map": page, **layers}
    handles = ", ".join(f"{key}: {element.get_name()}" for key, element in names.items())
    prefix = f'{page.get_name()}.attributionControl.setPrefix("Leaflet");'
    script = _renumber(_tidy(f"{figure.script.render()}\n{prefix}\nreturn {{{handles}}};"))
    return MapParts(
        # words go in last: a tile server's key may look like one of branca's names
        script=f'export const element = "{ELEMENT}";\n'
        f"export function drawMap() {{\n{words.put_back(script)}\n}}\n"
    )


def _renumber(script: str) -> str:
    """Replace random names by the order in which they appear: ``map_1``, ``outlines_1`` ..."""
    given: dict[str, str] = {}
    counts: Counter[str] = Counter()

    def name(found: re.Match[str]) -> str:
        if found[0] not in given:
            counts[found[1]] += 1
            given[found[0]] = f"{found[1]}_{counts[found[1]]}"
        return given[found[0]]

    return RANDOM_NAME.sub(name, script)


def _tidy(script: str) -> str:
    """Drop blank lines and the indentation of folium's templates."""
    lines = (line.strip() for line in script.splitlines())
    return "\n".join(line for line in lines if line)


def _literal(words: str) -> str:
    """Return a JavaScript string literal that is safe in a file and in an element alike."""
    text = json.dumps(words)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
