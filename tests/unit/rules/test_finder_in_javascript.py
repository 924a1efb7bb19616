"""The browser's finder, run by node over the index, against a plain reference in Python."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.model.finding import (
    Fact,
    Findable,
    MappedVenue,
    Meeting,
    ResultCard,
    SearchIndex,
    When,
    WordField,
)
from generator.model.location import Location
from generator.rules import searching
from generator.rules.coming import minute
from generator.rules.folding import tokens
from tests.reference import finder
from tests.reference.finder import Asked

SCRIPT = Path(__file__).resolve().parents[2] / "js" / "answer_questions.mjs"
TODAY = datetime(2026, 11, 23, 12, 0)
FACETS = {"topic": ("art", "code", "food"), "mode": ("online", "in-person"), "cost": ("free",)}
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WORDS = ("robot", "Robots", "robotics", "pêl-droed", "Clwb", "a", "7", "art", "artist", "coding")
VENUES = tuple(
    MappedVenue(name, name.title(), f"venues/{name}/", Location(51.5 + at / 10, -3.0))
    for at, name in enumerate(("hall", "library", "park"))
)

# each example starts node; `make soak` still tries ten times as many
SLOW_ON_PURPOSE = settings(
    max_examples=max(25, settings().max_examples // 20),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)


@dataclass(frozen=True)
class Answer:
    found: list[str]
    counts: dict[str, dict[str, int]]
    days: list[int]
    loosened: dict[str, int]
    venues: list[list[int]]


def run(arguments: Sequence[str], asked: object) -> Any:  # noqa: ANN401  JSON is of any type
    finished = subprocess.run(
        ["node", str(SCRIPT), *arguments],
        input=json.dumps(asked),
        capture_output=True,
        check=True,
        text=True,
    )
    return json.loads(finished.stdout)


def answers(
    index: SearchIndex, questions: Sequence[Asked], now: datetime, folder: Path
) -> list[Answer]:
    for file in index.files:
        (folder / file.name).write_bytes(file.content)
    terms = str(folder / index.terms) if index.terms else ""
    asked = [
        {"query": query(question), "facets": list(FACETS), "now": minute(now)}
        for question in questions
    ]
    return [
        Answer(**answer) for answer in run([str(folder / index.core), terms, *finder.ALL_OF], asked)
    ]


def query(asked: Asked) -> str:
    pairs: list[tuple[str, object]] = [("q", asked.words)]
    pairs += [(facet, value) for facet, values in (asked.facets or {}).items() for value in values]
    pairs += [("day", WEEKDAYS[day]) for day in asked.days]
    single = {"age": asked.age, "from": asked.first, "to": asked.last, "most": asked.most}
    pairs += [(name, value) for name, value in single.items() if value is not None]
    return urlencode(pairs)


def some_of(values: Sequence[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), unique=True, max_size=len(values)).map(tuple)


@st.composite
def meetings(draw: st.DrawFn) -> tuple[Meeting, ...]:
    first = TODAY + timedelta(days=draw(st.integers(-20, 20)), hours=draw(st.integers(-6, 6)))
    step, count = draw(st.sampled_from((1, 2, 7, 14))), draw(st.integers(1, 6))
    starts = [first + timedelta(days=step * at) for at in range(count)]
    kept = draw(st.lists(st.sampled_from(starts), unique=True, min_size=1))
    length = timedelta(minutes=draw(st.sampled_from((30, 90, 1000))))
    return tuple(Meeting(start, start + length) for start in kept)


@st.composite
def findables(draw: st.DrawFn) -> tuple[Findable, ...]:
    rows = []
    for at in range(draw(st.integers(0, 12))):
        when = draw(st.sampled_from(When))
        title = " ".join(draw(st.lists(st.sampled_from(WORDS), max_size=3)))
        body = " ".join(draw(st.lists(st.sampled_from(WORDS), max_size=3)))
        rows.append(
            Findable(
                id=f"row-{at}",
                card=ResultCard(f"row-{at}", f"opportunities/row-{at}/", "", (Fact("cost", "£"),)),
                words=((WordField.TITLE, title), (WordField.BODY, body)),
                facets=tuple((facet, draw(some_of(values))) for facet, values in FACETS.items()),
                youngest=draw(st.none() | st.integers(0, 18)),
                oldest=draw(st.none() | st.integers(10, 99)),
                least=draw(st.none() | st.sampled_from((0, 100, 450, 2000))),
                when=when,
                meetings=draw(meetings()) if when is When.DATED else (),
                closes=draw(st.none() | st.just(TODAY) | st.just(TODAY - timedelta(minutes=1))),
                venues=draw(some_of([venue.id for venue in VENUES])),
            )
        )
    return tuple(rows)


FILTERS: dict[str, st.SearchStrategy[Any]] = {
    "words": st.lists(st.sampled_from((*WORDS, "rob", "nothing", "x")), max_size=2).map(" ".join),
    "facets": st.fixed_dictionaries(
        {facet: some_of(values).map(frozenset) for facet, values in FACETS.items()}
    ),
    "age": st.integers(0, 100),
    "days": st.frozensets(st.integers(0, 6), max_size=3),
    "first": st.dates(date(2026, 11, 20), date(2026, 12, 10)),
    "last": st.dates(date(2026, 11, 20), date(2026, 12, 30)),
    "most": st.integers(0, 25),
}


@st.composite
def questions_asked(draw: st.DrawFn) -> Asked:
    # few filters at a time: with all of them nothing is ever found, and nothing is tested
    used = draw(st.lists(st.sampled_from(sorted(FILTERS)), unique=True, max_size=3))
    return replace(Asked(), **{name: draw(FILTERS[name]) for name in used})


QUESTIONS = questions_asked()


@pytest.mark.parametrize("limit", [0, searching.SINGLE_FILE_LIMIT], ids=["parts", "single"])
@given(rows=findables(), questions=st.lists(QUESTIONS, min_size=1, max_size=12))
@SLOW_ON_PURPOSE
def test_the_browser_answers_as_the_reference(
    tmp_path_factory: pytest.TempPathFactory,
    limit: int,
    rows: tuple[Findable, ...],
    questions: list[Asked],
) -> None:
    questions = [Asked(), *questions]

    index = searching.index(rows, VENUES, "en", "Europe/London", single_file_limit=limit)
    given_answers = answers(index, questions, TODAY, tmp_path_factory.mktemp("index"))

    by_id = {row.id: row for row in rows}
    for asked, answer in zip(questions, given_answers, strict=True):
        expected = finder.found(rows, asked, TODAY)
        assert set(answer.found) == {row.id for row in expected}
        ranks = [finder.rank(by_id[identifier], asked, TODAY) for identifier in answer.found]
        assert ranks == sorted(ranks)
        assert {
            (facet, value): count
            for facet, values in answer.counts.items()
            for value, count in values.items()
        } == finder.counts(rows, asked, TODAY)
        assert answer.days == finder.day_counts(rows, asked, TODAY)


@given(rows=findables(), asked=QUESTIONS)
@SLOW_ON_PURPOSE
def test_loosening_a_filter_adds_what_was_said(
    tmp_path_factory: pytest.TempPathFactory, rows: tuple[Findable, ...], asked: Asked
) -> None:
    index = searching.index(rows, VENUES, "en", "Europe/London")
    looser = {
        "words": replace(asked, words=""),
        "dates": replace(asked, days=frozenset(), first=None, last=None),
        "age": replace(asked, age=None),
        "most": replace(asked, most=None),
    }

    [answer] = answers(index, [asked], TODAY, tmp_path_factory.mktemp("index"))

    before = len(finder.found(rows, asked, TODAY))
    for name in looser.keys() & answer.loosened.keys():
        after = len(finder.found(rows, looser[name], TODAY))
        assert answer.loosened[name] == after - before


ASSIGNED = st.text(st.characters(exclude_categories=("Cs", "Cn", "Co")), max_size=30)


@given(texts=st.lists(ASSIGNED, min_size=20, max_size=60))
@SLOW_ON_PURPOSE
def test_both_sides_fold_any_text_alike(texts: list[str]) -> None:
    in_browser = run(["--tokens"], texts)

    assert in_browser == [list(tokens(text)) for text in texts]


def test_a_row_says_at_which_venues_it_is(tmp_path: Path) -> None:
    row = Findable(
        id="row", card=ResultCard("row", "", ""), when=When.ANYTIME, venues=("park", "hall")
    )

    index = searching.index([row], VENUES, "en", "Europe/London")
    [answer] = answers(index, [Asked()], TODAY, tmp_path)

    core = json.loads(next(file.content for file in index.files if file.name == index.core))
    assert len(answer.venues[0]) == 2
    assert len(core["venues"]["latitude"]) == 3
