"""Where things are: WGS84 points, boxes and outlines, and how a point became known."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field

from generator.model.problem import Mark


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A WGS84 point in decimal degrees."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Bounds:
    """A box in decimal degrees. Boxes across the antimeridian are not supported."""

    south: float
    west: float
    north: float
    east: float

    def contains(self, location: Location) -> bool:
        """Say whether the point lies in the box, its edges included."""
        return (
            self.south <= location.latitude <= self.north
            and self.west <= location.longitude <= self.east
        )


class Placing(enum.StrEnum):
    """How a venue came by its point, most trusted first."""

    RECORD = "record"
    GEOCODE = "geocode"
    POSTCODE = "postcode"
    AREA = "area"

    @property
    def approximate(self) -> bool:
        """A postcode's centroid is a median 50 m from the door; an area's middle says less."""
        return self in (Placing.POSTCODE, Placing.AREA)


class Level(enum.StrEnum):
    """What a network geocoder matched, most exact first."""

    BUILDING = "building"
    POSTCODE = "postcode"
    STREET = "street"
    AREA = "area"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing that a network geocoder found: where, how exact, and what it calls it."""

    location: Location
    level: Level
    label: str


@dataclass(frozen=True, slots=True)
class Geocode:
    """One line of ``geocodes.yaml``: what a venue's address resolved to, for review.

    ``address`` is the address and postcode it answers; a venue whose address has changed since
    makes it stale. ``location`` is None for a dated miss. ``level`` is what matched (building,
    street, postcode, ...), ``locked`` says that a person has checked it and no run may change it.
    ``flag`` says why a person must decide before the location is used; it is empty otherwise.
    ``mark`` is where it stands in the file, None for an answer that is not written yet.
    """

    venue: str
    address: str
    location: Location | None
    level: str
    source: str
    date: str
    label: str = ""
    locked: bool = False
    flag: str = ""
    mark: Mark | None = field(default=None, compare=False)
