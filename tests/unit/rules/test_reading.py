from __future__ import annotations

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
    Labels,
    Link,
    Many,
    Neighbourhood,
    Point,
    Slug,
    Token,
    Words,
)
from generator.model.text import Text
from generator.rules.findings import Findings
from generator.rules.reading import read_fields
from tests.support.calls import calls_made
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
    homes: tuple[Text, ...] = declared(Many(Neighbourhood(or_words=True)), "Where one lives.")
    credits: tuple[Text, ...] = declared(Many(Labels()), "Whom to thank.")


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
    many = f"title: R\ntags: [{', '.join(f'a{n}' for n in range(8_000))}]"

    thing, findings = read(many)

    assert thing.tags == ()
    assert [(one.code, one.mark.line, one.message) for one in findings.problems] == [
        ("too-many", 2, f"8000 items; expected at most {MOST_ITEMS}")
    ]
    assert calls_made(lambda: read(many)) < 15 * 8_000  # with those of YAML itself


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


def test_neighbourhoods_keep_their_id_and_words_are_translated() -> None:
    thing, findings = read(
        "title: R\nhomes: [harbour, In Wales]", cy="title: Rh\nhomes: [~, Yng Nghymru]"
    )

    assert thing.homes == (
        Text.plain("en", "harbour"),
        Text.of({"en": "In Wales", "cy": "Yng Nghymru"}),
    )
    assert [home.original for home in thing.homes] == ["harbour", "In Wales"]
    assert findings.problems == []


def test_each_label_of_a_list_is_a_word_or_one_for_each_language() -> None:
    thing, findings = read("title: R\ncredits: [OpenStreetMap, {cy: Diolch, en: Thanks}]")

    assert thing.credits == (
        Text.plain("en", "OpenStreetMap"),
        Text.of({"en": "Thanks", "cy": "Diolch"}),
    )
    assert findings.problems == []


@pytest.mark.parametrize(
    ("written", "others", "told_of"),
    [
        ("[A badge, or a month]", {}, [("split-item", 2)]),
        ("[A badge, and a month, or none]", {}, [("split-item", 2), ("split-item", 2)]),
        ('["A badge, or a month", "or"]', {}, []),
        ('[A badge, "or so we say"]', {}, []),
        ("[A badge, Or a month, order of service]", {}, []),
        ("\n  - A badge\n  - or a month", {}, []),
        ("[One, Two]", {"cy": "[Bathodyn, neu fis]"}, [("split-item", 2)]),
        ("[One, Two]", {"cy": "[Bathodyn, a’r gweddill]"}, [("split-item", 2)]),
        ("[One, Two]", {"cy": "[Bathodyn, Ac eto]"}, []),
        ("[One, Two]", {"fr": "[Un, or massif]"}, []),
    ],
)
def test_item_that_a_comma_cut_off_is_told(
    written: str, others: dict[str, str], told_of: list[tuple[str, int]]
) -> None:
    beside = {language: f"title: T\nwords: {text}" for language, text in others.items()}

    _, findings = read(f"title: R\nwords: {written}", **beside)

    assert [(code, line) for code, line, _ in told(findings)] == told_of
