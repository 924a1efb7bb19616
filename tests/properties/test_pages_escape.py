"""Whatever an author writes stays text: no page gains an element or an attribute by it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.declaration import declarations
from generator.model.place import Place
from generator.model.problem import Mark
from generator.model.prose import Prose
from generator.model.record import Marks
from generator.model.shapes import Token
from generator.model.text import Text
from generator.views.badge_drawing import drawn_badge
from tests.support.full_place import full_place
from tests.support.pages import drawn

HOSTILE = (
    "<script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    "</title></textarea><img src=x onerror=alert(1)>",
    "{{ frame.root }}{% raw %}",
    "%(place)s {0} {place}",
    "--><svg onload=alert(1)>",
    "&lt;b&gt; & <",
)

Shape = tuple[str, tuple[str, ...]]


class Shapes(HTMLParser):
    """The elements of a page with the names of their attributes, and its declared text."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Shape] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, tuple(name for name, _ in attrs)))

    def handle_comment(self, data: str) -> None:
        self.found.append(("comment", (data,)))

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def read(page: str) -> Shapes:
    parser = Shapes()
    parser.feed(page)
    parser.close()
    return parser


def worded(value: object, words: str) -> object:
    """Return a value with every author's word in it that no rule confines saying something else."""
    if isinstance(value, Text):
        return Text(tuple((language, words) for language, _ in value.spoken))
    if isinstance(value, tuple):
        return tuple(worded(item, words) for item in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    if isinstance(value, Prose | Marks | Mark):
        return value
    return replace(value, **dict(_changed(value, words)))


def _changed(value: object, words: str) -> Iterator[tuple[str, object]]:
    free = {it.attribute for it in declarations(type(value)) if it.shape == Token()}
    for item in fields(value):  # type: ignore[arg-type] # the caller has made sure
        before = getattr(value, item.name)
        after = words if item.name in free and before else worded(before, words)
        if after is not before:
            yield item.name, after


def a_place_that_says(words: str) -> Place:
    place = full_place()
    records = (
        "opportunities", "badges", "organisations", "venues", "pathways", "written_pages",
        "neighbourhoods",
    )  # fmt: skip
    changed = {
        kind: {key: worded(record, words) for key, record in getattr(place, kind).items()}
        for kind in records
    }
    taxonomy = worded(place.taxonomy, words)
    return replace(place, **changed, taxonomy=taxonomy)  # type: ignore[arg-type] # the same types


def outline(place: Place) -> dict[str, list[Shape]]:
    return {path: sorted(read(page).found) for path, page in drawn(place).items()}


PLAIN = outline(a_place_that_says("plain words"))


@settings(max_examples=4, deadline=None)
@given(st.text(min_size=1).filter(str.strip))
def test_words_never_become_markup(words: str) -> None:
    place = a_place_that_says(f"x{words}")

    assert outline(place) == PLAIN


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_shown_as_they_were_written(words: str) -> None:
    pages = drawn(a_place_that_says(words))

    assert {path: sorted(read(page).found) for path, page in pages.items()} == PLAIN
    assert words in "".join(read(pages["opportunities/robotics/index.html"]).text)


@pytest.mark.parametrize("words", HOSTILE)
def test_drawn_badges_carry_words_and_nothing_else(words: str) -> None:
    place = a_place_that_says(words)

    drawing = read(drawn_badge(place.badges["soldering"], place))

    assert {tag for tag, _ in drawing.found} <= {
        "svg", "title", "circle", "polygon", "text", "tspan",
    }  # fmt: skip
    assert words in "".join(drawing.text)
