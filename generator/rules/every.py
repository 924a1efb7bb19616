"""What an author types under ``every``: days in words, then a time range."""

from __future__ import annotations

import re
from datetime import time
from difflib import get_close_matches

from generator.model.schedule import ByDay, Every, Frequency

EXAMPLE = '"Tuesday 17:00-19:00"'
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}
LONGEST_NIGHT = 16
"""Hours that a range past midnight may last; a longer one is more likely two swapped times."""

LONGEST = 200
"""Characters that any sensible rule fits in; a bound on what the patterns below can be fed."""

_TIMES_LAST = re.compile(r"\s(\d\S*\s?[-–]\s?\d\S*)$")
_RANGE = re.compile(r"(\d{1,2}):(\d{2})\s?[-–]\s?(\d{1,2}):(\d{2})", re.ASCII)
_MONTH_DAY = re.compile(r"(\d{1,3})(st|nd|rd|th)", re.ASCII)
_SHORTEST_STEM = 3


def parse_every(words: str) -> Every | str:
    """Return what the words mean, or a message that says what was expected instead.

    Forms: ``Tuesday``, ``Monday, Wednesday``, ``other Tuesday``, ``day``, ``weekday``,
    ``second Tuesday`` (first to fourth, last) and ``15th``, each followed by ``17:00-19:00``.
    """
    told = " ".join(words.split())
    split = _TIMES_LAST.search(told) if len(told) <= LONGEST else None
    if split is None:
        return f"expected days, then a start and an end time, such as {EXAMPLE}"
    times = parse_times(split[1])
    if isinstance(times, str):
        return times
    return _parse_days(told[: split.start()].rstrip(" ,"), *times)


def parse_times(words: str) -> tuple[time, time] | str:
    """Return the start and end in ``17:00-19:00``, or a message that says what was expected.

    An end before the start is on the next day, as long as the night is not too long to be meant.
    """
    match = _RANGE.fullmatch(words.strip())
    if match is None:
        return f'expected a time range such as "17:00-19:00", not "{words}"'
    hour, minute, end_hour, end_minute = (int(part) for part in match.groups())
    try:
        start, end = time(hour, minute), time(end_hour, end_minute)
    except ValueError:
        return f'expected times from 00:00 to 23:59 in "{words}"'
    if start == end:
        return f'expected an end that is not the start in "{words}"'
    minutes = (end.hour - start.hour) * 60 + end.minute - start.minute
    if minutes < 0 and minutes + 24 * 60 > LONGEST_NIGHT * 60:
        return f'"{words}" would last until the next day; are start and end the wrong way round?'
    return start, end


def _parse_days(days: str, start: time, end: time) -> Every | str:
    named = days.lower()
    if named == "day":
        return Every(Frequency.DAILY, start, end)
    if named == "weekday":
        workdays = tuple(ByDay(weekday) for weekday in range(5))
        return Every(Frequency.WEEKLY, start, end, by_day=workdays)
    if named.startswith("other "):
        return _parse_weekdays(days[len("other ") :], start, end, interval=2)
    if named[:1].isdigit() and "week" in named:
        return f'expected "other Tuesday" for a Tuesday in every second week, not "{days}"'
    if named[:1].isdigit():
        return _parse_month_days(days, start, end)
    return _parse_weekdays(days, start, end, interval=1)


def _parse_weekdays(days: str, start: time, end: time, *, interval: int) -> Every | str:
    found: set[ByDay] = set()
    for item in _listed(days):
        by_day = _parse_weekday(item)
        if isinstance(by_day, str):
            return by_day
        found.add(by_day)
    by_days = tuple(sorted(found))
    monthly = [by_day for by_day in by_days if by_day.ordinal]
    if not monthly:
        return Every(Frequency.WEEKLY, start, end, interval, by_day=by_days)
    if interval > 1:
        return f'expected a plain weekday after other, such as "other Tuesday", not "{days}"'
    if len(monthly) < len(by_days):
        return f'"{days}" mixes days of the week with days of the month; write two sessions'
    if any(ByDay(day.weekday, 4) in found and ByDay(day.weekday, -1) in found for day in found):
        return f'the fourth is often the last too in "{days}"; write one of them'
    return Every(Frequency.MONTHLY, start, end, by_day=by_days)


def _parse_weekday(item: str) -> ByDay | str:
    *before, name = item.split() or [""]
    weekday = _weekday_named(name)
    if isinstance(weekday, str):
        return weekday
    if not before:
        return ByDay(weekday)
    ordinal = ORDINALS.get(" ".join(before).lower())
    if ordinal is None:
        told = " ".join(before)
        return f'expected first, second, third, fourth, last or other before {name}, not "{told}"'
    return ByDay(weekday, ordinal)


def _weekday_named(name: str) -> int | str:
    told = name.lower()
    if told in WEEKDAYS:
        return WEEKDAYS.index(told)
    message = f'"{name}" is not a weekday'
    stems = [day for day in WEEKDAYS if len(told) >= _SHORTEST_STEM and day.startswith(told)]
    near = stems or get_close_matches(told, WEEKDAYS, n=1, cutoff=0.5)
    if near:
        return f"{message}; did you mean {near[0].title()}?"
    return f"{message}; expected days such as {EXAMPLE}"


def _parse_month_days(days: str, start: time, end: time) -> Every | str:
    found: set[int] = set()
    for item in _listed(days):
        match = _MONTH_DAY.fullmatch(item.lower())
        if match is None or not 1 <= int(match[1]) <= 31:  # noqa: PLR2004  # days of the month
            return f'expected a day of the month from 1st to 31st, such as "15th", not "{item}"'
        found.add(int(match[1]))
    return Every(Frequency.MONTHLY, start, end, by_month_day=tuple(sorted(found)))


def _listed(words: str) -> list[str]:
    return [item.strip() for item in re.split(r",|\band\b", words)]
