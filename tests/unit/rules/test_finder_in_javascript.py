"""The browser's finder, run by node over the index, against a plain reference in Python."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from generator.model.finding import (
    Area,
    FacetChoice,
    Fact,
    Findable,
    FinderScope,
    MappedVenue,
    Meeting,
    OfferedFacet,
    ResultCard,
    SearchIndex,
    Stretch,
    When,
    WordField,
)
from generator.model.location import Location
from generator.rules.coming import minute
from generator.rules.folding import tokens
from generator.rules.search import index as searching
from tests.reference import finder
from tests.reference.finder import Asked, World

SCRIPT = Path(__file__).resolve().parents[2] / "js" / "answer_questions.mjs"
TODAY = datetime(2026, 11, 23, 12, 0)
FACETS = {"topic": ("art", "code", "food"), "mode": ("online", "in-person"), "cost": ("free",)}
MILE = 1609.344
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WORDS = ("robot", "Robots", "robotics", "pêl-droed", "Clwb", "a", "7", "art", "artist", "coding")
TIMES = ("morning", "afternoon", "evening")
ALL_OF = frozenset({"mode"})
NAME = "Clwb"
PHRASES = ("art robot", "robot art", "clwb a art")
VENUES = tuple(
    MappedVenue(name, name.title(), f"venues/{name}/", Location(51.5 + at / 100, -3.0 + at / 200))
    for at, name in enumerate(("hall", "library", "park"))
)
AREAS = (
    Area("north", "North", Location(51.55, -3.01)),
    Area("south", "South", Location(51.49, -3)),
)
HOLIDAYS = (
    (date(2026, 10, 24), date(2026, 11, 1)),
    (date(2026, 11, 28), date(2026, 12, 2)),
    (date(2026, 12, 19), date(2027, 1, 3)),
)
SCOPE = FinderScope(
    language="en",
    zone="Europe/London",
    venues=VENUES,
    areas=AREAS,
    facets=tuple(
        OfferedFacet(
            name, name, "what", tuple(FacetChoice(it, it) for it in values), name in ALL_OF
        )
        for name, values in FACETS.items()
    ),
    holidays=tuple(Stretch("Holidays", first, last) for first, last in HOLIDAYS),
    name=NAME,
)
HERE = Location(51.5123, -2.9876)

# each example starts node; `make soak` still tries ten times as many
SLOW_ON_PURPOSE = settings(
    max_examples=max(12, settings().max_examples // 40),
    deadline=None,
    # an example is a seed: a smaller number is no simpler example
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow],
)
ROWS, ASKED = 24, 30


@dataclass(frozen=True)
class Answer:
    found: list[str]
    counts: dict[str, dict[str, int]]
    days: list[int]
    times: list[int]
    periods: dict[str, int]
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
    index: SearchIndex, questions: Sequence[Asked], world: World, folder: Path
) -> list[Answer]:
    for file in index.files:
        (folder / file.name).write_bytes(file.content)
    here = world.origin
    asked = [
        {
            "query": query(question),
            "facets": list(FACETS),
            "now": minute(world.now),
            "origin": here and {"latitude": here.latitude, "longitude": here.longitude},
        }
        for question in questions
    ]
    return [Answer(**answer) for answer in run([str(folder / index.core)], asked)]


def made(
    rows: Sequence[Findable],
    limit: int = searching.SINGLE_FILE_LIMIT,
    scope: FinderScope = SCOPE,
) -> SearchIndex:
    return searching.index(rows, scope, stems, single_file_limit=limit)


def stems(words: Sequence[str]) -> list[str]:
    return [*map(finder.stem, words)]


def world_of(
    rows: Sequence[Findable],
    limit: int = searching.SINGLE_FILE_LIMIT,
    here: Location | None = None,
    *,
    welsh: bool = False,
) -> World:
    shortest = searching.SHORTEST_PREFIX if limit else searching.SHORTEST_PREFIX_IN_PARTS
    return World(rows, TODAY, VENUES, AREAS, HOLIDAYS, ALL_OF, shortest, welsh, NAME, here)


def query(asked: Asked) -> str:
    pairs: list[tuple[str, object]] = [("q", asked.words)]
    pairs += [(facet, value) for facet, values in asked.facets.items() for value in values]
    pairs += [("day", WEEKDAYS[day]) for day in asked.days]
    pairs += [("time", TIMES[time]) for time in asked.times]
    single = {
        "when": asked.period,
        "age": asked.age,
        "from": asked.first,
        "to": asked.last,
        "most": asked.most,
        "within": asked.reach and round(asked.reach / MILE),
        "box": asked.box and ",".join(map(str, asked.box)),
        "sort": asked.sort,
    }
    pairs += [(name, value) for name, value in single.items() if value not in (None, "")]
    return urlencode(pairs)


def some_of(chance: Random, values: Sequence[str]) -> tuple[str, ...]:
    return tuple(chance.sample(values, chance.randint(0, len(values))))


def meetings(chance: Random) -> tuple[Meeting, ...]:
    first = TODAY + timedelta(days=chance.randint(-20, 20), hours=chance.randint(-6, 9))
    step = chance.choice((1, 2, 7, 14))
    starts = [first + timedelta(days=step * at) for at in range(chance.randint(1, 6))]
    kept = chance.sample(starts, chance.randint(1, len(starts)))
    length = timedelta(minutes=chance.choice((0, 30, 90, 1000)))
    return tuple(Meeting(start, start + length) for start in kept)


def findable(chance: Random, at: int) -> Findable:
    def text() -> str:
        return " ".join(chance.choices((*WORDS, *PHRASES), k=chance.randint(0, 4)))

    when = chance.choice((When.DATED, When.DATED, When.ANYTIME, When.UNDATED))
    return Findable(
        id=f"row-{at}",
        card=ResultCard(f"row-{at}", f"opportunities/row-{at}/", "", (Fact("cost", "£"),)),
        words=tuple(
            (field, text())
            for field in (WordField.TITLE, WordField.SUMMARY, WordField.BODY, WordField.RELATED)
        ),
        facets=tuple((facet, some_of(chance, values)) for facet, values in FACETS.items()),
        youngest=chance.choice((None, chance.randint(0, 18))),
        oldest=chance.choice((None, chance.randint(10, 99))),
        least=chance.choice((None, 0, 100, 450, 2000)),
        when=when,
        meetings=meetings(chance) if when is When.DATED else (),
        closes=chance.choice((None, None, None, TODAY, TODAY - timedelta(minutes=1))),
        venues=some_of(chance, [venue.id for venue in VENUES]),
        areas=some_of(chance, [area.id for area in AREAS]),
        checked=chance.choice((None, date(2026, 9, chance.randint(1, 5)))),
        added=chance.choice((None, date(2026, 9, chance.randint(1, 5)))),
    )


WORDS_ASKED = (
    *WORDS,
    *("rob", "robto", "artisst", "nothing", "x"),
    *("bêl-droed", "mhel", "phêl", "glw", "glwb", "gart", "árt"),
    *(f'"{phrase}"' for phrase in PHRASES),
    *(f'"{phrase} {word}"' for phrase in PHRASES for word in ("art", "robot")),
)
FILTERS: dict[str, Callable[[Random], Any]] = {
    "words": lambda chance: " ".join(chance.choices(WORDS_ASKED, k=chance.randint(1, 2))),
    "facets": lambda chance: {
        facet: frozenset(some_of(chance, values)) for facet, values in FACETS.items()
    },
    "age": lambda chance: chance.randint(0, 100),
    "days": lambda chance: frozenset(chance.sample(range(7), chance.randint(1, 3))),
    "times": lambda chance: frozenset(chance.sample(range(3), chance.randint(1, 2))),
    "period": lambda chance: chance.choice(("today", "weekend", "holidays")),
    "first": lambda chance: date(2026, 11, 20) + timedelta(days=chance.randint(0, 20)),
    "last": lambda chance: date(2026, 11, 20) + timedelta(days=chance.randint(0, 40)),
    "most": lambda chance: chance.randint(0, 25),
    "reach": lambda chance: round(chance.randint(1, 5) * MILE),
    "box": lambda chance: chance.choice(
        ((-3.1, 51.49, -2.9, 51.505), (-2.998, 51.505, -2.9, 51.6))
    ),
    "sort": lambda chance: chance.choice(("best", "title", "near", "soonest", "newest", "checked")),
}


def question(chance: Random) -> Asked:
    # few filters at a time: with all of them nothing is ever found, and nothing is tested
    used = {*chance.sample(sorted(FILTERS), chance.randint(0, 2)), *chance.choice(((), ("words",)))}
    asked = replace(Asked(), **{name: FILTERS[name](chance) for name in sorted(used)})
    # a period stands before a range of one's own, as the form has it
    return replace(asked, first=None, last=None) if asked.period else asked


SEEDS = st.integers(0, 2**32)


@pytest.mark.parametrize("limit", [0, searching.SINGLE_FILE_LIMIT], ids=["parts", "single"])
@given(seed=SEEDS)
@SLOW_ON_PURPOSE
def test_the_browser_answers_as_the_reference(
    tmp_path_factory: pytest.TempPathFactory, limit: int, seed: int
) -> None:
    chance = Random(seed)  # noqa: S311 - an example has to come again, not to be secret
    now = TODAY + timedelta(days=chance.randint(0, 6), minutes=chance.randint(-600, 600))
    here, welsh = chance.choice((None, HERE)), chance.choice((False, True))
    rows = [findable(chance, at) for at in range(chance.randint(0, ROWS))]
    questions = [Asked(), *(question(chance) for _ in range(ASKED))]
    by_title = chance.choice((False, True))
    world = replace(world_of(rows, limit, here, welsh=welsh), now=now, by_title=by_title)
    index = made(rows, limit, replace(SCOPE, by_title=by_title, welsh=welsh))

    given_answers = answers(index, questions, world, tmp_path_factory.mktemp("index"))

    for asked, answer in zip(questions, given_answers, strict=True):
        compare(world, asked, answer)


def compare(world: World, asked: Asked, answer: Answer) -> None:
    by_id = {row.id: row for row in world.rows}
    expected = finder.found(world, asked)
    assert set(answer.found) == {row.id for row in expected}
    ranks = [finder.rank(world, by_id[identifier], asked) for identifier in answer.found]
    assert ranks == sorted(ranks)
    assert {
        (facet, value): count
        for facet, values in answer.counts.items()
        for value, count in values.items()
    } == finder.counts(world, asked)
    assert answer.days == finder.day_counts(world, asked)
    assert answer.times == finder.time_counts(world, asked)
    assert answer.periods == finder.period_counts(world, asked)


def test_a_catalogue_stands_by_title_with_accents_where_people_look_for_them(
    tmp_path: Path,
) -> None:
    titles = ("zebra", "Éclair", "early", "apple", "Wales")
    rows = [Findable(id=title.lower(), card=ResultCard(title, "", "")) for title in titles]
    index = made(rows, scope=replace(SCOPE, by_title=True))

    given_answers = answers(index, [Asked(), Asked(sort="title")], world_of(rows), tmp_path)

    in_order = ["apple", "early", "Éclair", "Wales", "zebra"]
    assert [answer.found for answer in given_answers] == [in_order, in_order]


def test_words_that_most_rows_have_narrow_nothing(tmp_path: Path) -> None:
    rows = [
        Findable(
            id=f"row-{at}",
            card=ResultCard(f"row-{at}", "", ""),
            words=((WordField.TITLE, f"the club {'art robot' if at % 9 == 0 else 'food'}"),),
            when=When.ANYTIME,
        )
        for at in range(60)
    ]
    questions = [Asked("the art"), Asked("the"), Asked("food"), Asked('"the club art"')]
    world = world_of(rows)

    given_answers = answers(made(rows), questions, world, tmp_path)

    for asked, answer in zip(questions, given_answers, strict=True):
        compare(world, asked, answer)
    assert [len(answer.found) for answer in given_answers] == [7, 60, 60, 7]


def test_the_name_of_the_place_need_not_be_there_beside_other_words(tmp_path: Path) -> None:
    rows = [
        Findable(
            id=title,
            card=ResultCard(title, "", ""),
            words=((WordField.TITLE, title),),
            when=When.ANYTIME,
        )
        for title in ("robot", "clwb robot", "clwb")
    ]

    named, alone = answers(
        made(rows), [Asked("robot clwb"), Asked("clwb")], world_of(rows), tmp_path
    )

    assert named.found == ["clwb robot", "robot"]
    assert sorted(alone.found) == ["clwb", "clwb robot"]


@given(seed=SEEDS)
@SLOW_ON_PURPOSE
def test_loosening_a_filter_adds_what_was_said(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    chance = Random(seed)  # noqa: S311 - an example has to come again, not to be secret
    rows = [findable(chance, at) for at in range(ROWS)]
    asked = question(chance)
    world = world_of(rows, here=HERE)
    looser = {
        "words": replace(asked, words=""),
        "dates": replace(
            asked, days=frozenset(), times=frozenset(), period="", first=None, last=None
        ),
        "age": replace(asked, age=None),
        "most": replace(asked, most=None),
        "reach": replace(asked, reach=None),
        "box": replace(asked, box=None),
    }

    [answer] = answers(made(rows), [asked], world, tmp_path_factory.mktemp("index"))

    before = len(finder.found(world, asked))
    for name in looser.keys() & answer.loosened.keys():
        after = len(finder.found(world, looser[name]))
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

    index = made([row])
    [answer] = answers(index, [Asked()], world_of([row]), tmp_path)

    core = json.loads(next(file.content for file in index.files if file.name == index.core))
    assert len(answer.venues[0]) == 2
    assert len(core["venues"]["latitude"]) == 3
