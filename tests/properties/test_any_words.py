"""Whatever an author's words hold, they are words in every output: nothing else about it changes.

Each place is built twice, with plain words and with tried ones. Only words may then differ.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from functools import cache
from xml.etree import ElementTree as ET

import icalendar
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from generator.model.problem import Severity
from generator.rules.scalars import words
from generator.rules.unreadable import Unreadable
from tests.support.field_strategies import HOSTILE
from tests.support.in_memory import BuiltInMemory, build_in_memory
from tests.support.random_folders import Wanted, seeded_folder
from tests.support.sayings import Numbered, Tried
from tests.support.structure import html_structure, json_structure

MORE = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</title><h1>", "<!--", "-->",
    "</textarea>", "<svg/onload=alert(1)>", "\" onmouseover=\"alert(1)", "' autofocus onfocus='a",
    "javascript:alert(1)", "&lt;b&gt;", "&#60;script&#62;", "&notit;", "<![CDATA[", "{{ 7*7 }}",
    "{% for a in b %}", "{# x #}", "${7*7}", "%(name)s", "{name}", "%s", "!!python/name:x", "&a *a",
    "[1, 2]", "{a: b}", "- a: b", "# x", "| a | b |", "=1+1", "@SUM(A1)", "+1", "-1", "\\r\\nX: y",
    "𝔘𝔫𝔦", "👩‍🔬🏴󠁧󠁢󠁷󠁬󠁳󠁿", "e\u0301\u0327", "ﷺ" * 9, "שלום עולם", "العربية", "中文", "x" * 390,
    "no", "null", "012", "12:30", "true", "~", "BEGIN:VEVENT", "a;b,c\\n:d", "]]>", "http://x.example",
)  # fmt: skip


def _readable(text: str) -> bool:
    try:
        return bool(words(text, 10_000))
    except Unreadable:
        return False


# What the parse stage refuses is tried in test_any_record.
_LETTERS = st.characters(exclude_categories=("Cs", "Cc"))
anything = (
    st.one_of(st.sampled_from(HOSTILE + MORE), st.text(_LETTERS, min_size=1, max_size=80))
    .map(lambda text: " ".join(text.split()))
    .filter(_readable)
)
SEEDS = range(4)
SEARCH = "assets/search/"


def wanted(seed: int) -> Wanted:
    languages = (("en",), ("en", "cy"))[seed % 2]
    return Wanted(size=4, chance=0.6, languages=languages, hidden_from_readers=False, bodies=False)


@cache
def plain(seed: int) -> Mapping[str, object]:
    """Return what every file is made of when its words are plain."""
    return structures(build_in_memory(seeded_folder(seed, wanted(seed), Numbered())))


def check_only_words_differ(seed: int, texts: tuple[str, ...]) -> None:
    tried = build_in_memory(seeded_folder(seed, wanted(seed), Tried(texts)))

    assert [one for one in tried.problems if one.severity is Severity.ERROR] == []
    found = structures(tried)
    assert found.keys() == plain(seed).keys()
    for name, structure in plain(seed).items():
        assert found[name] == structure, name


def structures(built: BuiltInMemory) -> dict[str, object]:
    """Return what each file is made of; a search index is made of words, and is only read."""
    for name, content in built.files.items():
        if name.startswith(SEARCH) and name.endswith(".json"):
            json.loads(content)
    return {
        name: structure(name, content)
        for name, content in built.files.items()
        if not name.startswith(SEARCH)
    }


def structure(name: str, content: bytes) -> object:  # noqa: PLR0911 - one arm a format
    match name.rpartition(".")[2]:
        case "html":
            return html_structure(content.decode())
        case "json" | "geojson" if not name.startswith("assets/"):
            return json_structure(json.loads(content))
        case "xml" | "atom":
            return [element.tag for element in parsed(content).iter()]
        case "svg" if not name.startswith("assets/"):
            # Long words are broken into more lines; of what kind they are does not change.
            return {element.tag for element in parsed(content).iter()}
        case "ics":
            return components(content)
        case "csv":
            return cells(content)
        case _:
            return None


def parsed(content: bytes) -> ET.Element:
    return ET.fromstring(content)  # noqa: S314 - our own output


def components(content: bytes) -> list[tuple[str, list[str]]]:
    calendar = icalendar.Calendar.from_ical(content)
    return [(part.name or "", sorted(part.keys())) for part in calendar.walk()]


def cells(content: bytes) -> list[int]:
    return [len(row) for row in csv.reader(io.StringIO(content.decode("utf-8-sig")))]


@pytest.mark.parametrize("seed", SEEDS)
def test_hostile_words_stay_words(seed: int) -> None:
    check_only_words_differ(seed, tuple(dict.fromkeys(HOSTILE + MORE)))


@given(st.sampled_from(SEEDS), st.lists(anything, min_size=1, max_size=6).map(tuple))
@settings(
    max_examples=settings().max_examples // 10,
    # A smaller example says no more than the first, and takes minutes to find.
    phases=[Phase.explicit, Phase.generate],
)
def test_any_words_stay_words(seed: int, texts: tuple[str, ...]) -> None:
    check_only_words_differ(seed, texts)
