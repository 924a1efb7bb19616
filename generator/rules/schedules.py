"""What a schedule comes to: its occurrences from a day on, its last day, and what is odd in it."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice

from generator.model.schedule import (
    Cancellation,
    During,
    Occurrence,
    Recurrence,
    Schedule,
    Session,
    SessionStatus,
)
from generator.model.terms import Calendar
from generator.rules.recurring import rule_days
from generator.rules.seasons import DAY, in_season, known_span, rests
from generator.rules.zones import LATEST, instant

MOST_OCCURRENCES = 366
FARTHEST = timedelta(days=731)
"""Two years. The expansion is capped, not the rule: asked from a later day it goes on."""

LOOK_BACK = timedelta(days=70)


def occurrences(
    schedule: Schedule, calendar: Calendar, first_day: date, last_day: date | None = None
) -> Iterator[Occurrence]:
    """Yield, in order of start, what is not over before ``first_day`` and starts by ``last_day``.

    Cancelled dates are among them, so that a page can say so. At most ``MOST_OCCURRENCES`` are
    given and none later than ``FARTHEST`` after the first day; nothing is computed before it is
    asked for.
    """
    if first_day > LATEST:
        return iter(())
    farthest = min(first_day + FARTHEST, LATEST)
    stop = min(last_day, farthest) if last_day else farthest
    streams = [
        _session_occurrences(entry, index, calendar)
        if isinstance(entry, Session)
        else _recurrence_occurrences(entry, index, calendar, first_day, stop)
        for index, entry in enumerate(schedule.entries)
    ]
    merged = heapq.merge(*streams, key=_order)
    midnight = datetime.combine(first_day, time())
    wanted = (it for it in merged if it.end > midnight and it.start.date() <= stop)
    return islice(wanted, MOST_OCCURRENCES)


def _order(occurrence: Occurrence) -> tuple[datetime, datetime, int]:
    return (occurrence.start, occurrence.end, occurrence.source)


def _session_occurrences(session: Session, source: int, calendar: Calendar) -> Iterator[Occurrence]:
    yield Occurrence(
        start=session.start,
        end=session.end,
        start_at=instant(session.start, calendar.zone),
        end_at=instant(session.end, calendar.zone),
        where=session.where,
        state=session.status,
        note=session.note,
        source=source,
    )


def _recurrence_occurrences(
    recurrence: Recurrence, source: int, calendar: Calendar, first_day: date, stop: date
) -> Iterator[Occurrence]:
    cancelled = {exception.day: exception for exception in recurrence.exceptions}
    # One that began the evening before may run past midnight into the first day.
    begin = first_day - DAY if first_day > date.min else first_day
    last = min(recurrence.until or stop, stop)
    for day in rule_days(recurrence.every, recurrence.first, begin, last):
        if day in cancelled or runs_on(day, recurrence, calendar):
            yield _on_day(day, recurrence, source, calendar, cancelled.get(day))


def runs_on(day: date, recurrence: Recurrence, calendar: Calendar) -> bool:
    """Say whether the terms and bank holidays let a recurrence happen on a day of its rule."""
    return in_season(day, recurrence.during, calendar) and not rests(
        day, recurrence.during, calendar
    )


def clock_times(day: date, recurrence: Recurrence) -> tuple[datetime, datetime]:
    """Return what the clocks show at start and end on a day, the end perhaps on the next."""
    every = recurrence.every
    start, end = datetime.combine(day, every.start), datetime.combine(day, every.end)
    return start, end if end > start else end + DAY


def _on_day(
    day: date,
    recurrence: Recurrence,
    source: int,
    calendar: Calendar,
    exception: Cancellation | None,
) -> Occurrence:
    typed_start, typed_end = clock_times(day, recurrence)
    start_at = instant(typed_start, calendar.zone)
    start = start_at.replace(tzinfo=None)
    # A start that the clock change moves on keeps its length, as RFC 5545, 3.8.5.3 asks of DTEND.
    end_at = instant(typed_end + (start - typed_start), calendar.zone)
    return Occurrence(
        start=start,
        end=end_at.replace(tzinfo=None),
        start_at=start_at,
        end_at=end_at,
        where=recurrence.where,
        state=SessionStatus.CANCELLED if exception else recurrence.status,
        note=(exception.reason if exception else None) or recurrence.note,
        source=source,
    )


def last_day(schedule: Schedule, calendar: Calendar) -> date | None:
    """Return the day on which the last occurrence ends; None without an end, or without dates.

    A recurrence that goes on past the known terms is taken to last until its ``until``.
    """
    ends = [
        _closing_day(entry.end) if isinstance(entry, Session) else _last_of(entry, calendar)
        for entry in schedule.entries
    ]
    dated = [end for end in ends if end is not None]
    return max(dated) if dated and len(dated) == len(ends) else None


def _closing_day(end: datetime) -> date:
    """Return the day that an end belongs to: midnight belongs to the evening before."""
    return (end - datetime.resolution).date()


def _last_of(recurrence: Recurrence, calendar: Calendar) -> date | None:
    until = recurrence.until
    if until is None or _unknown_on(until, recurrence, calendar):
        return until
    cancelled = {exception.day for exception in recurrence.exceptions}
    stop = min(until, LATEST)
    while stop >= recurrence.first:
        begin = stop - min(LOOK_BACK, stop - recurrence.first)
        happening = [
            day
            for day in rule_days(recurrence.every, recurrence.first, begin, stop)
            if day in cancelled or runs_on(day, recurrence, calendar)
        ]
        if happening:
            return _closing_day(clock_times(happening[-1], recurrence)[1])
        if begin == recurrence.first:
            break
        stop = begin - DAY
    # A rule that never happened has nothing to wait for once it may no longer happen.
    return until


def has_ended(schedule: Schedule, calendar: Calendar, today: date) -> bool:
    """Say whether everything in the schedule is over. What has no dates yet has not ended."""
    if schedule.anytime:
        return False
    last = last_day(schedule, calendar)
    return last is not None and last < today


def beyond_known_terms(schedule: Schedule, calendar: Calendar, day: date) -> bool:
    """Say whether a recurrence that follows the terms still holds on a day no term list reaches.

    Asked with today it says that dates are missing now; with a later day, that they soon will be.
    """
    return any(
        entry.first <= day
        and (entry.until is None or entry.until >= day)
        and _unknown_on(day, entry, calendar)
        for entry in schedule.recurrences
    )


def _unknown_on(day: date, recurrence: Recurrence, calendar: Calendar) -> bool:
    if recurrence.during is During.ALL_YEAR:
        return False
    span = known_span(calendar)
    return span is None or day > span[1]
