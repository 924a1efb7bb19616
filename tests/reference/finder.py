"""What the finder should answer, said as plainly as possible and sharing no code with the index."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from generator.model.finding import Findable, Meeting, When

WEIGHTS = (40, 30, 25, 20, 15, 10, 4)
ALL_OF = ("mode",)


@dataclass(frozen=True)
class Asked:
    words: str = ""
    facets: Mapping[str, frozenset[str]] | None = None
    age: int | None = None
    days: frozenset[int] = frozenset()
    first: date | None = None
    last: date | None = None
    most: int | None = None

    @property
    def dated(self) -> bool:
        return bool(self.days or self.first or self.last)


def found(rows: Sequence[Findable], asked: Asked, now: datetime) -> list[Findable]:
    """Return the rows that answer, best first; ties of score and start in no promised order."""
    kept = [row for row in rows if is_open(row, now) and all(passes(row, asked, now))]
    return sorted(kept, key=lambda row: rank(row, asked, now))


def rank(row: Findable, asked: Asked, now: datetime) -> tuple[int, datetime]:
    starts = [meeting.start for meeting in left(row, now)]
    return -score(row, asked.words), min(starts, default=datetime.max)


def counts(rows: Sequence[Findable], asked: Asked, now: datetime) -> dict[tuple[str, str], int]:
    """Return for each facet and value how many rows it would find beside the other filters."""
    totals: dict[tuple[str, str], int] = {}
    for facet, value in sorted({pair for row in rows for pair in pairs(row)}):
        beside = (asked.facets or {}).get(facet, frozenset()) if facet in ALL_OF else frozenset()
        alone = {**(asked.facets or {}), facet: beside | {value}}
        totals[facet, value] = len(found(rows, replace(asked, facets=alone), now))
    return totals


def day_counts(rows: Sequence[Findable], asked: Asked, now: datetime) -> list[int]:
    return [len(found(rows, replace(asked, days=frozenset((day,))), now)) for day in range(7)]


def pairs(row: Findable) -> Iterator[tuple[str, str]]:
    for facet, values in row.facets:
        for value in values:
            yield facet, value


def left(row: Findable, now: datetime) -> list[Meeting]:
    return [meeting for meeting in row.meetings if meeting.end > now]


def is_open(row: Findable, now: datetime) -> bool:
    if row.closes is not None and now > row.closes:
        return False
    return row.when is not When.DATED or bool(left(row, now))


def passes(row: Findable, asked: Asked, now: datetime) -> Iterator[bool]:
    yield not words_of(asked.words) or score(row, asked.words) > 0
    for facet, wanted in (asked.facets or {}).items():
        has = wanted & {value for name, value in pairs(row) if name == facet}
        yield not wanted or (has == wanted if facet in ALL_OF else bool(has))
    if asked.age is not None:
        yield (row.youngest or 0) <= asked.age <= (1000 if row.oldest is None else row.oldest)
    if asked.most is not None:
        yield row.least is not None and row.least <= asked.most * 100
    if asked.dated and row.when is not When.ANYTIME:
        yield row.when is When.DATED and any(suits(one, asked) for one in left(row, now))


def suits(meeting: Meeting, asked: Asked) -> bool:
    day = meeting.start.date()
    return (
        (not asked.days or day.weekday() in asked.days)
        and (asked.first is None or day >= asked.first)
        and (asked.last is None or day <= asked.last)
    )


def score(row: Findable, words: str) -> int:
    """Return 0 where a word is missing, else the sum of each word's best place."""
    best = [best_place(row, word) for word in dict.fromkeys(words_of(words))]
    return sum(best) if all(best) else 0


def best_place(row: Findable, word: str) -> int:
    matches: Callable[[str], bool] = (
        word.__eq__ if len(word) == 1 else lambda other: other.startswith(word)
    )
    places: dict[str, int] = {}
    for field, text in row.words:
        for other in all_words(text):
            if matches(other):
                places[other] = max(places.get(other, 0), WEIGHTS[field])
    return max(
        (weight * (2 if other == word else 1) for other, weight in places.items()), default=0
    )


def words_of(text: str) -> list[str]:
    words = all_words(text)
    longer = [word for word in words if len(word) > 1 or word.isnumeric()]
    return longer or words


def all_words(text: str) -> list[str]:
    bare = "".join(
        character
        for character in unicodedata.normalize("NFD", text.lower())
        if not unicodedata.combining(character)
    )
    return "".join(character if character.isalnum() else " " for character in bare).split()
