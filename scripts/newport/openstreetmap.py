"""Read the picked elements and the bus stops from an OpenStreetMap extract.

pyosmium is in the ``data`` dependency group: no build needs it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from math import cos, hypot, radians
from pathlib import Path

import osmium
import osmium.osm

METRES_PER_DEGREE = 111_320.0  # of latitude; of longitude at the equator


@dataclass(frozen=True, slots=True)
class Element:
    """A node, or a way reduced to the middle of its outline's box."""

    name: str
    """As in a link: ``node/1241221848`` or ``way/36941773``."""
    latitude: float
    longitude: float
    tags: Mapping[str, str]

    def metres_to(self, other: Element) -> float:
        """Return the straight distance, good to a metre or two within one city."""
        east = (other.longitude - self.longitude) * cos(radians(self.latitude))
        return METRES_PER_DEGREE * hypot(other.latitude - self.latitude, east)


def read(extract: Path, wanted: Collection[str]) -> tuple[dict[str, Element], list[Element]]:
    """Return the wanted elements by name, and every bus stop that has a name."""
    elements: dict[str, Element] = {}
    bus_stops: list[Element] = []
    for item in osmium.FileProcessor(str(extract)).with_locations():
        if isinstance(item, osmium.osm.Node):
            name = f"node/{item.id}"
            stop = item.tags.get("highway") == "bus_stop" and "name" in item.tags
            if stop or name in wanted:
                element = Element(name, item.lat, item.lon, dict(item.tags))
                if stop:
                    bus_stops.append(element)
                if name in wanted:
                    elements[name] = element
        elif isinstance(item, osmium.osm.Way) and f"way/{item.id}" in wanted:
            name = f"way/{item.id}"
            corners = [(node.lat, node.lon) for node in item.nodes if node.location.valid()]
            elements[name] = Element(name, *middle(corners), dict(item.tags))
    return elements, bus_stops


def middle(points: Iterable[tuple[float, float]]) -> tuple[float, float]:
    """Return the middle of the box around the points."""
    latitudes, longitudes = zip(*points, strict=True)
    return (min(latitudes) + max(latitudes)) / 2, (min(longitudes) + max(longitudes)) / 2
