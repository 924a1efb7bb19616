"""Days, times, numbers and positions as an author types them."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal

from generator.model.location import Location
from generator.model.shapes import Amount, Moment, Whole
from generator.rules.unreadable import Unreadable, shown
from generator.rules.zones import EARLIEST, LATEST

# ASCII: \d would take the digits of every script.
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)", re.ASCII)
_WHOLE = re.compile(r"-?(0|[1-9]\d{0,11})", re.ASCII)
_DECIMAL = re.compile(r"-?(0|[1-9]\d{0,8})(\.\d{1,9})?", re.ASCII)


def day(text: str) -> date:
    """Return a date; a day that the calendar lacks, or a year that nobody means, is refused."""
    match = _DAY.fullmatch(text)
    if match:
        try:
            found = date(*(int(part) for part in match.groups()))
        except ValueError as fault:
            message = f'there is no day "{text}" in the calendar'
            raise Unreadable("invalid-date", message) from fault
        if EARLIEST <= found <= LATEST:
            return found
        message = f'expected a year from {EARLIEST.year} to {LATEST.year} in "{text}"'
        raise Unreadable("invalid-date", message)
    raise Unreadable(
        "invalid-date",
        f'"{shown(text)}" is not a date; expected year-month-day, such as 2026-12-08',
    )


def clock(text: str) -> time:
    """Return a time of day."""
    match = _CLOCK.fullmatch(text)
    if not match:
        raise Unreadable(
            "invalid-time",
            f'"{shown(text)}" is not a time; expected hours and minutes, such as 17:00',
        )
    return time(int(match[1]), int(match[2]))


def point(latitude: str, longitude: str) -> Location:
    """Return a point from two decimal numbers."""
    numbers = []
    for text, limit, name in ((latitude, 90, "latitude"), (longitude, 180, "longitude")):
        if not _DECIMAL.fullmatch(text) or abs(float(text)) > limit:
            raise Unreadable(
                "invalid-point",
                f'"{shown(text)}" is not a {name}; expected a number between -{limit} and {limit}',
            )
        numbers.append(float(text))
    return Location(*numbers)


def moment(shape: Moment, text: str) -> datetime | time:
    """Return a date and time, or where the shape allows it a time alone."""
    if shape.or_time and _CLOCK.fullmatch(text):
        return clock(text)
    parts = text.replace("T", " ", 1).split(" ")
    if len(parts) != 2:  # noqa: PLR2004 - a date and a time
        expected = "19:00 or 2026-12-08 19:00" if shape.or_time else "2026-12-08 17:00"
        raise Unreadable(
            "invalid-time",
            f'"{shown(text)}" is not a date and a time; expected something like {expected}',
        )
    return datetime.combine(day(parts[0]), clock(parts[1]))


def whole(shape: Whole, text: str) -> int:
    """Return a whole number within the limits of its shape."""
    if not _WHOLE.fullmatch(text):
        raise Unreadable(
            "invalid-number",
            f'"{shown(text)}" is not a whole number; expected digits alone, such as 12, without '
            "zeros before them",
        )
    number = int(text)
    if not shape.least <= number <= shape.most:
        raise Unreadable(
            "invalid-number", f"{number} is out of range; expected {shape.least} to {shape.most}"
        )
    return number


def amount(shape: Amount, text: str) -> Decimal:
    """Return a decimal number within the limits of its shape, exactly as written."""
    if not _DECIMAL.fullmatch(text):
        raise Unreadable(
            "invalid-number",
            f'"{shown(text)}" is not a number; expected digits alone, such as 4.50',
        )
    number = Decimal(text)
    exponent = number.as_tuple().exponent
    if isinstance(exponent, int) and -exponent > shape.places:
        raise Unreadable("invalid-number", f"{text} has more than {shape.places} decimal places")
    if not Decimal(shape.least) <= number <= Decimal(shape.most):
        raise Unreadable(
            "invalid-number", f"{text} is out of range; expected {shape.least} to {shape.most}"
        )
    return number
