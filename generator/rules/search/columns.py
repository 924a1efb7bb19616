"""Columns: what of every row must be known at once, and what only filters and sorting need."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from generator.model.finding import Findable, FinderScope, OfferedFacet, Stretch
from generator.rules.collation import collated
from generator.rules.coming import EPOCH, Pattern, day_number, minute, sittings
from generator.rules.json_text import Json
from generator.rules.search.files import deltas
from generator.rules.search.points import area_columns, in_order, venue_columns

NONE = -1
"""Columns hold whole numbers only, and none of them is ever negative."""


def core_columns(
    rows: Sequence[Findable], numbers: Mapping[str, int], scope: FinderScope
) -> dict[str, Json]:
    """Return what decides whether a row is there at all, when it is next on, and how far away."""
    venues = in_order(scope.venues)
    venue_places = {venue.id: at for at, venue in enumerate(venues)}
    area_places = {area.id: at for at, area in enumerate(scope.areas)}
    at = [_places(row.venues, venue_places) for row in rows]
    within = [_places(row.areas, area_places) for row in rows]
    return {
        "language": scope.language,
        "zone": scope.zone,
        "epoch": EPOCH.isoformat(),
        "numbers": deltas(numbers[row.id] for row in rows),
        "when": [int(row.when) for row in rows],
        "closes": [NONE if row.closes is None else minute(row.closes) for row in rows],
        **_calendar(rows),
        "venues": venue_columns(venues),
        **_lists("at", at),
        **({"titles": _title_places(rows, scope.language)} if scope.by_title else {}),
        "areas": area_columns(scope.areas),
        # an area says little beside a point, and nothing that a distance would be taken from
        **_lists("within", [[] if at[row] else areas for row, areas in enumerate(within)]),
    }


def filter_columns(rows: Sequence[Findable], scope: FinderScope) -> dict[str, Json]:
    """Return what filters, their counts and further ways to sort need."""
    return {
        "facets": _facets(rows),
        "offered": [_offered(facet) for facet in scope.facets],
        "suggestions": [[one.kind, one.words, one.path] for one in scope.suggestions],
        "holidays": [_stretch(one) for one in scope.holidays],
        "youngest": [_or_none(row.youngest) for row in rows],
        "oldest": [_or_none(row.oldest) for row in rows],
        "least": [_or_none(row.least) for row in rows],
        "checked": [_day(row.checked) for row in rows],
        "added": [_day(row.added) for row in rows],
    }


def _title_places(rows: Sequence[Findable], language: str) -> list[int]:
    """Return each row's place in the order of titles."""
    by_title = sorted(rows, key=lambda row: (collated(language, row.card.title), row.id))
    places = {row.id: at for at, row in enumerate(by_title)}
    return [places[row.id] for row in rows]


def _calendar(rows: Sequence[Findable]) -> dict[str, Json]:
    """Return the patterns of days, the most used first, and each row's sittings."""
    held = [sittings(row.meetings) for row in rows]
    used = Counter(sitting.days for found in held for sitting in found)
    ordered = sorted(used, key=lambda days: (-used[days], days))
    places = {days: at for at, days in enumerate(ordered)}
    flat = [sitting for found in held for sitting in found]
    return {
        "patterns": [_pattern(days) for days in ordered],
        "sitting_counts": [len(found) for found in held],
        "sitting_pattern": [places[sitting.days] for sitting in flat],
        "sitting_start": [sitting.start for sitting in flat],
        "sitting_length": [sitting.length for sitting in flat],
    }


def _pattern(days: Pattern) -> list[int]:
    return [number for run in days for number in (run.day, run.step, run.count)]


def _facets(rows: Sequence[Findable]) -> dict[str, dict[str, list[int]]]:
    """Return, by facet and value, the positions of the rows that have it."""
    found: dict[str, dict[str, list[int]]] = {}
    for position, row in enumerate(rows):
        for facet, values in row.facets:
            by_value = found.setdefault(facet, {})
            for value in sorted(set(values)):
                by_value.setdefault(value, []).append(position)
    return {
        facet: {value: deltas(positions) for value, positions in sorted(by_value.items())}
        for facet, by_value in sorted(found.items())
    }


def _offered(facet: OfferedFacet) -> dict[str, Json]:
    return {
        "name": facet.name,
        "all": facet.all_of,
        "choices": [
            [choice.value, choice.words, choice.language, *choice.synonyms]
            for choice in facet.choices
        ],
    }


def _stretch(stretch: Stretch) -> list[Json]:
    return [stretch.words, day_number(stretch.first), day_number(stretch.last)]


def _lists(name: str, lists: Sequence[Sequence[int]]) -> dict[str, Json]:
    """Return a list for each row as two columns: how many, and all of them one after the other."""
    return {
        f"{name}_counts": [len(one) for one in lists],
        name: [number for one in lists for number in one],
    }


def _places(ids: Iterable[str], places: Mapping[str, int]) -> list[int]:
    return sorted({places[identifier] for identifier in ids if identifier in places})


def _day(day: date | None) -> int:
    return NONE if day is None else day_number(day)


def _or_none(number: int | None) -> int:
    return NONE if number is None else number
