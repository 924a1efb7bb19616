from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource

from generator.model.entries import CostEntry, WhereEntry
from generator.model.place import Place
from generator.outputs.data_schemas import data_schemas
from generator.outputs.exports import exports
from generator.rules.schema import DRAFT
from generator.views.data_files import tables
from tests.support.places import a_place, a_venue, an_opportunity, an_organisation, en, settings
from tests.support.random_places import places
from tests.support.wordings import edition

SITE = "https://learning.example.org/avonport/"
Documents = dict[str, Any]


def documents(place: Place, *outputs: Callable[..., Any]) -> Documents:
    """Return the JSON files that outputs make, by their path."""
    made = [artifact for output in outputs for artifact in output(edition(place)).artifacts]
    return {
        artifact.path: json.loads(artifact.content)
        for artifact in made
        if artifact.path.endswith(".json")
    }


def mistakes(place: Place, found: Documents) -> list[str]:
    """Return what is wrong with data files by the schema that each of them names."""
    schemas = documents(place, data_schemas).values()
    registry = Registry().with_contents([(schema["$id"], schema) for schema in schemas])
    wrong = []
    for path, document in found.items():
        schema = registry.contents(document["schema"])
        checker = Draft202012Validator(schema, registry=registry, format_checker=FormatChecker())
        wrong += [f"{path}: {error.json_path}: {error.message}" for error in
                  checker.iter_errors(document)]  # fmt: skip
    return wrong


@given(places())
def test_every_file_is_as_its_schema_says(place: Place) -> None:
    found = documents(place, exports)

    assert mistakes(place, found) == []


def test_schemas_are_schemas_and_stand_where_they_say() -> None:
    made = documents(a_place(), data_schemas)

    assert {schema["$id"] for schema in made.values()} == {SITE + path for path in made}
    for schema in made.values():
        assert schema["$schema"] == DRAFT
        Draft202012Validator.check_schema(schema)
        assert Resource.from_contents(schema).id() == schema["$id"]


def test_every_field_of_every_table_is_described() -> None:
    made = documents(a_place(), data_schemas)

    for table in tables():
        record = made[f"data/schemas/{table.kind.name}.json"]["$defs"]["record"]
        assert record["required"] == [field.name for field in table.fields]
        assert all(field["description"] for field in record["properties"].values())


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "lecture"), ("checked_on", 20261101), ("topics", "making"), ("title", None),
        ("prices", [{"amount": -1}]), ("sessions", [{"start": "tomorrow"}]), ("url", "robotics/"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_seen(field: str, value: object) -> None:
    place = a_place(an_opportunity(), an_organisation())
    found = documents(place, exports)
    found["data/opportunities/robotics.json"]["record"][field] = value

    # "uri" is checked only where a library for it is installed
    assert mistakes(place, found) != [] or field == "url"


def test_file_of_one_record_holds_what_the_file_of_all_holds() -> None:
    price = (CostEntry(note=en("on the day")),)
    place = a_place(an_opportunity(cost=price), an_opportunity("two"), a_venue(), an_organisation())

    found = documents(place, exports)

    for name in ("opportunities", "venues", "organisations"):
        for record in found[f"data/{name}.json"]["records"]:
            alone = found[f"data/{name}/{record['id']}.json"]
            assert alone["record"] == record
            assert alone["site"] == SITE


def test_record_says_what_reads_otherwise_in_the_other_languages() -> None:
    title = en("").of({"en": "Build a robot", "cy": "Adeiladu robot"})
    record = an_opportunity(title=title, where=(WhereEntry(venue="library"),))
    place = a_place(record, an_organisation(), settings=settings(languages=("en", "cy")))

    found = documents(place, exports)["data/opportunities/robotics.json"]

    assert found["language"] == "en"
    assert found["record"]["title"] == "Build a robot"
    assert found["record"]["translations"] == {
        "cy": {"url": f"{SITE}cy/opportunities/robotics/", "title": "Adeiladu robot"}
    }


def test_other_editions_share_the_schemas() -> None:
    place = a_place(settings=settings(languages=("en", "cy")))

    assert data_schemas(edition(place, "cy")).artifacts == ()
