"""What a venue's fields must be together, and with the place it is in."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.location import Bounds, Location
from generator.model.problem import Problem, error, warning
from generator.model.venue import Venue
from generator.rules.postcodes import normalise

_PLACING = ("postcode", "location", "area")


def check_venue(record: Venue, bounds: Bounds) -> Iterator[Problem]:
    """Yield what is wrong with a venue on its own."""
    placing = (record.postcode, record.location, record.area)
    if not any(placing) and not any(record.marks.has(name) for name in _PLACING):
        message = 'it cannot be placed: give a "postcode", a "location" or an "area"'
        yield error("venue-nowhere", record.marks.start, message)
    if record.postcode and normalise(record.postcode) is None:
        message = f'"{record.postcode}" is not a postcode; expected one such as NP20 4UR'
        yield error("invalid-postcode", record.marks.at("postcode"), message)
    if record.location_shown != "exact":
        yield from _not_to_be_shown(record)
    if record.location:
        yield from check_position(record, record.location, bounds)


def check_position(record: Venue, location: Location, bounds: Bounds) -> Iterator[Problem]:
    """Yield a Problem for a position outside the place, or with its numbers the wrong way round."""
    if bounds.contains(location) or record.outside:
        return
    mark = record.marks.at("location" if record.location else "postcode")
    if bounds.contains(Location(location.longitude, location.latitude)):
        message = (
            "the numbers are the wrong way round; did you mean "
            f"[{location.longitude}, {location.latitude}]?"
        )
        yield error("swapped-coordinates", mark, message)
        return
    message = "it lies outside the place; if that is meant, say `outside: true`"
    yield warning("outside-bounds", mark, message)


def _not_to_be_shown(record: Venue) -> Iterator[Problem]:
    for name, given in (("address", record.address), ("uprn", record.uprn)):
        if given:
            message = (
                f'it is not to be shown exactly, but "{name}" is in a file that others can read; '
                "keep only what places it"
            )
            yield warning("address-not-shown", record.marks.at(name), message)
