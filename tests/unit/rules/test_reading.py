from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType

import pytest

from generator.model.declaration import declared
from generator.model.node import Mapping
from generator.model.problem import Mark
from generator.model.shapes import (
    MOST_ITEMS,
    Amount,
    Day,
    Flag,
    Group,
    Link,
    Many,
    Point,
    Slug,
    Token,
    Words,
)
from generator.model.text import Text
from generator.rules.findings import Findings
from generator.rules.reading import read_fields
from tests.support.understanding import YAML


@dataclass(frozen=True, slots=True)
class Price:
    free: bool = declared(Flag(), "Nothing to pay.")
    amount: Decimal | None = declared(Amount(), "How much.")
    note: Text = declared(Words(), "More.")


@dataclass(frozen=True, slots=True)
class Thing:
    title: Text = declared(Words(), "What it is called.", required=True)
    day: date | None = declared(Day(), "When.")
    tags: tuple[str, ...] = declared(Many(Slug()), "Tags.")
    prices: tuple[Price, ...] = declared(
        Many(
            Group(
                Price,
                bare=MappingProxyType({"free": ("free", "true")}),
                scalar_as="amount",
            )
        ),
        "Prices.",
    )
    place: object = declared(Point(), "Where.")
    url: str = declared(Link(), "A page.")
    words: tuple[Text, ...] = declared(Many(Words(), least=2), "Words.")
    code: str = declared(Token(), "A code.", default="none")


def read(text: str, **others: str) -> tuple[Thing, Findings]:
    findings = Findings("en")
    beside = tuple(
        (language, parsed(other, f"a.{language}.md")) for language, other in others.items()
    )
    return Thing(**read_fields(Thing, parsed(text), findings, beside)), findings


def parsed(text: str, path: str = "a.md") -> Mapping:
    node, problems = YAML.read(path, text)
    assert isinstance(node, Mapping), problems
    return node


def told(findings: Findings) -> list[tuple[str, int, int]]:
    return [(one.code, one.mark.line, one.mark.column) for one in findings.problems]


def test_what_is_left_out_has_its_default() -> None:
    thing, findings = read("title: Robots")

    assert thing == Thing(title=Text.plain("en", "Robots"))
    assert thing.code == "none"
    assert findings.problems == []


def test_bare_item_stands_for_a_list_of_one() -> None:
    assert read("title: R\ntags: sea")[0].tags == ("sea",)


@pytest.mark.parametrize(
    ("written", "price"),
    [
        ("free", Price(free=True)),
        ('"free"', Price(free=True)),
        ("4.50", Price(amount=Decimal("4.50"))),
        ("{amount: 2, note: Each}", Price(amount=Decimal(2), note=Text.plain("en", "Each"))),
    ],
)
def test_short_forms_say_the_same_as_the_whole(written: str, price: Price) -> None:
    thing, findings = read(f"title: R\nprices: {written}")

    assert thing.prices == (price,)
    assert findings.problems == []


def test_word_near_a_short_form_is_asked_about() -> None:
    _, findings = read("title: R\nprices: Free")

    assert [one.message for one in findings.problems] == ['did you mean "free"?']


def test_every_mistake_is_told_and_the_rest_is_read() -> None:
    thing, findings = read(
        "titel: Robots\nday: tomorrow\ntags: [sea, Big Sea, air]\nprices: [{amount: x}, free]\n"
        "place: [1]\nurl: ftp://x\nwords: one"
    )

    assert thing.tags == ("sea", "air")
    assert thing.prices == (Price(), Price(free=True))
    assert told(findings) == [
        ("unknown-field", 1, 1),
        ("missing-field", 1, 1),
        ("invalid-date", 2, 6),
        ("invalid-id", 3, 13),
        ("invalid-number", 4, 19),
        ("invalid-point", 5, 8),
        ("invalid-link", 6, 6),
        ("too-few", 7, 8),
    ]


def test_list_that_is_too_long_is_told_once_and_costs_nothing() -> None:
    begun = time.process_time()

    thing, findings = read(f"title: R\ntags: [{', '.join(f'a{n}' for n in range(8_000))}]")

    assert thing.tags == ()
    assert [(one.code, one.mark.line, one.message) for one in findings.problems] == [
        ("too-many", 2, f"8000 items; expected at most {MOST_ITEMS}")
    ]
    assert time.process_time() - begun < 1


def test_list_of_the_greatest_length_is_read() -> None:
    thing, findings = read(f"title: R\ntags: [{', '.join(f'a{n}' for n in range(MOST_ITEMS))}]")

    assert len(thing.tags) == MOST_ITEMS
    assert findings.problems == []


def test_marks_stay_with_their_items_where_others_are_left_out() -> None:
    thing, findings = read("title: R\ntags: [sea, sea, ~, Big Sea, air]")

    marks = findings.marks(Mark("a.md"))

    assert thing.tags == ("sea", "air")
    assert marks.at("tags", 1) == Mark("a.md", 2, 30)


def test_mark_of_what_was_left_out_is_that_of_what_is_around_it() -> None:
    _, findings = read("title: R\nprices: [{amount: 2}]")

    marks = findings.marks(Mark("a.md"))

    assert marks.at("prices", 0, "note") == Mark("a.md", 2, 10)
    assert marks.has("prices", 0, "amount")
    assert not marks.has("prices", 0, "note")


@pytest.mark.parametrize("empty", ["", "~", "null"])
def test_empty_field_is_as_good_as_missing(empty: str) -> None:
    assert told(read(f"title: {empty}")[1])[0][0] == "missing-field"


def test_empty_quotes_are_told_as_empty() -> None:
    _, findings = read('title: ""')

    assert [one.message for one in findings.problems] == ['"title" is empty']


def test_translation_is_merged_word_by_word() -> None:
    thing, findings = read(
        "title: Robots\nwords: [One, Two]\nprices: [free, {amount: 2, note: Each}]",
        cy="title: Robotiaid\nwords: [Un, Dau]\nprices: [~, {note: Yr un}]",
    )

    assert findings.problems == []
    assert thing.title == Text((("en", "Robots"), ("cy", "Robotiaid")))
    assert [words.words("cy") for words in thing.words] == ["Un", "Dau"]
    assert thing.prices[1].note == Text((("en", "Each"), ("cy", "Yr un")))


def test_words_left_empty_in_a_translation_are_not_yet_translated() -> None:
    thing, findings = read("title: Robots\nday: 2026-12-08", cy="title:\nday:")

    assert findings.problems == []
    assert thing.title.spoken == (("en", "Robots"),)


@pytest.mark.parametrize(
    ("other", "code", "line"),
    [
        ("titel: Robotiaid", "unknown-field", 1),
        ("title: [Robotiaid]", "wrong-shape", 1),
        ("title: x\nday: 2026-12-08", "not-translatable", 2),
        ("place: [1, 2]", "not-translatable", 1),
        ("words: [Un]", "translation-mismatch", 1),
        ("prices: {note: Yr un}", "translation-mismatch", 1),
        ("title: Rоbotiaid", "mixed-alphabets", 1),
    ],
)
def test_mistake_in_a_translation_is_told_where_it_stands(other: str, code: str, line: int) -> None:
    _, findings = read(
        "title: Robots\nday: 2026-12-08\nplace: [54.5, -0.6]\nwords: [One, Two]", cy=other
    )

    assert [(one.code, one.mark.path, one.mark.line) for one in findings.problems] == [
        (code, "a.cy.md", line)
    ]
