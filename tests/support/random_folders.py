"""Whole places at random, as the files of their folder: from a seed, of any size, always valid.

``random_places`` makes a Place as the locate stage leaves it, for tests of one output; here a
place comes in by the front door. Nothing and nobody in it exists.
"""

from __future__ import annotations

import io
import json
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import cast

from hypothesis import strategies as st
from PIL import Image

from generator.model.location import Location
from generator.model.registry import KINDS
from generator.model.settings import PlaceContact, Settings
from generator.model.taxonomy import SCHEMES, Layers, TaxonomyTerm
from tests.support import random_records
from tests.support.random_translations import translation
from tests.support.random_values import TODAY, Drawing, Known
from tests.support.record_text import backwards, record_file, yaml_file
from tests.support.sayings import Harmless, Sayings

Files = dict[str, bytes]

SOUTH, WEST, NORTH, EAST = 54.40, -0.80, 54.52, -0.50
URL = "https://anywhere.learning.example/some/sub/path/"
_SHARES = {"opportunity": 58, "badge": 14, "organisation": 10, "venue": 12, "pathway": 6, "page": 2}
_OTHER_LANGUAGE = "cy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What kind of place. ``size`` is about how many records; ``chance`` how full each is.

    Without ``hidden_from_readers`` there is no draft and nothing is withdrawn. ``backwards`` turns
    round the order of fields, which means nothing. In a ``lively`` place most can be joined, and
    most happens at venues that the map shows, some of them in one building.
    """

    size: int = 20
    languages: tuple[str, ...] = ("en",)
    chance: float = 0.4
    hidden_from_readers: bool = True
    bodies: bool = True
    backwards: bool = False
    lively: bool = False


def seeded_folder(seed: int, wanted: Wanted, sayings: Sayings | None = None) -> Files:
    """Return a place's files by path: the same from the same seed, wanted and words."""
    return random_folder(Random(seed), wanted, sayings)  # noqa: S311 - nothing is kept secret


def random_folder(random: Random, wanted: Wanted, sayings: Sayings | None = None) -> Files:
    """Return a place's files by path, drawn from this source of chance."""
    drawing = Drawing(random, sayings or Harmless(), _known(random, wanted))

    def file(fields: dict[str, object], body: str | None = None) -> bytes:
        ordered = backwards(fields) if wanted.backwards else fields
        text = yaml_file(ordered) if body is None else record_file(ordered, body)
        return text.encode()

    files = {
        "place.yaml": file(_settings(drawing)),
        "taxonomy.yaml": file(_taxonomy(drawing)),
        "neighbourhoods.geojson": _neighbourhoods(drawing),
        **{name: picture(name) for name in drawing.known.images},
    }
    for kind in KINDS:
        before: tuple[str, ...] = ()
        for identifier in drawing.known.records[kind.name]:
            each = replace(drawing, here=identifier)
            fields = random_records.record(kind.name, each)
            random_records.earlier(fields, kind.name, before, each)
            _life(fields, kind.name, identifier, each, wanted)
            if wanted.lively:
                _enliven(fields, kind.name, each)
            stem = f"{kind.folder}/{identifier}"
            body = each.sayings.body() if wanted.bodies and random.random() < 0.7 else ""
            files[f"{stem}.md"] = file(fields, body)
            if len(wanted.languages) > 1 and random.random() < 0.6:
                said = translation(fields, kind.type, each)
                files[f"{stem}.{wanted.languages[1]}.md"] = file(said, body)
            before += (identifier,)
    return files


def small_folders(sayings: st.SearchStrategy[Sayings] | None = None) -> st.SearchStrategy[Files]:
    """Draw small places for a property test, with words from ``sayings``."""
    return st.builds(
        random_folder,
        st.randoms(use_true_random=False),
        st.builds(
            Wanted,
            size=st.integers(1, 8),
            languages=st.sampled_from((("en",), ("en", _OTHER_LANGUAGE), ("cy", "en"))),
            chance=st.sampled_from((0.1, 0.4, 0.9)),
        ),
        sayings or st.none(),
    )


def write_folder(folder: Path, files: Files) -> Path:
    """Write a place's files into a folder; return the folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def _known(random: Random, wanted: Wanted) -> Known:
    whole = sum(_SHARES.values())
    records = {
        kind.name: tuple(
            f"{kind.name}-{number}"
            for number in range(1, 1 + max(1, wanted.size * _SHARES[kind.name] // whole))
        )
        for kind in KINDS
    }
    records["page"] = ("about", *records["page"][1:])
    return Known(
        records=records,
        terms={
            scheme: tuple(f"{scheme}-{number}" for number in range(1, 1 + random.randint(1, 5)))
            for scheme in (*SCHEMES, "layers")
        },
        neighbourhoods=tuple(f"ward-{number}" for number in range(1, 1 + random.randint(1, 6))),
        images=("images/one.png", "images/two.jpg", "images/three.webp"),
        languages=wanted.languages,
        points=tuple(
            Location(
                round(random.uniform(SOUTH + 0.01, NORTH - 0.01), 5),
                round(random.uniform(WEST + 0.01, EAST - 0.01), 5),
            )
            for _ in range(6)
        ),
        chance=wanted.chance,
    )


def _life(
    fields: dict[str, object], kind: str, identifier: str, drawing: Drawing, wanted: Wanted
) -> None:
    """Let some records have had other ids, some be drafts, and some be withdrawn."""
    random = drawing.random
    if random.random() < 0.2:
        fields["aliases"] = [f"old-{identifier}", f"older-{identifier}"]
    if wanted.hidden_from_readers and kind not in ("page", "organisation"):
        if random.random() < 0.06:
            fields["draft"] = True
        elif kind == "opportunity" and random.random() < 0.06:
            fields["status"] = "withdrawn"


def _enliven(fields: dict[str, object], kind: str, drawing: Drawing) -> None:
    """Let a record be one that the finder finds, and a venue one that the map shows."""
    random = drawing.random
    if kind == "venue":
        apart = Location(
            round(random.uniform(SOUTH + 0.01, NORTH - 0.01), 5),
            round(random.uniform(WEST + 0.01, EAST - 0.01), 5),
        )
        point = random.choice((apart, apart, random.choice(drawing.known.points)))
        fields |= {"location": [point.latitude, point.longitude], "location_shown": "exact"}
    if kind == "opportunity" and random.random() < 0.8:
        fields["status"] = random.choice(("open", "open", "full", "waiting-list"))
        fields.pop("ended_on", None)
        fields.pop("replaced_by", None)
        at = random.choice(drawing.known.records["venue"])
        where = cast("list[object]", fields["where"])
        fields["where"] = [at, *(one for one in where if one != at)]


_SAID_HERE = ("url", "languages", "bounds", "timezone", "terms", "bank_holidays", "basemap",
              "currency", "contact", "host")  # fmt: skip


def _settings(drawing: Drawing) -> dict[str, object]:
    known = drawing.known
    return {
        **drawing.fields(Settings, leave_out=_SAID_HERE),
        "url": URL,
        "host": "netlify",  # which is given most
        "languages": list(known.languages),
        "bounds": {"south": SOUTH, "west": WEST, "north": NORTH, "east": EAST},
        "timezone": drawing.random.choice(("Europe/London", "America/New_York", "Asia/Kolkata")),
        "currency": drawing.random.choice(("GBP", "EUR", "JPY")),
        "contact": {"email": "map@anywhere.example", **drawing.fields(PlaceContact)},
        "review_every": 180,
        "terms": [
            {
                "name": drawing.sayings.words(40),
                "from": TODAY + timedelta(days=start),
                "to": TODAY + timedelta(days=start + 90),
            }
            for start in (-200, -80, 40, 150)
        ],
        "bank_holidays": [TODAY + timedelta(days=32), TODAY + timedelta(days=39)],
    }


def _taxonomy(drawing: Drawing) -> dict[str, object]:
    terms = {scheme: _terms(scheme, drawing) for scheme in (*SCHEMES, "layers")}
    layers = drawing.fields(Layers, leave_out=("items",)) | {"items": terms.pop("layers")}
    return {**terms, "layers": layers}


def _terms(scheme: str, drawing: Drawing) -> list[dict[str, object]]:
    made: list[dict[str, object]] = []
    for identifier in drawing.known.terms[scheme]:
        term = drawing.fields(TaxonomyTerm, leave_out=("id", "parent"))
        if len(drawing.known.languages) > 1:
            term["label"] = {tag: drawing.sayings.title(100) for tag in drawing.known.languages}
        if made and drawing.chance():
            term["parent"] = drawing.random.choice(made)["id"]
        made.append({"id": identifier, **term})
    return made


def _neighbourhoods(drawing: Drawing) -> bytes:
    """Cut the place into strips: some in one piece, some with a hole, some in two pieces."""
    identifiers = drawing.known.neighbourhoods
    width = (EAST - WEST) / len(identifiers)
    features = []
    for number, identifier in enumerate(identifiers):
        west = WEST + number * width
        rings = [_box(west, SOUTH, west + width, NORTH)]
        if number % 3 == 1:
            rings.append(_box(west + 0.01, SOUTH + 0.01, west + 0.02, SOUTH + 0.02))
        geometry: dict[str, object] = {"type": "Polygon", "coordinates": rings}
        if number % 3 == 2:
            halves = [
                [_box(west, SOUTH, west + width, 54.45)],
                [_box(west, 54.46, west + width, NORTH)],
            ]
            geometry = {"type": "MultiPolygon", "coordinates": halves}
        names = {tag: drawing.sayings.title(100) for tag in drawing.known.languages}
        name: object = names if len(names) > 1 else drawing.sayings.title(100)
        properties = {"id": identifier, "name": name}
        features.append({"type": "Feature", "properties": properties, "geometry": geometry})
    collection = {"type": "FeatureCollection", "features": features}
    return json.dumps(collection, ensure_ascii=False).encode()


def _box(west: float, south: float, east: float, north: float) -> list[list[float]]:
    corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    return [[round(longitude, 5), round(latitude, 5)] for longitude, latitude in corners]


@cache
def picture(name: str) -> bytes:
    """Return a small picture in the format that its name promises."""
    made = io.BytesIO()
    form = {"png": "PNG", "jpg": "JPEG", "webp": "WEBP"}[name.rpartition(".")[2]]
    Image.new("RGB", (24, 16), (40, 90, 160)).save(made, form)
    return made.getvalue()
