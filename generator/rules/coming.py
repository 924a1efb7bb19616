"""Meetings as patterns of days: a weekly course of a year in a handful of numbers.

Half of a city's courses happen on the same days: every Tuesday in term. So days and times are kept
apart, and a pattern of days that many share stands in the index once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from generator.model.finding import Meeting

EPOCH = date(2020, 1, 1)
MINUTES_IN_DAY = 24 * 60


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """Days at even distances: ``count`` of them, ``step`` apart, from ``day``; 0 apart if alone."""

    day: int
    step: int
    count: int


Pattern = tuple[Run, ...]
"""Days, as the fewest greedy runs that hold exactly them, in order of first day."""


@dataclass(frozen=True, slots=True, order=True)
class Sitting:
    """Meetings at one time of day: the minute they start, their length in minutes, their days."""

    start: int
    length: int
    days: Pattern


def day_number(day: date) -> int:
    """Return the days from EPOCH."""
    return (day - EPOCH).days


def minute(moment: datetime) -> int:
    """Return the minutes from EPOCH by the clock on the wall."""
    return day_number(moment.date()) * MINUTES_IN_DAY + moment.hour * 60 + moment.minute


def sittings(meetings: Iterable[Meeting]) -> tuple[Sitting, ...]:
    """Return the meetings by their time of day, in its order."""
    by_time: dict[tuple[int, int], set[int]] = {}
    for meeting in meetings:
        start = minute(meeting.start)
        day, of_day = divmod(start, MINUTES_IN_DAY)
        by_time.setdefault((of_day, minute(meeting.end) - start), set()).add(day)
    return tuple(
        sorted(Sitting(start, length, pattern(days)) for (start, length), days in by_time.items())
    )


def pattern(days: Iterable[int]) -> Pattern:
    """Return the days as runs."""
    return tuple(
        Run(stretch[0], stretch[1] - stretch[0] if len(stretch) > 1 else 0, len(stretch))
        for stretch in _even(sorted(days))
    )


def _even(days: list[int]) -> Iterator[list[int]]:
    """Cut ascending days into stretches with even steps."""
    stretch: list[int] = []
    for day in days:
        if len(stretch) > 1 and day - stretch[-1] != stretch[1] - stretch[0]:
            yield stretch
            stretch = []
        stretch.append(day)
    if stretch:
        yield stretch
