"""What the finder should answer, said as plainly as possible and sharing no code with the index."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import cache, lru_cache

from generator.model.finding import Area, Findable, MappedVenue, Meeting, When, WordField
from generator.model.location import Location
from generator.rules.mutations import mutations

WEIGHTS = (50, 30, 25, 20, 15, 10, 4, 8)
EXACT, STEM, PREFIX, MUTATION, SLIP = 6, 5, 2, 3, 1
EARTH = 6_371_008.8

MORNING, AFTERNOON, EVENING = 0, 1, 2


@dataclass(frozen=True)
class Asked:
    words: str = ""
    facets: Mapping[str, frozenset[str]] = field(default_factory=dict)
    age: int | None = None
    days: frozenset[int] = frozenset()
    times: frozenset[int] = frozenset()
    period: str = ""
    first: date | None = None
    last: date | None = None
    most: int | None = None
    reach: int | None = None
    box: tuple[float, float, float, float] | None = None
    sort: str = ""


def stem(word: str) -> str:
    """Stand in for a stemmer: real ones are compared with each other over whole vocabularies."""
    return re.sub("(ing|s)$", "", word)


@dataclass(
    frozen=True, eq=False
)  # a world is like no other, which makes what it is asked quick to keep
class World:
    """What there is to be found in."""

    rows: Sequence[Findable]
    now: datetime
    venues: Sequence[MappedVenue] = ()
    areas: Sequence[Area] = ()
    holidays: Sequence[tuple[date, date]] = ()
    all_of: frozenset[str] = frozenset()
    shortest: int = 2
    welsh: bool = False
    name: str = ""
    origin: Location | None = None
    by_title: bool = False
    stem: Callable[[str], str] = stem


def found(world: World, asked: Asked) -> list[Findable]:
    """Return the rows that answer, best first; ties in no promised order."""
    kept = [row for row in world.rows if answers(world, row, asked)]
    return sorted(kept, key=lambda row: rank(world, row, asked))


def answers(world: World, row: Findable, asked: Asked) -> bool:
    return is_open(world, row) and all(passes(world, row, asked))


Rank = tuple[float | str, ...]


def rank(world: World, row: Findable, asked: Asked) -> Rank:
    titled = (bare(row.card.title), row.card.title) if world.by_title else ()
    if asked.sort == "title" and titled:
        return titled
    return (*rank_by_worth(world, row, asked), *titled)


def rank_by_worth(world: World, row: Findable, asked: Asked) -> tuple[float, ...]:
    soonest = next_asked(world, row, asked).timestamp()
    metres = distance(world, row)
    away = math.inf if metres is None else metres
    worded = bool(words_of(world, asked.words))
    sort = asked.sort
    if sort == "near" and world.origin is None:
        sort = ""
    if sort == "best" and not worded:
        sort = "soonest"
    if not sort:
        sort = "best" if worded else "near" if world.origin else "soonest"
    match sort:
        case "best":
            near = (away,) if world.origin else ()
            return (-score(world, row, asked.words), *near, soonest)
        case "near":
            return (away, soonest)
        case "newest":
            return (-(row.added or date.min).toordinal(), soonest)
        case "checked":
            return (-(row.checked or date.min).toordinal(), soonest)
        case _:
            return (soonest,)


def counts(world: World, asked: Asked) -> dict[tuple[str, str], int]:
    """Return for each facet and value how many rows it would find beside the other filters."""
    totals: dict[tuple[str, str], int] = {}
    for facet, value in sorted({pair for row in world.rows for pair in pairs(row)}):
        beside = asked.facets.get(facet, frozenset()) if facet in world.all_of else frozenset()
        alone = {**asked.facets, facet: beside | {value}}
        totals[facet, value] = len(found(world, replace(asked, facets=alone)))
    return totals


def day_counts(world: World, asked: Asked) -> list[int]:
    return [len(found(world, replace(asked, days=frozenset((day,))))) for day in range(7)]


def time_counts(world: World, asked: Asked) -> list[int]:
    return [len(found(world, replace(asked, times=frozenset((time,))))) for time in range(3)]


def period_counts(world: World, asked: Asked) -> dict[str, int]:
    open_ended = replace(asked, first=None, last=None)
    return {
        period: len(found(world, replace(open_ended, period=period)))
        if period != "holidays" or stretches(world, replace(asked, period=period))
        else 0
        for period in ("today", "weekend", "holidays")
    }


def pairs(row: Findable) -> Iterator[tuple[str, str]]:
    for facet, values in row.facets:
        for value in values:
            yield facet, value


def left(world: World, row: Findable) -> list[Meeting]:
    return [meeting for meeting in row.meetings if meeting.end > world.now]


def next_asked(world: World, row: Findable, asked: Asked) -> datetime:
    starts = [one.start for one in left(world, row) if suits(world, one, asked)]
    return min(starts, default=datetime(9999, 1, 1))


def is_open(world: World, row: Findable) -> bool:
    if row.closes is not None and world.now > row.closes:
        return False
    return row.when is not When.DATED or bool(left(world, row))


def passes(world: World, row: Findable, asked: Asked) -> Iterator[bool]:
    yield not words_of(world, asked.words) or score(world, row, asked.words) > 0
    for facet, wanted in asked.facets.items():
        has = wanted & {value for name, value in pairs(row) if name == facet}
        yield not wanted or (has == wanted if facet in world.all_of else bool(has))
    if asked.age is not None:
        yield (row.youngest or 0) <= asked.age <= (1000 if row.oldest is None else row.oldest)
    if asked.most is not None:
        yield row.least is not None and row.least <= asked.most * 100
    if asked.reach is not None and world.origin:
        metres = distance(world, row)
        yield metres is not None and metres <= asked.reach
    if asked.box is not None:
        west, south, east, north = asked.box
        yield any(
            south <= at.latitude <= north and west <= at.longitude <= east
            for at in points(world, row)
        )
    narrowed = asked.days or asked.times or stretches(world, asked) is not None
    if narrowed and row.when is not When.ANYTIME:
        suited = any(suits(world, one, asked) for one in left(world, row))
        yield row.when is When.DATED and suited
    elif narrowed:
        yield stretches(world, asked) != []


def stretches(world: World, asked: Asked) -> list[tuple[date, date]] | None:
    today = world.now.date()
    if asked.period == "today":
        return [(today, today)]
    if asked.period == "weekend":
        sunday = today + timedelta(days=6 - today.weekday())
        return [(max(today, sunday - timedelta(days=1)), sunday)]
    if asked.period == "holidays":
        return [(first, last) for first, last in world.holidays if last >= today]
    if asked.first or asked.last:
        return [(asked.first or date.min, asked.last or date.max)]
    return None


def suits(world: World, meeting: Meeting, asked: Asked) -> bool:
    day, hour = meeting.start.date(), meeting.start.hour
    time = MORNING if hour < 12 else AFTERNOON if hour < 17 else EVENING
    within = stretches(world, asked)
    return (
        (not asked.days or day.weekday() in asked.days)
        and (not asked.times or time in asked.times)
        and (within is None or any(first <= day <= last for first, last in within))
    )


def points(world: World, row: Findable) -> list[Location]:
    return [venue.location for venue in world.venues if venue.id in row.venues]


def distance(world: World, row: Findable) -> int | None:
    if world.origin is None:
        return None
    there = points(world, row) or [area.middle for area in world.areas if area.id in row.areas]
    return min((metres(world.origin, at) for at in there), default=None)


def metres(one: Location, other: Location) -> int:
    lat1, lat2 = math.radians(one.latitude), math.radians(other.latitude)
    across = math.radians(other.longitude - one.longitude)
    central = math.acos(
        min(
            1.0,
            math.sin(lat1) * math.sin(lat2) + math.cos(lat1) * math.cos(lat2) * math.cos(across),
        )
    )
    return round(EARTH * central)


def score(world: World, row: Findable, words: str) -> int:
    """Return 0 where a word or phrase is missing, else the sum of each word's best places."""
    accented = {
        word
        for part in words.split()
        if any(unicodedata.combining(one) for one in decomposed(part))
        for word in all_words(part)
    }
    best = {
        word: best_places(row, nearness(world, word, accented=word in accented))
        for word in words_of(world, words)
    }
    named = set(all_words(world.name))
    needed = (best.keys() - named) or best.keys()
    there = all(best[word] for word in needed)
    return (
        sum(best.values()) if there and all(has_phrase(row, one) for one in phrases(words)) else 0
    )


def best_places(row: Findable, worth: Mapping[str, int]) -> int:
    """Return what a word is worth: the best of the row's names, of its texts, and of the rest."""
    standings = [(where, worth.get(one, 0)) for where, text in row.words for one in all_words(text)]
    return sum(
        max((WEIGHTS[where] * near for where, near in standings if where in kind), default=0)
        for kind in ((0, 1, 2, 3, 4), (5, 6), (7,))
    )


@lru_cache(maxsize=4096)
def nearness(world: World, word: str, *, accented: bool) -> dict[str, int]:
    """Return what each word there is is worth to a typed one; a slip, if all else fails."""
    known = lexicon(world) - common(world)
    worth = {other: likeness(world, word, other) for other in known}
    if world.welsh and (accented or not any(near >= STEM for near in worth.values())):
        for other in known:
            if any(likeness(world, form, other) >= STEM for form in mutations(word)):
                worth[other] = max(worth[other], MUTATION)
        if not any(worth.values()):
            worth = guesses(world, mutations(word))
    return worth if any(worth.values()) else guesses(world, meanings(known, word))


def guesses(world: World, words: Iterable[str]) -> dict[str, int]:
    """Return what each word there is is worth to some that nobody typed."""
    return {
        other: SLIP if any(likeness(world, one, other) for one in words) else 0
        for other in lexicon(world) - common(world)
    }


def likeness(world: World, word: str, other: str) -> int:
    if other == word:
        return EXACT
    if world.stem(other) == world.stem(word):
        return STEM
    return PREFIX if len(word) >= world.shortest and other.startswith(word) else 0


def meanings(known: Iterable[str], word: str) -> list[str]:
    """Return the words that are the fewest slips away, three at most."""
    if len(word) < 4:
        return []
    most = 2 if len(word) >= 8 else 1
    near = sorted((slips(word, other), other) for other in known)
    return [other for count, other in near if count <= most and count == near[0][0]][:3]


@cache
def slips(one: str, other: str) -> int:
    """Return the optimal string alignment distance, by its definition."""
    if not one or not other:
        return len(one) + len(other)
    best = min(
        slips(one[1:], other) + 1,
        slips(one, other[1:]) + 1,
        slips(one[1:], other[1:]) + (one[0] != other[0]),
    )
    if one[:2] == other[1::-1] and len(one) > 1 and len(other) > 1:
        best = min(best, slips(one[2:], other[2:]) + 1)
    return best


@lru_cache(maxsize=64)
def lexicon(world: World) -> frozenset[str]:
    return frozenset(
        word for row in world.rows for _, text in row.words for word in all_words(text)
    )


def has_phrase(row: Findable, phrase: list[str]) -> bool:
    length = len(phrase)
    return any(
        words[at : at + length] == phrase
        for words in (all_words(text) for _, text in row.words)
        for at in range(len(words))
    )


def phrases(text: str) -> list[list[str]]:
    quoted = (all_words(inside) for inside in re.findall(r'"([^"]+)"', text))
    return [words for words in quoted if len(words) > 1]


def words_of(world: World, text: str) -> list[str]:
    words = all_words(text)
    longer = [word for word in words if len(word) > 1 or word.isnumeric()]
    too_common = common(world)
    return [word for word in longer or words if word not in too_common]


@lru_cache(maxsize=64)
def common(world: World) -> frozenset[str]:
    """Return the words of more than two rows in five, in a place that is large enough."""
    if len(world.rows) < 50:
        return frozenset()
    has = [
        {
            word
            for where, text in row.words
            if where != WordField.RELATED
            for word in all_words(text)
        }
        for row in world.rows
    ]
    return frozenset(
        word
        for word in lexicon(world)
        if sum(word in words for words in has) > 0.4 * len(world.rows)
    )


@cache
def all_words(text: str) -> list[str]:
    return "".join(character if character.isalnum() else " " for character in bare(text)).split()


def bare(text: str) -> str:
    return "".join(
        character for character in decomposed(text.lower()) if not unicodedata.combining(character)
    )


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)
