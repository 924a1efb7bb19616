"""Which days a rule falls on, by RFC 5545, whatever the place's terms say."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date, timedelta

from generator.model.schedule import ByDay, Every, Frequency

WEEK = 7


def rule_days(every: Every, first: date, start: date, stop: date) -> Iterator[date]:
    """Yield the rule's days from ``start`` to ``stop``, both included, in order.

    ``first`` is the rule's own beginning. Every other week is counted from the first day that the
    rule names on or after it: counting from the week of ``first`` itself, as RFC 5545 would with
    ``first`` as DTSTART, skips a week for anyone who gives a Wednesday as the beginning of
    "other Tuesday".
    """
    start = max(start, first)
    if start > stop:
        return
    match every.frequency:
        case Frequency.DAILY:
            days = _daily(every, first, start, stop)
        case Frequency.WEEKLY:
            days = _weekly(every, first, start, stop)
        case Frequency.MONTHLY:
            days = _monthly(every, first, start, stop)
    yield from (day for day in days if start <= day)


def _daily(every: Every, first: date, start: date, stop: date) -> Iterator[date]:
    late = (start - first).days % every.interval
    skip = every.interval - late if late else 0
    for ahead in range(skip, (stop - start).days + 1, every.interval):
        yield start + timedelta(days=ahead)


def _weekly(every: Every, first: date, start: date, stop: date) -> Iterator[date]:
    weekdays = sorted({by_day.weekday for by_day in every.by_day})
    if not weekdays:
        return
    wait = min((weekday - first.weekday()) % WEEK for weekday in weekdays)
    # Weeks are numbered from Monday 0001-01-01, so that none of them lies before the first date.
    anchor = (first.toordinal() + wait - 1) // WEEK
    week = (start.toordinal() - 1) // WEEK
    week += (anchor - week) % every.interval
    last = stop.toordinal()
    for number in range(week, (last - 1) // WEEK + 1, every.interval):
        for weekday in weekdays:
            ordinal = number * WEEK + weekday + 1
            if ordinal <= last:
                yield date.fromordinal(ordinal)


def _monthly(every: Every, first: date, start: date, stop: date) -> Iterator[date]:
    begun = _month_number(first)
    month = _month_number(start)
    month += (begun - month) % every.interval
    for number in range(month, _month_number(stop) + 1, every.interval):
        year, month_index = divmod(number, 12)
        for day in _month_days(every, year, month_index + 1):
            if day <= stop:
                yield day


def _month_number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _month_days(every: Every, year: int, month: int) -> list[date]:
    # A month without a 31st is passed over, not answered with its last day (RFC 5545, 3.3.10).
    length = calendar.monthrange(year, month)[1]
    numbers = {number for number in every.by_month_day if number <= length}
    for by_day in every.by_day:
        numbers.update(_weekdays_of_month(by_day, date(year, month, 1).weekday(), length))
    return [date(year, month, number) for number in sorted(numbers)]


def _weekdays_of_month(by_day: ByDay, first_weekday: int, length: int) -> list[int]:
    every_one = list(range(1 + (by_day.weekday - first_weekday) % WEEK, length + 1, WEEK))
    if not by_day.ordinal:
        return every_one
    index = by_day.ordinal - 1 if by_day.ordinal > 0 else by_day.ordinal
    return [every_one[index]] if -len(every_one) <= index < len(every_one) else []
