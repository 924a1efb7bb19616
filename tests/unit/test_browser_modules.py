"""The browser's own modules: what they load, and that none of them writes markup from words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.rules.script_modules import ONE_A_PAGE

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


def test_no_page_asks_for_a_module_that_another_of_its_modules_holds() -> None:
    asked = re.compile(r"assets/js/(\w+)\.js")
    by_every_page = asked.findall((THEME / "templates" / "page.html").read_text("utf-8"))
    twice = {}
    for template in sorted((THEME / "templates").rglob("*.html")):
        names = {*asked.findall(template.read_text("utf-8")), *by_every_page}
        held = {name for one in names for name in imported(one) - ONE_A_PAGE}
        if held & names:
            twice[template.name] = held & names

    assert by_every_page == [
        "dates",
        "saving",
        "counting",
    ]  # the last only where visits are counted
    assert twice == {}


def test_the_finder_does_not_bring_the_map_along() -> None:
    assert "map" not in imported("explore")


@pytest.mark.parametrize("path", sorted(SCRIPTS.glob("*.js")), ids=lambda path: str(path.stem))
def test_no_script_turns_words_into_markup(path: Path) -> None:
    source = path.read_text("utf-8")

    assert [word for word in UNSAFE if word in source] == []


# Of what came after Safari 16.4, Chrome 103 and Firefox 115, by the compatibility data that MDN
# shows. What a browser cannot run stops the finder, and the plain page stays.
TOO_NEW = re.compile(
    r"""\.(?:toSorted|toReversed|toSpliced|with|isWellFormed|toWellFormed|union|intersection
        |symmetricDifference|isSubsetOf|isSupersetOf|isDisjointFrom|checkVisibility|getOrInsert)\(
    |\b(?:Object|Map)\.groupBy\b|\bArray\.fromAsync\b|\bPromise\.(?:withResolvers|try)\b
    |\bURL\.(?:canParse|parse)\b|\bAbortSignal\.any\b|\bIterator\.|\bIntl\.(?:Segmenter|DurationFormat)\b
    |\brequestIdleCallback\b|\bscheduler\.|\bnavigation\.|\bstartViewTransition\b|\bshowPopover\b
    |\bimport\b[^;]*\bwith\s*\{|/[dgimsuy]*v[dgimsuy]*[.,;)]|\busing\s+\w+\s*=""",
    re.VERBOSE,
)


@pytest.mark.parametrize("path", sorted(SCRIPTS.glob("*.js")), ids=lambda path: str(path.stem))
def test_no_script_uses_what_older_browsers_do_not_have(path: Path) -> None:
    source = path.read_text("utf-8")

    assert TOO_NEW.findall(source) == []


@pytest.mark.parametrize(
    "line",
    [
        "const sorted = rows.toSorted();",
        "const by = Object.groupBy(rows, kind);",
        'import core from "./core.json" with { type: "json" };',
        "const letters = /[\\p{L}--[a-z]]/v;",
        "requestIdleCallback(load);",
    ],
)
def test_what_older_browsers_do_not_have_is_recognised(line: str) -> None:
    assert TOO_NEW.search(line)
