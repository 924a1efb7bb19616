"""The extract as tilemaker is to have it: with earth and sea as shapes.

tilemaker takes shapes from outside only as shapefiles; a few more rings in the extract itself need
no second format. pyosmium is in the ``data`` dependency group: no build needs it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import osmium
import osmium.osm
import osmium.osm.mutable

from scripts.basemap.sea import Box, Line, Sea, sea

FIRST_ID = 1 << 40
"""Beyond every id that OpenStreetMap has given."""
EARTH_TAGS = {"doorstep": "earth"}
SEA_TAGS = {"natural": "water", "water": "ocean"}


@dataclass(frozen=True, slots=True)
class Shapes:
    """Earth and sea as OpenStreetMap would have them: ways, and a relation if there are islands."""

    nodes: tuple[tuple[int, float, float], ...]
    ways: tuple[tuple[int, tuple[int, ...], dict[str, str]], ...]
    members: tuple[tuple[str, int, str], ...]


def write_working_copy(extract: Path, box: Box, target: Path) -> None:
    """Write the extract to ``target`` with earth and sea added."""
    shapes = shapes_of(sea(coastlines(extract), box), box)
    with osmium.SimpleWriter(str(target), overwrite=True) as writer:
        for node in _of_kind(extract, osmium.osm.NODE):
            writer.add_node(node)
        for identifier, longitude, latitude in shapes.nodes:
            writer.add_node(
                osmium.osm.mutable.Node(id=identifier, version=1, location=(longitude, latitude))
            )
        for way in _of_kind(extract, osmium.osm.WAY):
            writer.add_way(way)
        for identifier, nodes, tags in shapes.ways:
            writer.add_way(
                osmium.osm.mutable.Way(id=identifier, version=1, nodes=list(nodes), tags=tags)
            )
        for relation in _of_kind(extract, osmium.osm.RELATION):
            writer.add_relation(relation)
        if shapes.members:
            writer.add_relation(
                osmium.osm.mutable.Relation(
                    id=FIRST_ID,
                    version=1,
                    members=list(shapes.members),
                    tags={"type": "multipolygon", **SEA_TAGS},
                )
            )


def coastlines(extract: Path) -> list[Line]:
    """Return every coastline of the extract."""
    ways = osmium.FileProcessor(str(extract), osmium.osm.NODE | osmium.osm.WAY).with_locations()
    return [
        tuple((node.lon, node.lat) for node in way.nodes if node.location.valid())
        for way in ways
        if isinstance(way, osmium.osm.Way) and way.tags.get("natural") == "coastline"
    ]


def shapes_of(found: Sea, box: Box) -> Shapes:
    """Return all rings as ways of numbered nodes, each ring's last node being its first.

    The earth is the whole box, like the paper of a map's sheet; the sea is painted over it.
    """
    nodes: list[tuple[int, float, float]] = []
    ways: list[tuple[int, tuple[int, ...], dict[str, str]]] = []
    members: list[tuple[str, int, str]] = []
    # without islands each ring is a shape of its own; with them, all are parts of one
    tags = {} if found.islands else SEA_TAGS
    earth = (*box.corners, box.corners[0])
    rings = [("", earth, EARTH_TAGS)]
    rings += [("outer", ring, tags) for ring in found.waters]
    rings += [("inner", ring, tags) for ring in found.islands]
    for role, ring, tagged in rings:
        first = FIRST_ID + len(nodes)
        way = FIRST_ID + len(ways)
        nodes += [(first + at, *point) for at, point in enumerate(ring[:-1])]
        ways.append((way, (*range(first, first + len(ring) - 1), first), tagged))
        if role and found.islands:
            members.append(("w", way, role))
    return Shapes(tuple(nodes), tuple(ways), tuple(members))


def _of_kind(extract: Path, kind: Any) -> Iterator[Any]:  # noqa: ANN401 - pyosmium gives no types
    yield from osmium.FileProcessor(str(extract), kind)
