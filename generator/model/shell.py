"""What a map shell is made from, and the pieces it comes in."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.location import Bounds


@dataclass(frozen=True, slots=True)
class MapLabels:
    """What the map's own controls say, in the page's language. Interface strings, never records."""

    zoom_in: str = "Zoom in"
    zoom_out: str = "Zoom out"
    outlines: str = "Neighbourhoods"
    tiles: str = "Street map"


@dataclass(frozen=True, slots=True)
class MapRequest:
    """What a map shell is made from. It holds no word that a record's author typed.

    ``assets`` is the relative URL of the assets folder from the page, ending in ``/``. ``outlines``
    and ``points`` are relative URLs of the neighbourhoods' GeoJSON and of the points file; either
    may be "" (a page about one venue carries its point in itself). ``kind`` tells the plugin what
    the map is for (``explore``, ``venue``, ``neighbourhood`` ...) and becomes a class. ``tiles`` is
    a raster tile URL template with its attribution from place.yaml, or None for outlines alone.
    ``attributions`` are plain words shown on the map; markup in them is shown, not obeyed.
    """

    bounds: Bounds
    assets: str
    language: str
    outlines: str
    points: str
    kind: str
    tiles: tuple[str, str] | None = None
    attributions: tuple[str, ...] = ()
    labels: MapLabels = MapLabels()


@dataclass(frozen=True, slots=True)
class MapParts:
    """A map shell in the pieces a page needs under ``default-src 'self'``.

    ``body`` is the element that the map fills. ``script`` is a JavaScript module for an external
    file: it exports ``drawMap()``, which returns the Leaflet map and its layers. It depends on the
    bounds, tiles, attributions and labels alone, so that all pages of a language share one file.
    ``scripts`` and ``styles`` are the local files that must be there before it is called, relative
    to the page, in order.
    """

    body: str
    script: str
    scripts: tuple[str, ...]
    styles: tuple[str, ...]
