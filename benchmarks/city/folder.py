"""A city as a content folder: the same bytes from the same size, on any machine.

Its taxonomy is the demonstration place's, so that what people can filter by is real; all else is
made up, and says so.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product
from pathlib import Path
from random import Random

import yaml

from benchmarks.city import extras, records
from benchmarks.city.records import ACROSS, BADGES, EAST, NORTH, SOUTH, WEST, City, Made
from benchmarks.city.wording import vocabulary
from tests.support.record_text import record_file, yaml_file

ROOT = Path(__file__).resolve().parents[2]
SEED = 20_261_123
_PER_ORGANISATION = 25
_PER_VENUE = 10
_SETTINGS: Mapping[str, object] = {
    "name": "Bigger City (made up)",
    "tagline": "Records made up to be measured",
    "url": "https://city.learning.example/",
    "languages": ["en"],
    "bounds": {"south": SOUTH, "west": WEST, "north": NORTH, "east": EAST},
    "timezone": "Europe/London",
    "nation": "england",
    "host": "netlify",
    "currency": "GBP",
    "demonstration": True,
    "contact": {"name": "Bigger City (made up)", "email": "hello@city.example"},
    "licence": {"name": "OGL-UK-3.0"},
    "review_every": 3650,
    "terms": [
        {"name": "Autumn 2026", "from": date(2026, 9, 2), "to": date(2026, 12, 18)},
        {"name": "Spring 2027", "from": date(2027, 1, 4), "to": date(2027, 3, 19)},
        {"name": "Summer 2027", "from": date(2027, 4, 5), "to": date(2027, 7, 20)},
        {"name": "Autumn 2027", "from": date(2027, 9, 1), "to": date(2027, 12, 17)},
    ],
}


@dataclass(frozen=True, slots=True)
class CityFiles:
    """Every record of a city, by folder, and the files beside them."""

    records: Mapping[str, Made]
    others: Mapping[str, bytes]
    labels: Mapping[str, Mapping[str, str]]
    """What the terms of each scheme are called."""

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield path and content of every file."""
        yield from self.others.items()
        for folder, made in self.records.items():
            for identifier, fields, body in made:
                yield f"{folder}/{identifier}.md", record_file(fields, body).encode()

    def write(self, folder: Path) -> None:
        """Write the files into a folder that is made afresh."""
        shutil.rmtree(folder, ignore_errors=True)
        for path, content in self.files():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)


def city_of(size: int) -> CityFiles:
    """Make a city with so many opportunities."""
    source = (ROOT / "content" / "taxonomy.yaml").read_bytes()
    taxonomy = yaml.safe_load(source)
    labels = {scheme: dict(_labels(held)) for scheme, held in taxonomy.items()}
    city = _city(size, {scheme: tuple(terms) for scheme, terms in labels.items()})
    others = {
        "taxonomy.yaml": source,
        "place.yaml": yaml_file(_SETTINGS).encode(),
        "neighbourhoods.geojson": _neighbourhoods(city),
        **extras.files(),
    }
    venues = list(records.venues(city))
    organisations = list(records.organisations(city))
    badges = list(records.badges(city))
    opportunities = list(records.opportunities(city, size))
    made: dict[str, Made] = {
        "venues": venues,
        "organisations": extras.with_logo(organisations),
        "badges": badges,
        "opportunities": extras.with_pictures(opportunities),
        "pathways": extras.pathways(opportunities, badges),
        "pages": extras.pages(),
    }
    return CityFiles(made, others, labels)


def _city(size: int, terms: Mapping[str, Sequence[str]]) -> City:
    random = Random(SEED)
    return City(
        random=random,
        words=vocabulary(random),
        terms=terms,
        organisations=_ids("organisation", max(4, size // _PER_ORGANISATION)),
        venues=_ids("venue", max(10, size // _PER_VENUE)),
        badges=_ids("badge", BADGES),
        neighbourhoods=_ids("neighbourhood", ACROSS * ACROSS),
    )


def _ids(kind: str, count: int) -> tuple[str, ...]:
    return tuple(f"{kind}-{number}" for number in range(count))


def _labels(held: object) -> Iterator[tuple[str, str]]:
    """Yield id and English label of a scheme's terms; layers have theirs under ``items``."""
    items = held.get("items", ()) if isinstance(held, Mapping) else held
    for item in items if isinstance(items, Sequence) else ():
        label = item["label"]
        yield item["id"], str(label["en"] if isinstance(label, Mapping) else label)


def _neighbourhoods(city: City) -> bytes:
    """Return a grid of quarters that covers the city."""
    height, width = (NORTH - SOUTH) / ACROSS, (EAST - WEST) / ACROSS
    cells = product(range(ACROSS), range(ACROSS))
    features = []
    for identifier, (row, column) in zip(city.neighbourhoods, cells, strict=True):
        south, west = SOUTH + row * height, WEST + column * width
        corners = [(0, 0), (0, 1), (1, 1), (1, 0), (0, 0)]
        ring = [
            [round(west + right * width, 5), round(south + up * height, 5)] for up, right in corners
        ]
        features.append(
            {
                "type": "Feature",
                "id": identifier,
                "properties": {"id": identifier, "name": {"en": city.words.name()}},
                "geometry": {"type": "Polygon", "coordinates": [ring]},
            }
        )
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()
