"""When things happen in a city: week by week, on a few days, now and then, whenever one likes."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from random import Random

from tests.support.record_text import Bare

TODAY = date(2026, 11, 23)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY_SHARES = (17, 18, 18, 17, 11, 14, 5)
_HOURS = (9, 10, 10, 11, 13, 14, 16, 17, 18, 18, 19)
_LAST_HOUR = 22
_DURING = ("term", "term", "all-year", "holidays")
_WEEKLY, _DATED = 52, 84
"""Of a hundred: up to here week by week, up to here on days of their own, the rest at any time."""


def when(random: Random) -> object:
    """Return the field ``when`` of one opportunity."""
    chance = random.randrange(100)
    if chance < _WEEKLY:
        lines = random.choices((1, 2), (5, 1))[0]
        return {"sessions": [_every_week(random) for _ in range(lines)]}
    if chance < _DATED:
        first = TODAY + timedelta(days=random.randrange(3, 400))
        days = random.choices((1, 2, 4, 6), (6, 2, 1, 1))[0]
        hour = random.choice(_HOURS)
        start = time(hour, random.choice((0, 0, 30)))
        hours = min(random.choice((1, 2, 2, 3, 6)), _LAST_HOUR - hour)
        return {
            "sessions": [
                _on_a_day(first + timedelta(weeks=week), start, hours) for week in range(days)
            ]
        }
    return Bare("anytime")


def _every_week(random: Random) -> dict[str, object]:
    day = random.choices(_WEEKDAYS, _WEEKDAY_SHARES)[0]
    hour = random.choice(_HOURS)
    line: dict[str, object] = {
        "every": f"{day} {hour:02}:00-{min(hour + random.choice((1, 2, 2)), _LAST_HOUR):02}:30",
        "from": TODAY - timedelta(days=random.randrange(7, 200)),
        "during": random.choice(_DURING),
    }
    if random.randrange(3) == 0:
        line["until"] = TODAY + timedelta(days=random.randrange(60, 600))
    return line


def _on_a_day(day: date, start: time, hours: int) -> dict[str, object]:
    begins = datetime.combine(day, start)
    return {"start": begins, "end": begins + timedelta(hours=hours)}
