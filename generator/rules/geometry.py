"""Points and boxes: how far, whether inside, whether latitude and longitude changed places."""

from __future__ import annotations

import math
from collections.abc import Iterable

from generator.model.location import Bounds, Location

MEAN_RADIUS = 6_371_008.8
"""Of the Earth in metres (IUGG mean radius R1): a sphere is within 0.5 % everywhere."""

METRES_IN_A_DEGREE = math.radians(1) * MEAN_RADIUS
"""Of latitude. A degree of longitude is this times the cosine of the latitude."""


def distance(one: Location, other: Location) -> float:
    """Return the metres between two points along the Earth's surface (haversine)."""
    south, north = math.radians(one.latitude), math.radians(other.latitude)
    half_chord = (
        math.sin((north - south) / 2) ** 2
        + math.cos(south)
        * math.cos(north)
        * math.sin(math.radians(other.longitude - one.longitude) / 2) ** 2
    )
    return 2 * MEAN_RADIUS * math.asin(min(1.0, math.sqrt(half_chord)))


def widest_apart(locations: Iterable[Location]) -> float:
    """Return the greatest distance in metres between any two of the points; 0 for fewer than two.

    Quadratic on purpose: it is asked of a geocoder's handful of candidates.
    """
    points = tuple(locations)
    return max(
        (distance(one, other) for index, one in enumerate(points) for other in points[:index]),
        default=0.0,
    )


def bounds_of(locations: Iterable[Location]) -> Bounds | None:
    """Return the smallest box around the points, or None where there are none."""
    points = tuple(locations)
    if not points:
        return None
    return Bounds(
        south=min(point.latitude for point in points),
        west=min(point.longitude for point in points),
        north=max(point.latitude for point in points),
        east=max(point.longitude for point in points),
    )


def middle(bounds: Bounds) -> Location:
    """Return the point in the middle of the box."""
    return Location((bounds.south + bounds.north) / 2, (bounds.west + bounds.east) / 2)


def grown(bounds: Bounds, metres: float) -> Bounds:
    """Return the box with a margin of so many metres on every side."""
    up = metres / METRES_IN_A_DEGREE
    widest = max(abs(bounds.south), abs(bounds.north))
    across = up / max(math.cos(math.radians(widest)), 0.01)
    return Bounds(
        south=max(-90.0, bounds.south - up),
        west=max(-180.0, bounds.west - across),
        north=min(90.0, bounds.north + up),
        east=min(180.0, bounds.east + across),
    )


def swapped(location: Location, bounds: Bounds) -> Location | None:
    """Return the point the author probably meant, or None where nothing suggests a swap.

    Latitude and longitude were exchanged where the point lies outside the box, and inside it once
    they are exchanged back.
    """
    turned = Location(location.longitude, location.latitude)
    if bounds.contains(location) or not bounds.contains(turned):
        return None
    return turned
