from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from generator.model.codes import CODES, fields
from generator.model.codes.code import Code, Part
from generator.model.declaration import declarations
from generator.model.problem import Severity
from generator.model.registry import KINDS, Kind
from generator.rules.front_matter import split
from generator.rules.schema import schemas
from tests.support.core_yaml import as_json
from tests.support.saltmarsh import place_files, with_fields
from tests.support.sites import NEWPORT, ROOT, TINY
from tests.support.understanding import YAML, understood

SCHEMAS = schemas()
VALIDATORS = {
    name: Draft202012Validator(schema, format_checker=FormatChecker())
    for name, schema in SCHEMAS.items()
}

# What only the whole of a field's value, or the two files together, can tell.
BEYOND_A_SCHEMA = {
    "hidden-character", "invalid-timezone", "line-break", "mixed-alphabets",
    "invalid-postcode", "not-translatable", "repeated-item", "split-item", "translation-mismatch",
}  # fmt: skip


def instance(path: str, text: str) -> tuple[str, object]:
    """Return which schema a file is under, and what it holds."""
    if path.endswith(".yaml"):
        name, front = path.removesuffix(".yaml"), text
    else:
        folder = path.partition("/")[0]
        name = next(kind.name for kind in KINDS if kind.folder == folder)
        front = split(path, text)[0].front
    node, problems = YAML.read(path, front)
    assert node is not None, problems
    return name, as_json(node)


def mistakes(path: str, text: str) -> list[str]:
    name, value = instance(path, text)
    return [error.message for error in VALIDATORS[name].iter_errors(value)]


def files_of(content: Path) -> Iterator[Any]:
    names = ("place.yaml", "taxonomy.yaml", "geocodes.yaml", "*/*.md")
    for path in sorted(each for name in names for each in content.glob(name)):
        if "." not in path.stem:
            relative = path.relative_to(content).as_posix()
            yield pytest.param(path, relative, id=path.relative_to(ROOT).as_posix())


def shape_mistakes() -> list[Code]:
    return [
        code
        for code in fields.CODES
        if code.id not in BEYOND_A_SCHEMA and code.example.part is Part.FIELDS
    ]


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_schema_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize(("path", "relative"), [*files_of(NEWPORT), *files_of(TINY)])
def test_records_that_are_right_pass(path: Path, relative: str) -> None:
    assert mistakes(relative, path.read_text("utf-8")) == []


def test_place_with_nothing_wrong_passes() -> None:
    files: Mapping[str, Any] = place_files()
    read = {path: text for path, text in files.items() if path.endswith((".md", ".yaml"))}

    assert {path: mistakes(path, text) for path, text in read.items()} == {
        path: [] for path in read
    }


@pytest.mark.parametrize("code", shape_mistakes(), ids=lambda code: code.id)
def test_mistake_of_shape_fails_as_it_does_in_a_check(code: Code) -> None:
    path = code.example.path

    assert mistakes(path, with_fields(path, code.example.wrong)) != []
    assert mistakes(path, with_fields(path, code.example.right)) == []


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("opportunities/robotics.md", "title: 2026"),
        ("opportunities/robotics.md", "title: no"),
        ("opportunities/robotics.md", "title: 12:30"),
        ("opportunities/robotics.md", "mode: [in-person, online]"),
        ("opportunities/robotics.md", "cost: free"),
        ("opportunities/robotics.md", "cost: [free, 4.50, {amount: 2, per: term}]"),
        ("opportunities/robotics.md", "paid: true"),
        ("opportunities/robotics.md", "paid: {amount: 7.55, per: hour}"),
        ("opportunities/robotics.md", "where: https://makers.example/"),
        ("opportunities/robotics.md", "topics: []"),
        ("opportunities/robotics.md", "alert:"),
        ("opportunities/robotics.md", "draft: true"),
        ("badges/robot-builder.md", "requires: robot-mentor"),
        ("badges/robot-builder.md", "requires: [robot-mentor]"),
        ("badges/robot-builder.md", "hours: 1.5"),
        ("venues/workshop.md", "location: [54.487, -0.614]"),
        ("place.yaml", "feedback: https://saltmarsh.learning.example/feedback"),
        ("place.yaml", "name: Saltmarsh"),
    ],
)
def test_what_a_check_accepts_the_schema_accepts(path: str, field: str) -> None:
    text = with_fields(path, f"{field}\n")

    errors = [
        one
        for one in understood(place_files() | {path: text}).problems
        if one.severity is Severity.ERROR
    ]

    assert errors == []
    assert mistakes(path, text) == []


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("opportunities/robotics.md", "title: [Robots]"),
        ("opportunities/robotics.md", "cost: gratis"),
        ("opportunities/robotics.md", "cost: [{amount: -1}]"),
        ("opportunities/robotics.md", "mode: []"),
        ("opportunities/robotics.md", "spaces: twelve"),
        ("opportunities/robotics.md", "ages: {from: 11, until: 16}"),
        ("opportunities/robotics.md", "when: {sessions: [{start: tomorrow, end: 19:00}]}"),
        ("badges/robot-builder.md", "criteria: Earner has built it."),
        ("badges/robot-builder.md", "image: {file: images/robot.png}"),
        ("venues/workshop.md", "location: [154.487, -0.614]"),
        ("pathways/engineering.md", "steps: []"),
        ("place.yaml", "currency: pounds"),
        ("taxonomy.yaml", "layers: [engage]"),
    ],
)
def test_what_a_check_refuses_the_schema_refuses(path: str, field: str) -> None:
    text = with_fields(path, f"{field}\n")

    severities = {one.severity for one in understood(place_files() | {path: text}).problems}

    assert Severity.ERROR in severities
    assert mistakes(path, text) != []


def test_draft_may_miss_any_field() -> None:
    assert mistakes("opportunities/robotics.md", "---\ntitle: Robots\n---\n") != []
    assert mistakes("opportunities/robotics.md", "---\ntitle:\ndraft: true\n---\n") == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_field_is_in_the_schema_with_its_help(kind: Kind) -> None:
    properties: Any = SCHEMAS[kind.name]["properties"]

    told = {name: schema["description"] for name, schema in properties.items()}

    assert told == {field.name: field.help for field in declarations(kind.type)}


def test_codes_beyond_a_schema_are_codes() -> None:
    assert CODES.keys() >= BEYOND_A_SCHEMA
