"""What lies among the records and is none stays there: no web server is told anything by it."""

from __future__ import annotations

import pytest

from generator.model.problem import Severity
from tests.support.in_memory import build_in_memory
from tests.support.random_folders import Wanted, seeded_folder

MARK = b"Quobbleshaw"
STRAY = (
    ".htaccess", "badges/.htaccess", "images/.htaccess", "images/robot.svg", "images/sw.js",
    "images/page.html", "images/robot.png.php", "opportunities/page.html", "pages/sw.js",
    "index.html", "_headers", "_redirects", "sw.js", "netlify.toml", ".well-known/a.txt",
    "data/opportunities.json", "assets/js/dates.js", "images/robot.gif", "images/robot.png",
)  # fmt: skip
"""The last of them is no picture, but for its name; no record names it."""


def place() -> dict[str, bytes]:
    return seeded_folder(5, Wanted(size=12, hidden_from_readers=False))


def test_nothing_but_records_and_pictures_reaches_the_site() -> None:
    usual = build_in_memory(place())
    stray = dict.fromkeys(STRAY, b"<script>alert('%b')</script>" % MARK)

    built = build_in_memory({**place(), **stray})

    assert usual.files
    assert [one for one in built.problems if one.severity is Severity.ERROR] == []
    assert built.files.keys() == usual.files.keys()
    assert [name for name, content in built.files.items() if MARK in content] == []


@pytest.mark.parametrize(
    "content", [b"<svg onload='alert(1)'/>", b"<html>", b"\x89PNG\r\n\x1a\n<script>"]
)
def test_picture_that_is_none_stops_the_build_where_a_record_names_it(content: bytes) -> None:
    files = place()
    text = files["organisations/organisation-1.md"].decode()
    lines = [line for line in text.splitlines() if not line.startswith("logo:")]
    lines.insert(1, 'logo: {file: "images/robot.png", alt: "A robot"}')
    files["organisations/organisation-1.md"] = "\n".join(lines).encode()

    built = build_in_memory({**files, "images/robot.png": content})

    assert built.files == {}
    assert "unreadable-image" in {one.code for one in built.problems}
