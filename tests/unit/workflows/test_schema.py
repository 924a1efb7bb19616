"""``doorstep schema`` prints one schema, or writes all."""

from __future__ import annotations

import json
from pathlib import Path

from tests.support.sites import doorstep


def test_one_schema_is_printed() -> None:
    ended = doorstep("schema", "badge")

    assert ended.status == 0
    assert "criteria" in json.loads(ended.stdout)["properties"]


def test_a_wrong_name_is_told_the_nearest_right_one() -> None:
    ended = doorstep("schema", "bagde")

    assert ended.status == 3
    assert 'did you mean "badge"?' in ended.stderr
    assert ended.stdout == ""


def test_all_are_written_and_written_again(tmp_path: Path) -> None:
    first = doorstep("schema", "--out", tmp_path / "schemas")
    second = doorstep("schema", "--out", tmp_path / "schemas")

    assert first.status == second.status == 0
    names = {path.name for path in (tmp_path / "schemas").iterdir()}
    assert {"opportunity.schema.json", "place.schema.json", "geocodes.schema.json"} <= names
    for path in (tmp_path / "schemas").iterdir():
        assert json.loads(path.read_text(encoding="utf-8"))["$schema"]


def test_without_a_name_it_says_what_it_wants() -> None:
    ended = doorstep("schema")

    assert ended.status == 2
    assert "NAME" in ended.stderr
