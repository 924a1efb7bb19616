"""``doorstep init``: a place that builds at once, to be changed into one's own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.model.fault import Refused
from generator.model.location import Bounds, Location
from generator.ports import Gazetteer, NewFiles, Yaml
from generator.rules.postcodes import normalise

EXAMPLE_POSTCODE = "SW1A 0AA"
"""The Houses of Parliament: public, and found in every list of postcodes."""

_HALF_HEIGHT = 0.09
_HALF_WIDTH = 0.15
"""Degrees: a box of some twenty kilometres each way, about what a city fills."""


@dataclass(frozen=True, slots=True)
class NewPlace:
    """What is known of a place before it has a record: its name, and a postcode in its middle."""

    name: str
    postcode: str
    today: date


def init(
    place: NewPlace, starter: Mapping[str, str], gazetteer: Gazetteer, yaml: Yaml, files: NewFiles
) -> tuple[str, ...]:
    """Write the starter's files, made out to the place; return their paths.

    ``starter`` maps paths to texts. Raises Refused where the folder holds something already, or
    where nobody knows the postcode.
    """
    known = normalise(place.postcode)
    middle = gazetteer.locate(known) if known else None
    if known is None or middle is None:
        near = gazetteer.nearest_names(place.postcode)
        hint = f"; did you mean {near[0]}?" if near else ""
        raise Refused(f'no postcode "{place.postcode}" is in use{hint}')
    if not files.empty():
        raise Refused("the folder is not empty; a new place needs a new folder")
    values = {
        "name": yaml.write(place.name).removesuffix("\n...\n").strip(),
        "bounds": _flow(_around(middle)),
        "postcode": known,
        "today": place.today.isoformat(),
    }
    for path, text in starter.items():
        files.create(path, re.sub(r"\{\{ (\w+) \}\}", lambda mark: values[mark[1]], text))
    return tuple(starter)


def _around(middle: Location) -> Bounds:
    return Bounds(
        round(middle.latitude - _HALF_HEIGHT, 3),
        round(middle.longitude - _HALF_WIDTH, 3),
        round(middle.latitude + _HALF_HEIGHT, 3),
        round(middle.longitude + _HALF_WIDTH, 3),
    )


def _flow(bounds: Bounds) -> str:
    return (
        f"{{ south: {bounds.south}, west: {bounds.west}, "
        f"north: {bounds.north}, east: {bounds.east} }}"
    )
