"""The place's records as files that other programs read: CSV, JSON and GeoJSON under data/.

Once, in the place's main language; JSON also says what reads otherwise in the others. Only what may
be listed is in them: a file that somebody keeps must not hold what the site no longer stands by.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model.artifact import Artifact
from generator.model.edition import Edition, Produced
from generator.model.place import Neighbourhood, Ring
from generator.rules.addresses import absolute
from generator.rules.csv_text import csv_file
from generator.rules.json_text import (
    Json,
    json_beside,
    json_head,
    json_line,
    json_of_line,
    json_of_lines,
)
from generator.rules.outlines import wound
from generator.views.data_files import (
    NEIGHBOURHOODS,
    AnyTable,
    data_path,
    record_path,
    schema_path,
    tables,
)
from generator.views.data_table import DECIMALS, words
from generator.views.data_terms import data_terms


def exports(edition: Edition) -> Produced:
    """Make ``data/<table>.csv``, ``.json`` and ``.geojson``, and ``data/<table>/<id>.json``."""
    if not edition.main:
        return Produced()
    made = [artifact for table in tables() for artifact in _files(edition, table)]
    return Produced(artifacts=(*made, *_neighbourhoods(edition)))


def _files(edition: Edition, table: AnyTable) -> Iterator[Artifact]:
    """Yield the files of a table. A row is made, and put into JSON, once for all of them."""
    records = table.listed(edition)
    rows = [table.row(edition, record) for record in records]
    lines = [json_line(row) for row in rows]
    flat = [field.name for field in table.fields if field.flat]
    yield Artifact(
        data_path(table.name, "csv"), csv_file(flat, ([row[name] for name in flat] for row in rows))
    )
    about = json_head(_about(edition, table))
    yield Artifact(data_path(table.name, "json"), json_of_lines(about, "records", lines))
    alone = json_head(_about_one(edition, table))
    for record, line in zip(records, lines, strict=True):
        path = record_path(table.name, record.id)
        yield Artifact(path, json_of_line(alone, "record", line), record.path)
    if table.shape:
        features = [
            _feature(record.id, table.shape(edition, record), line)
            for record, line in zip(records, lines, strict=True)
        ]
        yield Artifact(data_path(table.name, "geojson"), _collection(edition, features))


def _about(edition: Edition, table: AnyTable) -> dict[str, Json]:
    """Return what a reader needs to know of a file that has left its site."""
    return {
        "name": table.name,
        "schema": absolute(edition.place.settings.url, schema_path(table.name)),
        **data_terms(edition),
        "language": edition.language,
        "fields": {
            field.name: edition.wording.gettext(field.explanation) for field in table.fields
        },
    }


def _about_one(edition: Edition, table: AnyTable) -> dict[str, Json]:
    """Return the same for a file of one record, which leaves the fields to its schema."""
    return {
        "kind": table.kind.name,
        "schema": absolute(edition.place.settings.url, schema_path(table.kind.name)),
        **data_terms(edition),
        "language": edition.language,
    }


def _collection(edition: Edition, features: Iterable[str]) -> bytes:
    # RFC 7946, 6.1: members of our own are allowed beside the standard's.
    about = {"type": "FeatureCollection", **data_terms(edition)}
    return json_of_lines(json_head(about), "features", features)


def _feature(identifier: str, geometry: Json, properties: str) -> str:
    about = {"type": "Feature", "id": identifier, "geometry": geometry}
    return json_beside(about, "properties", properties)


def _neighbourhoods(edition: Edition) -> Iterator[Artifact]:
    neighbourhoods = edition.place.neighbourhoods.values()
    if neighbourhoods:
        features = [_outline(edition, each) for each in neighbourhoods]
        yield Artifact(data_path(NEIGHBOURHOODS, "geojson"), _collection(edition, features))


def _outline(edition: Edition, neighbourhood: Neighbourhood) -> str:
    properties: dict[str, Json] = {
        "id": neighbourhood.id,
        "name": words(edition, neighbourhood.name),
    }
    polygons: list[Json] = [
        [_ring(ring) for ring in wound(rings)] for rings in neighbourhood.polygons
    ]
    geometry: Json = {"type": "MultiPolygon", "coordinates": polygons}
    return _feature(neighbourhood.id, geometry, json_line(properties))


def _ring(ring: Ring) -> Json:
    """Return a ring that ends where it begins (RFC 7946, 3.1.6)."""
    closed = ring if not ring or ring[0] == ring[-1] else (*ring, ring[0])
    return [[round(each.longitude, DECIMALS), round(each.latitude, DECIMALS)] for each in closed]
