"""What the data files promise to hold, as JSON Schemas that programs can check them against."""

from __future__ import annotations

from generator.model.artifact import Artifact
from generator.model.edition import Edition, Produced
from generator.rules.json_text import json_file
from generator.views.data_files import schema_path, tables
from generator.views.data_schemas import record_schema, table_schema


def data_schemas(edition: Edition) -> Produced:
    """Make ``data/schemas/<kind>.json``, of one record, and ``data/schemas/<table>.json``.

    Once, as the files that they are of.
    """
    if not edition.main:
        return Produced()
    made = [
        Artifact(schema_path(name), json_file(schema))
        for table in tables()
        for name, schema in (
            (table.kind.name, record_schema(edition, table)),
            (table.name, table_schema(edition, table)),
        )
    ]
    return Produced(artifacts=tuple(made))
