"""The browser's own modules: what they load, and that none of them writes markup from words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

THEME = Path(__file__).resolve().parents[2] / "themes" / "base"
SCRIPTS = THEME / "assets" / "js"

IMPORTED = re.compile(r'^import [^;]*? from "\./(\w+)\.js";', re.MULTILINE)
# each of these makes markup or code out of a string
UNSAFE = ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function")


def imported(name: str) -> set[str]:
    """Return all modules that one brings along, however far down."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        source = (SCRIPTS / f"{waiting.pop()}.js").read_text("utf-8")
        new = set(IMPORTED.findall(source)) - found
        found |= new
        waiting += new
    return found


def test_the_finder_s_page_asks_for_all_modules_at_once() -> None:
    template = (THEME / "templates" / "parts" / "finder.html").read_text("utf-8")
    names = re.search(r"\{% for name in \[(.*?)\] %\}", template, re.DOTALL)

    assert names is not None
    assert set(re.findall(r'"(\w+)"', names[1])) == imported("explore")


def test_the_finder_does_not_bring_the_map_along() -> None:
    assert "map" not in imported("explore")


@pytest.mark.parametrize("path", sorted(SCRIPTS.glob("*.js")), ids=lambda path: str(path.stem))
def test_no_script_turns_words_into_markup(path: Path) -> None:
    source = path.read_text("utf-8")

    assert [word for word in UNSAFE if word in source] == []
