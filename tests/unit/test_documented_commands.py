"""What a document tells its reader to type is taken by the program as it is."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from generator.cli import main
from generator.model.problem import Severity
from tests.support.saltmarsh import RECORDS, place_files, record, with_fields
from tests.support.understanding import understood
from tests.unit.test_documents import ROOT, named

BLOCK = re.compile(r"^ *```([^\n]*)\n(.*?)^ *```", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"`([^`\n]+)`")
COMMAND = re.compile(r"(?:^|&& |run: |[\s/\"])(doorstep [^&|#\">]*(?:\"[^\"]*\"[^&|#\">]*)*)")
MADE = re.compile(r"(?:^|&& |run: |\s)make ((?:[a-z]+)(?: [A-Z]+=\S+)*)(?= |$)")
NOT_MEANT = re.compile(r"\[?[A-Z]{3,}\]?|…")
"""Words that stand for others, as in `doorstep new KIND TITLE`."""

NAMES = {
    "opportunity": "opportunities/robotics.md",
    "opportunity.cy": "opportunities/robotics.cy.md",
    "badge": "badges/first-robot.md",
    "pathway": "pathways/engineering.md",
    "organisation": "organisations/makers.md",
    "venue": "venues/quiet-house.md",
}
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


def typed(document: Path) -> Iterator[str]:
    """Yield each line that a document shows as something to type, or to let a machine type."""
    text = document.read_text("utf-8")
    for language, block in BLOCK.findall(text):
        if language.split(" ")[0] in {"", "sh", "yaml", "console", "toml"}:
            yield from block.splitlines()
    yield from SPAN.findall(BLOCK.sub("", text))


def commands(document: Path) -> Iterator[list[str]]:
    for line in typed(document):
        for told in COMMAND.findall(line):
            words = shlex.split(told.strip())
            if not any(NOT_MEANT.fullmatch(word) for word in words):
                yield words[1:]


def refused(arguments: list[str]) -> str:
    """Return why click would not take these, or "" where it would. Nothing is run."""
    switches = {option for each in main.params for option in each.opts} | {"--help", "--version"}
    named_first = [word for word in arguments if word not in switches]
    if not named_first:
        return ""
    try:
        with click.Context(main) as context:
            name, command, rest = main.resolve_command(context, named_first)
            assert command is not None
            if rest:  # the bare name of a command speaks of it, and is nothing to type
                command.make_context(name, rest, parent=context)
    except click.ClickException as fault:
        return f"doorstep {shlex.join(arguments)}: {fault.format_message()}"
    return ""


def marked_records() -> list[tuple[str, str, str]]:
    """Return each example marked as a record: where it is, what kind it is, its fields."""
    return [
        (named(document), language.removeprefix("yaml record "), text)
        for document in DOCUMENTS
        for language, text in BLOCK.findall(document.read_text("utf-8"))
        if language.startswith("yaml record ")
    ]


@pytest.mark.parametrize("document", DOCUMENTS, ids=named)
def test_commands_are_taken(document: Path) -> None:
    wrong = [reason for words in commands(document) if (reason := refused(words))]

    assert wrong == []


def test_commands_are_found_where_people_look_for_them() -> None:
    found = {words[0] for words in commands(ROOT / "docs" / "first-hour.md") if words}

    assert found >= {"init", "serve", "new", "check", "build", "geocode", "--version"}


def test_option_that_is_not_there_would_be_noticed() -> None:
    assert "No such option" in refused(["build", "--fast"])
    assert "No such command" in refused(["publish"])
    assert refused(["new", "opportunity", "Try clay"]) == ""


@pytest.mark.parametrize("document", DOCUMENTS, ids=named)
def test_make_targets_are_there(document: Path) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    told = {words.split()[0] for line in typed(document) for words in MADE.findall(line)}

    assert told - targets == set()


@pytest.mark.parametrize(("document", "kind", "fields"), marked_records())
def test_example_of_a_record_has_nothing_wrong_in_it(document: str, kind: str, fields: str) -> None:
    path = NAMES[kind]
    written = with_fields(path, fields) if path in RECORDS else record(fields)

    problems = understood({**place_files(), path: written}).problems

    told = [f"{document}: {problem.code}: {problem.message}" for problem in problems]
    assert [
        words for words, it in zip(told, problems, strict=True) if it.severity != Severity.NOTE
    ] == []


def test_there_are_examples_of_every_kind() -> None:
    assert {kind for _, kind, _ in marked_records()} == set(NAMES)


def test_ward_program_of_the_first_hour_makes_neighbourhoods(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "first-hour.md").read_text("utf-8")
    (program,) = [text for language, text in BLOCK.findall(page) if language == "python"]
    outline = [[[-0.64, 54.47], [-0.55, 54.47], [-0.55, 54.52], [-0.64, 54.47]]]
    wards = [
        {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": outline},
         "properties": {"WD24NM": name, "LAD24NM": council}}
        for name, council in (("St. Hild's & Abbey", "Saltmarsh"), ("Elsewhere", "Other"))
    ]  # fmt: skip
    (tmp_path / "wards.py").write_text(program, "utf-8")
    (tmp_path / "all.geojson").write_text(json.dumps({"features": wards}), "utf-8")

    made = subprocess.run(
        [sys.executable, "wards.py", "all.geojson", "WD24NM", "LAD24NM", "Saltmarsh"],
        cwd=tmp_path, capture_output=True, encoding="utf-8", check=True,
    ).stdout  # fmt: skip

    ids = [one["properties"]["id"] for one in json.loads(made)["features"]]
    files = {**place_files(), "neighbourhoods.geojson": made}
    assert ids == ["st-hilds-abbey"]
    assert "invalid-geojson" not in understood(files).codes()
