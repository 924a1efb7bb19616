"""What an author can get wrong in a schedule, as messages: lower case, and with what was meant."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from generator.model.schedule import Cancellation, Recurrence
from generator.rules.every import LONGEST_NIGHT
from generator.rules.recurring import rule_days
from generator.rules.zones import EARLIEST, LATEST, settled, skipped

LONGEST_GAP = timedelta(days=366 * 8)
"""The farthest apart that two days of a rule can be: 29 February across a year like 2100."""


def session_end(start: datetime, end: time) -> datetime | str:
    """Return when a one-off session ends that gives only a clock time, or what is wrong with it.

    A time before the start is on the next day, as long as the night is not too long to be meant.
    """
    if mistake := year_mistake(start):
        return mistake
    same_day = datetime.combine(start.date(), end)
    if same_day > start:
        return same_day
    next_day = same_day + timedelta(days=1)
    if same_day == start or next_day - start > timedelta(hours=LONGEST_NIGHT):
        return f"ends at {end:%H:%M}, which is not after its start at {start:%H:%M}"
    return next_day


def session_mistake(start: datetime, end: datetime, zone: str) -> str | None:
    """Return what is wrong with the times of a one-off session, or None.

    A time that the clocks jump over is refused here, where it is typed on purpose, and moved on in
    a recurrence, whose author did not choose the night.
    """
    for local in (start, end):
        if mistake := year_mistake(local):
            return mistake
        if skipped(local, zone):
            later = settled(local, zone)
            return (
                f"the clocks go forward over {local:%H:%M} on {local:%Y-%m-%d} in {zone}; "
                f"did you mean {later:%H:%M}?"
            )
    if end <= start:
        return f"ends at {end:%Y-%m-%d %H:%M}, which is not after its start, {start:%Y-%m-%d %H:%M}"
    return None


def year_mistake(day: date) -> str | None:
    """Return what is wrong with a year far from any that is meant, or None."""
    if EARLIEST.year <= day.year <= LATEST.year:
        return None
    return f"expected a year from {EARLIEST.year} to {LATEST.year}, not {day.year}"


def recurrence_mistake(recurrence: Recurrence) -> str | None:
    """Return what is wrong with when a recurrence begins and ends, or None."""
    first, until = recurrence.first, recurrence.until
    mistake = year_mistake(first) or (year_mistake(until) if until else None)
    if mistake:
        return mistake
    if until and until < first:
        return f"until {until} lies before from {first}"
    if _never_falls(recurrence):
        return f"no such day falls between from {first} and until {until}"
    return None


def _never_falls(recurrence: Recurrence) -> bool:
    first, until = recurrence.first, recurrence.until or LATEST
    stop = first + min(until - first, LONGEST_GAP)
    return next(rule_days(recurrence.every, first, first, stop), None) is None


def stray_exceptions(recurrence: Recurrence) -> tuple[Cancellation, ...]:
    """Return the exceptions on days that the rule does not name, which therefore change nothing."""
    stop = recurrence.until or date.max
    return tuple(
        exception
        for exception in recurrence.exceptions
        if exception.day > stop
        or exception.day
        not in rule_days(recurrence.every, recurrence.first, exception.day, exception.day)
    )
