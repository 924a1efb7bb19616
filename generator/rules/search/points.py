"""Where venues and areas are, for maps and for distances."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from generator.model.finding import Area, MappedVenue
from generator.model.location import Location
from generator.rules.json_text import Json
from generator.rules.numbering import numbered
from generator.rules.search.files import FORMAT, deltas

DEGREE_SCALE = 100_000
"""Coordinates in units of 0.00001 degrees: about a metre, as fine as a map marker can show."""


def points_of(venues: Iterable[MappedVenue], counts: Mapping[str, int]) -> dict[str, Json]:
    """Return the points that a map draws: venues in the order of the index's numbers.

    ``counts`` says how many opportunities each venue holds where no search narrows them.
    """
    ordered = in_order(venues)
    return {
        "format": FORMAT,
        **venue_columns(ordered),
        "names": [venue.name for venue in ordered],
        "paths": [venue.path for venue in ordered],
        "counts": [counts.get(venue.id, 0) for venue in ordered],
        "approximate": [at for at, venue in enumerate(ordered) if venue.approximate],
    }


def in_order(venues: Iterable[MappedVenue]) -> tuple[MappedVenue, ...]:
    """Return the venues in the order of their numbers."""
    by_id = {venue.id: venue for venue in venues}
    return tuple(by_id[identifier] for identifier in numbered(by_id))


def venue_columns(ordered: Sequence[MappedVenue]) -> dict[str, Json]:
    """Return the numbers and coordinates of venues that are in order."""
    numbers = numbered(venue.id for venue in ordered)
    return {
        "numbers": deltas(numbers[venue.id] for venue in ordered),
        **_coordinates([venue.location for venue in ordered]),
    }


def area_columns(areas: Sequence[Area]) -> dict[str, Json]:
    """Return the ids, names and middles of areas, in the order given."""
    return {
        "ids": [area.id for area in areas],
        "names": [area.name for area in areas],
        **_coordinates([area.middle for area in areas]),
    }


def scaled(degrees: float) -> int:
    """Return degrees in the whole units of the index."""
    return round(degrees * DEGREE_SCALE)


def _coordinates(locations: Sequence[Location]) -> dict[str, Json]:
    return {
        "latitude": deltas(scaled(location.latitude) for location in locations),
        "longitude": deltas(scaled(location.longitude) for location in locations),
    }
