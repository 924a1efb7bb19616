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

    ``streets`` says that the place has a street map of its own, which a script of
    the theme draws into the map. ``tiles`` is a raster tile URL template with its attribution from
    place.yaml, or None for outlines alone.
    What else the place owes credit for stands at the foot of the page, where the map leads.
    """

    bounds: Bounds
    streets: bool = False
    tiles: tuple[str, str] | None = None
    labels: MapLabels = MapLabels()


@dataclass(frozen=True, slots=True)
class MapParts:
    """A map shell as a page needs it under ``default-src 'self'``.

    ``script`` is a JavaScript module for an external file. It exports ``element``, the id that the
    element to be filled must have, and ``drawMap()``, which returns the Leaflet map and its layers.
    It knows nothing of the page, so that all pages of a language share one file, nor of where
    Leaflet lies: the theme's own script has that there before it calls.
    """

    script: str
