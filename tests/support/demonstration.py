"""The demonstration place, understood as of a day, for tests of what it owes its readers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from generator.model.badge import Badge
from generator.model.opportunity import Opportunity
from generator.pipeline import Understood
from tests.support.in_memory import understand_in_memory
from tests.support.sites import NEWPORT

TODAY = "2026-12-01"
# The demonstration has to look alive long after it was written.
LATER = ("2027-06-01", "2031-02-01")


@cache
def demonstration(today: str = TODAY) -> Understood:
    """Return the place and its problems as of a day; understood once in a run."""
    return understand_in_memory(_files(), today)


@cache
def _files() -> Mapping[str, bytes]:
    return {
        path.relative_to(NEWPORT).as_posix(): path.read_bytes()
        for path in sorted(NEWPORT.rglob("*"))
        if path.is_file()
    }


def listed(today: str = TODAY) -> list[Opportunity]:
    """Return the opportunities that a learner finds in lists on a day."""
    place = demonstration(today).place
    return [
        record
        for record in place.opportunities.values()
        if place.standing["opportunity", record.id].listed
    ]


def live_badges() -> list[Badge]:
    """Return the badges that can be earned."""
    return [record for record in demonstration().place.badges.values() if record.status == "live"]


def short_of(counts: Mapping[str, int], wanted: Iterable[str], least: int) -> dict[str, int]:
    """Return those of the wanted that there are fewer than ``least`` of, and how many there are."""
    return {name: counts.get(name, 0) for name in wanted if counts.get(name, 0) < least}


def tally(
    records: Iterable[Opportunity], values: Callable[[Opportunity], Iterable[str]]
) -> Counter[str]:
    """Count how many records have each value."""
    return Counter(value for record in records for value in set(values(record)))
