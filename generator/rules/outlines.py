"""What can be asked of an outline: is a point in it, where to put its name, a coarser drawing.

An outline is a neighbourhood's polygons: an island belongs to its ward. A ring may repeat its first
point at the end, as GeoJSON wants it (RFC 7946, 3.1.6), or not.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

from generator.model.location import Bounds, Location
from generator.model.place import Polygon, Ring
from generator.rules.geometry import METRES_IN_A_DEGREE, bounds_of, middle

Outline = tuple[Polygon, ...]

_SCAN_LINES = 9
_FEWEST_POINTS = 3


def contains(outline: Outline, location: Location) -> bool:
    """Say whether the point lies in one of the polygons and in none of that polygon's holes."""
    return any(_polygon_contains(polygon, location) for polygon in outline)


def outline_bounds(outline: Outline) -> Bounds | None:
    """Return the smallest box around the outline, or None where it has no point."""
    return bounds_of(point for polygon in outline for ring in polygon for point in ring)


def inner_point(outline: Outline) -> Location | None:
    """Return a point well inside the outline, or None where it encloses nothing.

    Not the centroid: that of a crescent lies outside it. Of nine lines drawn across the outline
    from west to east, the middle of the longest piece inside is taken: good enough to put a name
    or a pin on, and the same on every machine.
    """
    box = outline_bounds(outline)
    if box is None:
        return None
    step = (box.north - box.south) / (_SCAN_LINES + 1)
    # The middle line first: of equally long pieces, as in a rectangle, the most central one wins.
    lines = sorted(range(1, _SCAN_LINES + 1), key=lambda line: abs(line - (_SCAN_LINES + 1) / 2))
    best: Location | None = None
    longest = 0.0
    for line in lines:
        latitude = box.south + line * step
        for west, east in _pieces_inside(outline, latitude):
            if east - west > longest:
                longest = east - west
                best = Location(latitude, (west + east) / 2)
    return best


def simplified(outline: Outline, metres: float) -> Outline:
    """Return the outline with every point dropped that moves its line by less than ``metres``.

    For small maps. Douglas and Peucker's method, ring by ring: the border that two neighbours
    share may come out differently in each by up to ``metres``, so keep that below a pixel. A ring
    that shrinks to nothing is left out, unless the whole outline would vanish with it. Rings come
    back without a repeated point at the end.
    """
    polygons = []
    for polygon in outline:
        edge, *holes = (_simplified_ring(ring, metres) for ring in polygon)
        if len(edge) >= _FEWEST_POINTS:
            polygons.append((edge, *(hole for hole in holes if len(hole) >= _FEWEST_POINTS)))
    return tuple(polygons) or outline


def wound(polygon: Polygon) -> Polygon:
    """Return a polygon with its outer ring anticlockwise and its holes clockwise.

    GeoJSON asks for that (RFC 7946, 3.1.6), and what fills a shape by the side that a ring leaves
    on its left would else fill the rest of the world.
    """
    return tuple(
        ring if (_twice_the_area(ring) > 0) == (number == 0) else ring[::-1]
        for number, ring in enumerate(polygon)
    )


def _twice_the_area(ring: Ring) -> float:
    """Return twice the area in square degrees; more than 0 for a ring that runs anticlockwise."""
    return sum(
        one.longitude * other.latitude - other.longitude * one.latitude
        for one, other in _segments(ring)
    )


def _segments(ring: Ring) -> Iterator[tuple[Location, Location]]:
    if ring:
        yield from pairwise((*ring, ring[0]))


def _polygon_contains(polygon: Polygon, location: Location) -> bool:
    """Count over all rings at once: a hole, and an island in the hole, come out right."""
    return bool(sum(_ring_contains(ring, location) for ring in polygon) % 2)


def _ring_contains(ring: Ring, location: Location) -> bool:
    """Count how often a line to the east crosses the ring: odd is inside."""
    inside = False
    for crossing in _crossings(ring, location.latitude):
        if crossing > location.longitude:
            inside = not inside
    return inside


def _crossings(ring: Ring, latitude: float) -> Iterator[float]:
    """Yield the longitudes at which the ring crosses a latitude; a touch from one side is none."""
    for start, end in _segments(ring):
        if (start.latitude > latitude) != (end.latitude > latitude):
            along = (latitude - start.latitude) / (end.latitude - start.latitude)
            yield start.longitude + along * (end.longitude - start.longitude)


def _pieces_inside(outline: Outline, latitude: float) -> Iterator[tuple[float, float]]:
    for polygon in outline:
        crossings = sorted(crossing for ring in polygon for crossing in _crossings(ring, latitude))
        yield from zip(crossings[::2], crossings[1::2], strict=False)


def _simplified_ring(ring: Ring, metres: float) -> Ring:
    """Simplify a closed line: split it where it is farthest from its first point, then each half.

    Iterative, because an outline of 100,000 points would exhaust the stack.
    """
    if len(ring) > 1 and ring[0] == ring[-1]:
        ring = ring[:-1]
    box = bounds_of(ring)
    if box is None or len(ring) <= _FEWEST_POINTS:
        return ring
    across = METRES_IN_A_DEGREE * math.cos(math.radians(middle(box).latitude))
    flat = [(point.longitude * across, point.latitude * METRES_IN_A_DEGREE) for point in ring]
    flat.append(flat[0])
    turn = max(range(len(ring)), key=lambda index: math.dist(flat[0], flat[index]))
    kept = {0, turn}
    spans = [(0, turn), (turn, len(ring))]
    while spans:
        first, last = spans.pop()
        between = range(first + 1, last)
        if not between:
            continue
        farthest = max(between, key=lambda index: _off_line(flat[index], flat[first], flat[last]))
        if _off_line(flat[farthest], flat[first], flat[last]) >= metres:
            kept.add(farthest)
            spans += [(first, farthest), (farthest, last)]
    return tuple(ring[index] for index in sorted(kept))


Flat = tuple[float, float]


def _off_line(point: Flat, start: Flat, end: Flat) -> float:
    """Return the distance from a point to a piece of a straight line."""
    along_x, along_y = end[0] - start[0], end[1] - start[1]
    squared = along_x**2 + along_y**2
    if squared == 0:
        return math.dist(point, start)
    part = ((point[0] - start[0]) * along_x + (point[1] - start[1]) * along_y) / squared
    part = min(1.0, max(0.0, part))
    return math.dist(point, (start[0] + part * along_x, start[1] + part * along_y))
