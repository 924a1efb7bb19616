"""Meetings as runs: a weekly course of a year in a handful of numbers instead of fifty dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from generator.model.finding import Meeting

EPOCH = date(2020, 1, 1)
MINUTES_IN_DAY = 24 * 60


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """Meetings at one time of day, ``step`` days apart. Days count from EPOCH."""

    day: int
    start: int
    length: int
    step: int
    count: int


def minute(moment: datetime) -> int:
    """Return the minutes from EPOCH by the clock on the wall."""
    return _day(moment) * MINUTES_IN_DAY + moment.hour * 60 + moment.minute


def runs(meetings: Iterable[Meeting]) -> tuple[Run, ...]:
    """Return the fewest greedy runs that hold exactly these meetings, in order of first day."""
    by_time: dict[tuple[int, int], set[int]] = {}
    for meeting in meetings:
        start = minute(meeting.start)
        day, of_day = divmod(start, MINUTES_IN_DAY)
        by_time.setdefault((of_day, minute(meeting.end) - start), set()).add(day)
    found = [
        Run(days[0], start, length, days[1] - days[0] if len(days) > 1 else 0, len(days))
        for (start, length), all_days in by_time.items()
        for days in _even(sorted(all_days))
    ]
    return tuple(sorted(found))


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


def _day(moment: datetime) -> int:
    return (moment.date() - EPOCH).days
