"""A file that cannot be read is told once, and not again by every record that leans on it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.sites import TINY, copy_place, doorstep


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("taxonomy.yaml", "topics:\n  - { id: making, label: Making\n", "yaml-syntax"),
        ("neighbourhoods.geojson", '{"type": "FeatureCollection"', "invalid-geojson"),
    ],
)
def test_a_broken_file_is_the_only_error(tmp_path: Path, name: str, text: str, code: str) -> None:
    content = copy_place(TINY, tmp_path)
    (content / name).write_text(text, encoding="utf-8")

    ended = doorstep("check", "--content", content, "--format", "json")

    problems = json.loads(ended.stdout)["problems"]
    assert [each["code"] for each in problems if each["severity"] == "error"] == [code]
