"""How a schedule is told to people, as parts without words, for any language to put in order."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date, time

from generator.model.schedule import (
    During,
    Frequency,
    Recurrence,
    Schedule,
    SessionStatus,
)
from generator.model.text import NO_TEXT, Text

WORKING_WEEK = (0, 1, 2, 3, 4)


class PatternKind(enum.StrEnum):
    """The sentence to choose. The parts that each uses are named in Pattern."""

    DAILY = "daily"
    WORKING_DAYS = "working-days"
    WEEKLY = "weekly"
    EVERY_OTHER_WEEK = "every-other-week"
    MONTHLY_BY_WEEKDAY = "monthly-by-weekday"
    MONTHLY_BY_DATE = "monthly-by-date"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One recurrence as a person would say it.

    ``weekdays`` (Monday = 0) belongs to the weekly kinds, ``weekdays_of_month`` (weekday, ordinal;
    -1 is the last) to MONTHLY_BY_WEEKDAY, ``dates_of_month`` to MONTHLY_BY_DATE.
    ``starts_on`` is None once it has begun: nobody needs to read when a club once opened.
    ``source`` is the index in ``Schedule.entries``.
    """

    kind: PatternKind
    start: time
    end: time
    ends_next_day: bool = False
    weekdays: tuple[int, ...] = ()
    weekdays_of_month: tuple[tuple[int, int], ...] = ()
    dates_of_month: tuple[int, ...] = ()
    during: During = During.ALL_YEAR
    starts_on: date | None = None
    until: date | None = None
    where: str = ""
    status: SessionStatus = SessionStatus.RUNNING
    note: Text = NO_TEXT
    source: int = 0


def patterns(schedule: Schedule, today: date) -> tuple[Pattern, ...]:
    """Return the recurrences that are not over, in the author's order."""
    return tuple(
        _pattern(entry, index, today)
        for index, entry in enumerate(schedule.entries)
        if isinstance(entry, Recurrence) and (entry.until is None or entry.until >= today)
    )


def _pattern(recurrence: Recurrence, source: int, today: date) -> Pattern:
    every = recurrence.every
    kind = _kind(recurrence)
    by_weekday = kind is PatternKind.MONTHLY_BY_WEEKDAY
    return Pattern(
        kind=kind,
        start=every.start,
        end=every.end,
        ends_next_day=every.end <= every.start,
        weekdays=() if by_weekday else tuple(by_day.weekday for by_day in every.by_day),
        weekdays_of_month=tuple((by_day.weekday, by_day.ordinal) for by_day in every.by_day)
        if by_weekday
        else (),
        dates_of_month=every.by_month_day,
        during=recurrence.during,
        starts_on=recurrence.first if recurrence.first > today else None,
        until=recurrence.until,
        where=recurrence.where,
        status=recurrence.status,
        note=recurrence.note,
        source=source,
    )


def _kind(recurrence: Recurrence) -> PatternKind:
    every = recurrence.every
    match every.frequency:
        case Frequency.DAILY:
            return PatternKind.DAILY
        case Frequency.MONTHLY:
            return PatternKind.MONTHLY_BY_WEEKDAY if every.by_day else PatternKind.MONTHLY_BY_DATE
        case Frequency.WEEKLY:
            if every.interval > 1:
                return PatternKind.EVERY_OTHER_WEEK
            weekdays = tuple(by_day.weekday for by_day in every.by_day)
            return PatternKind.WORKING_DAYS if weekdays == WORKING_WEEK else PatternKind.WEEKLY
