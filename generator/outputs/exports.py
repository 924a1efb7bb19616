"""The place's records as files that other programs read: CSV, JSON and GeoJSON under data/.

Once, in the place's main language; what is translated is on the pages. Only what may be listed is
in them: a file that somebody keeps must not hold what the site no longer stands by.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.artifact import Artifact
from generator.model.edition import Edition, Produced
from generator.model.place import Neighbourhood, Ring
from generator.model.text import NO_TEXT
from generator.rules.csv_text import csv_file
from generator.rules.json_text import Json, json_table
from generator.views.data_files import NEIGHBOURHOODS, AnyTable, data_path, tables
from generator.views.data_table import DECIMALS, Values, words


def exports(edition: Edition) -> Produced:
    """Make ``data/<table>.csv``, ``.json`` and ``.geojson``."""
    if not edition.main:
        return Produced()
    made = [artifact for table in tables() for artifact in _files(edition, table)]
    return Produced(artifacts=(*made, *_neighbourhoods(edition)))


def _files(edition: Edition, table: AnyTable) -> Iterator[Artifact]:
    records = table.listed(edition)
    rows = [table.values(edition, record) for record in records]
    flat = [field.name for field in table.fields if field.flat]
    yield Artifact(
        data_path(table.name, "csv"), csv_file(flat, ([row[name] for name in flat] for row in rows))
    )
    yield Artifact(
        data_path(table.name, "json"),
        json_table(_about(edition, table), "records", rows),
    )
    if table.shape:
        features: list[Json] = [
            _feature(row, table.shape(edition, record))
            for record, row in zip(records, rows, strict=True)
        ]
        yield Artifact(data_path(table.name, "geojson"), _collection(edition, features))


def _about(edition: Edition, table: AnyTable) -> dict[str, Json]:
    """Return what a reader needs to know of a file that has left its site."""
    return {
        "name": table.name,
        **_terms(edition),
        "language": edition.language,
        "fields": {
            field.name: edition.wording.gettext(field.explanation) for field in table.fields
        },
    }


def _terms(edition: Edition) -> dict[str, Json]:
    settings = edition.place.settings
    licence = settings.licence
    return {
        "place": settings.name.words(edition.language),
        "site": settings.url,
        "demonstration": settings.demonstration,
        "licence": licence.name if licence else None,
        "licence_url": (licence.url or None) if licence else None,
        "attribution": [
            credit.words(edition.language)
            for credit in (licence.attribution if licence else NO_TEXT, *settings.attributions)
            if credit
        ],
    }


def _collection(edition: Edition, features: list[Json]) -> bytes:
    # RFC 7946, 6.1: members of our own are allowed beside the standard's.
    about = {"type": "FeatureCollection", **_terms(edition)}
    return json_table(about, "features", features)


def _feature(properties: Values, geometry: Json) -> Json:
    return {
        "type": "Feature",
        "id": properties["id"],
        "geometry": geometry,
        "properties": properties,
    }


def _neighbourhoods(edition: Edition) -> Iterator[Artifact]:
    neighbourhoods = edition.place.neighbourhoods.values()
    if neighbourhoods:
        features: list[Json] = [_outline(edition, each) for each in neighbourhoods]
        yield Artifact(data_path(NEIGHBOURHOODS, "geojson"), _collection(edition, features))


def _outline(edition: Edition, neighbourhood: Neighbourhood) -> Json:
    properties: dict[str, Json] = {
        "id": neighbourhood.id,
        "name": words(edition, neighbourhood.name),
    }
    polygons: list[Json] = [[_ring(ring) for ring in rings] for rings in neighbourhood.polygons]
    geometry: Json = {"type": "MultiPolygon", "coordinates": polygons}
    return _feature(properties, geometry)


def _ring(ring: Ring) -> Json:
    """Return a ring that ends where it begins (RFC 7946, 3.1.6)."""
    closed = ring if not ring or ring[0] == ring[-1] else (*ring, ring[0])
    return [[round(each.longitude, DECIMALS), round(each.latitude, DECIMALS)] for each in closed]
