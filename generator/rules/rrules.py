"""Recurrences as calendar programs read them (RFC 5545).

``during: term`` cannot be one RRULE. Each known term becomes a rule of its own, with its own start
and UNTIL, for one VEVENT each: that is what every calendar program reads. One VEVENT with a list
of RDATEs was rejected because Outlook takes an RDATE only for an instance that was moved, paired
with an EXDATE (MS-OXCICAL, 2.1.3.1.1.20.18). Nor does it read a monthly rule with several days
(Microsoft article 2643084), so each day of the month is a rule of its own too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from generator.model.schedule import ByDay, Every, Frequency, Recurrence
from generator.model.terms import Calendar
from generator.rules.recurring import rule_days
from generator.rules.schedules import clock_times, runs_on
from generator.rules.seasons import season_windows
from generator.rules.zones import LATEST, utc

DAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True)
class CalendarRule:
    """What one VEVENT needs: DTSTART, DTEND, RRULE and EXDATEs.

    ``start``, ``end`` and ``exdates`` are local times to be written with the place's TZID; UNTIL
    within ``rrule`` is in UTC, as RFC 5545, 3.3.10 asks beside a DTSTART with a zone. The DTSTART
    is itself an occurrence, without which programs disagree on how many there are.
    """

    start: datetime
    end: datetime
    rrule: str
    exdates: tuple[datetime, ...] = ()


def as_rrules(recurrence: Recurrence, calendar: Calendar) -> tuple[CalendarRule, ...]:
    """Return the rules that together give exactly the days on which the recurrence happens.

    A recurrence that follows the terms gives one for each known term or holiday in which it falls,
    and one on several days of the month one for each of them; cancelled days and bank holidays
    are EXDATEs.
    """
    rules = (
        _rule_between(part, calendar, max(begin, part.first), min(end, LATEST))
        for begin, end in season_windows(recurrence.during, calendar)
        for part in _with_one_day_of_month(recurrence)
    )
    return tuple(rule for rule in rules if rule)


def _with_one_day_of_month(recurrence: Recurrence) -> Iterator[Recurrence]:
    every = recurrence.every
    if every.frequency is not Frequency.MONTHLY:
        yield recurrence
        return
    for by_day in every.by_day:
        yield replace(recurrence, every=replace(every, by_day=(by_day,), by_month_day=()))
    for number in every.by_month_day:
        yield replace(recurrence, every=replace(every, by_day=(), by_month_day=(number,)))


def _rule_between(
    recurrence: Recurrence, calendar: Calendar, begin: date, end: date
) -> CalendarRule | None:
    stop = min(recurrence.until, end) if recurrence.until else end
    cancelled = {exception.day for exception in recurrence.exceptions}
    days = (
        day
        for day in rule_days(recurrence.every, recurrence.first, begin, stop)
        if day not in cancelled and runs_on(day, recurrence, calendar)
    )
    first = next(days, None)
    if first is None:
        return None
    start, ends = clock_times(first, recurrence)
    bounded = stop < LATEST
    excluded = _excluded(recurrence, calendar, first, stop)
    return CalendarRule(
        start=start,
        end=ends,
        rrule=_rrule(recurrence.every)
        + (f";UNTIL={_until(recurrence, calendar, stop)}" if bounded else ""),
        exdates=tuple(clock_times(day, recurrence)[0] for day in excluded),
    )


def _excluded(
    recurrence: Recurrence, calendar: Calendar, first: date, stop: date
) -> Iterator[date]:
    """Yield the days that the RRULE would give between two days and that do not happen.

    Only days that someone named can be among them, so an endless rule is never walked.
    """
    named = {exception.day for exception in recurrence.exceptions} | set(calendar.bank_holidays)
    cancelled = {exception.day for exception in recurrence.exceptions}
    for day in sorted(named):
        falls = any(rule_days(recurrence.every, recurrence.first, max(day, first), min(day, stop)))
        if falls and (day in cancelled or not runs_on(day, recurrence, calendar)):
            yield day


def _until(recurrence: Recurrence, calendar: Calendar, stop: date) -> str:
    """UNTIL is inclusive, so it is the start on the last day on which there may be one."""
    start, _ = clock_times(stop, recurrence)
    return f"{utc(start, calendar.zone):%Y%m%dT%H%M%SZ}"


def _rrule(every: Every) -> str:
    parts = [f"FREQ={every.frequency}"]
    if every.interval > 1:
        parts.append(f"INTERVAL={every.interval}")
    if every.by_day:
        parts.append("BYDAY=" + ",".join(_day_code(by_day) for by_day in every.by_day))
    if every.by_month_day:
        parts.append("BYMONTHDAY=" + ",".join(str(day) for day in every.by_month_day))
    # Monday is the default, and said all the same: programs follow the reader's own setting.
    parts.append("WKST=MO")
    return ";".join(parts)


def _day_code(by_day: ByDay) -> str:
    return f"{by_day.ordinal or ''}{DAY_CODES[by_day.weekday]}"
