"""Postcodes of the place and its surroundings, in small files that a reader's browser looks up in.

One file a district, so that what is fetched says no more than ``NP19`` of whoever typed a postcode.
Read by ``postcodes.js``; the form is described in docs/search-index.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from generator.model.artifact import Artifact
from generator.model.edition import Edition, Output, Produced
from generator.model.location import Location
from generator.model.place import Neighbourhood
from generator.ports import Gazetteer
from generator.rules.geometry import grown
from generator.rules.json_text import Json
from generator.rules.outlines import contains, outline_bounds
from generator.rules.postcodes import district, inward
from generator.rules.search.files import compact_json, deltas

FORMAT = 1
FOLDER = "assets/postcodes/"
DEGREE_SCALE = 10_000
"""About ten metres; a postcode's middle is a median of fifty from the door it stands for."""

SURROUNDINGS = 8_000.0
"""Metres beyond the place's box: people come from the next town, and not from the next county."""

Unit = tuple[str, Location]


def postcodes(gazetteer: Gazetteer) -> Output:
    """Return the output of the postcode files, once for all languages."""

    def publish(edition: Edition) -> Produced:
        if not edition.main or not _has_places(edition):
            return Produced()
        place = edition.place
        units = gazetteer.within(grown(place.settings.bounds, SURROUNDINGS))
        areas = _Areas(tuple(place.neighbourhoods.values()))
        return Produced(artifacts=tuple(_files(units, areas)))

    return publish


def _has_places(edition: Edition) -> bool:
    """Say whether there is anything to be near to; the whole world's postcodes are never wanted."""
    place = edition.place
    return place.settings.bounds_entry is not None and bool(place.venues or place.neighbourhoods)


def _files(units: Iterable[Unit], areas: _Areas) -> Iterator[Artifact]:
    names: list[str] = []
    example = ""
    for name, held in groupby(units, key=lambda unit: district(unit[0])):
        in_district = list(held)
        names.append(name)
        # never a whole postcode: it could be the one of a venue that must not be found
        example = example or (name if any(areas.of(at) for _, at in in_district) else "")
        yield Artifact(f"{FOLDER}{name}.json", compact_json(_part(in_district, areas)))
    listed: list[Json] = list(names)
    directory: dict[str, Json] = {
        "format": FORMAT,
        "districts": listed,
        "example": example or "".join(names[:1]),
    }
    yield Artifact(f"{FOLDER}districts.json", compact_json(directory))


def _part(units: Sequence[Unit], areas: _Areas) -> dict[str, Json]:
    """Return a district: ends of postcodes, coordinates, and the neighbourhood of each by runs."""
    named = [areas.of(location) for _, location in units]
    known = sorted({name for name in named if name})
    runs: list[Json] = [
        [known.index(name) if name else -1, len(list(same))] for name, same in groupby(named)
    ]
    return {
        "format": FORMAT,
        "codes": "".join(inward(code) for code, _ in units),
        "latitude": deltas(_scaled(location.latitude) for _, location in units),
        "longitude": deltas(_scaled(location.longitude) for _, location in units),
        "areas": list(known),
        "runs": runs,
    }


class _Areas:
    """Neighbourhoods by where one stands; boxes around all and each spare most of the looking."""

    def __init__(self, neighbourhoods: Sequence[Neighbourhood]) -> None:
        self._boxed = [(outline_bounds(one.polygons), one) for one in neighbourhoods]
        every = tuple(polygon for one in neighbourhoods for polygon in one.polygons)
        self._around = outline_bounds(every)

    def of(self, location: Location) -> str:
        """Return the id of the neighbourhood that the point lies in, or ""."""
        if not self._around or not self._around.contains(location):
            return ""
        for box, one in self._boxed:
            if box and box.contains(location) and contains(one.polygons, location):
                return one.id
        return ""


def _scaled(degrees: float) -> int:
    return round(degrees * DEGREE_SCALE)
