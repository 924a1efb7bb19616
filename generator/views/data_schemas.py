"""JSON Schema (draft 2020-12) of the data files, from the tables that they are made by.

Objects are open: a field may be added under the same ``format``, and whoever checks files against a
schema that they once took must not find the newer ones wrong.
"""

from __future__ import annotations

from generator.model.edition import Edition
from generator.rules.addresses import absolute
from generator.rules.json_text import Json
from generator.rules.schema import DRAFT
from generator.views.data_files import AnyTable, schema_path
from generator.views.data_terms import FORMAT

Members = dict[str, Json]

_TEXT: Members = {"type": "string"}
_TEXT_OR_NULL: Members = {"type": ["string", "null"]}
_LINK_OR_NULL: Members = {"type": ["string", "null"], "format": "uri"}
_TERMS: Members = {
    "schema": {"type": "string", "format": "uri"},
    "format": {"const": FORMAT},
    "place": _TEXT,
    "site": {"type": "string", "format": "uri"},
    "demonstration": {"type": "boolean"},
    "licence": _TEXT_OR_NULL,
    "licence_url": _LINK_OR_NULL,
    "attribution": {"type": "array", "items": _TEXT},
    "language": _TEXT,
}


def record_schema(edition: Edition, table: AnyTable) -> Members:
    """Return the schema of the file of one record; ``#/$defs/record`` in it is the record's."""
    gettext = edition.wording.gettext
    fields: Members = {
        field.name: {"description": gettext(field.explanation), **field.holds.json_schema}
        for field in table.fields
    }
    record: Members = {"type": "object", "properties": fields, "required": [*fields]}
    given: Members = {"kind": {"const": table.kind.name}, **_TERMS}
    return {
        **_begun(edition, table.kind.name, table.kind.name),
        "properties": {**given, "record": {"$ref": "#/$defs/record"}},
        "required": [*given, "record"],
        "$defs": {"record": record},
    }


def table_schema(edition: Edition, table: AnyTable) -> Members:
    """Return the schema of the file of all records of a kind."""
    one = absolute(edition.place.settings.url, schema_path(table.kind.name))
    explained: Members = {"type": "object", "additionalProperties": _TEXT}
    given: Members = {"name": {"const": table.name}, **_TERMS, "fields": explained}
    records: Members = {"type": "array", "items": {"$ref": f"{one}#/$defs/record"}}
    return {
        **_begun(edition, table.name, edition.wording.gettext(table.title)),
        "properties": {**given, "records": records},
        "required": [*given, "records"],
    }


def _begun(edition: Edition, name: str, title: str) -> Members:
    return {
        "$schema": DRAFT,
        "$id": absolute(edition.place.settings.url, schema_path(name)),
        "title": title,
        "type": "object",
    }
