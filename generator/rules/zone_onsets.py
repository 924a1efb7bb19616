"""How a zone's clocks change, in the form that a VTIMEZONE takes (RFC 5545, 3.6.5).

The rule at the end of a zone's file is used wherever an RRULE can say it. A list of every change
until 2038, which libraries write, was rejected: programs that know RRULEs alone would see summer
time in the first year of the list and never again (MS-OXCICAL, 2.1.3.1.1.19).
"""

from __future__ import annotations

import calendar
import functools
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from generator.model.calendar_event import Onset
from generator.rules.rrules import DAY_CODES
from generator.rules.zones import zone_data, zone_of

FIRST = datetime(1970, 1, 1)
FIRST_LISTED, LAST_LISTED = 2024, 2037
BEGIN = datetime(FIRST_LISTED, 1, 1, tzinfo=UTC)
LAST_WEEK = 5
HOUR, DAY = timedelta(hours=1), timedelta(days=1)

# RFC 9636, 3.3.1: a POSIX TZ string such as GMT0BST,M3.5.0/1,M10.5.0 stands last in the file.
_NAME = r"(<[^>]+>|[A-Za-z]+)"
_CLOCK = r"([+-]?\d+(?::\d+)*)"
_RULE = rf"(M\d+\.\d\.\d(?:/{_CLOCK[1:-1]})?)"
_FOOTER = re.compile(rf"{_NAME}{_CLOCK}(?:{_NAME}{_CLOCK}?,{_RULE},{_RULE})?")
_MONTHLY = re.compile(r"M(\d+)\.(\d)\.(\d)(?:/(.+))?")


@functools.cache
def zone_onsets(key: str) -> tuple[Onset, ...]:
    """Return the changes of a zone's clocks, as rules where rules say what the zone does.

    They do not for Morocco, whose changes follow the moon, nor where a law has just changed.
    """
    footer = zone_data(key).rstrip(b"\n").rpartition(b"\n")[2].decode("ascii")
    match = _FOOTER.fullmatch(footer)
    ruled = _by_rule(match) if match else ()
    changes = tuple(_changes(key))
    return ruled if ruled and _happen(ruled) == changes else tuple(_listed(key, changes))


def _by_rule(match: re.Match[str]) -> tuple[Onset, ...]:
    name, west, other_name, other_west, there, back = match.groups()
    usual = -_clock(west)  # POSIX counts hours west of Greenwich
    if not there:
        return (Onset(FIRST, usual, usual, name.strip("<>")),)
    summer = -_clock(other_west) if other_west else usual + HOUR
    onsets = (
        _onset(there, other_name, usual, summer),
        _onset(back, name, summer, usual),
    )
    return tuple(onset for onset in onsets if onset) if all(onsets) else ()


def _onset(rule: str, name: str, before: timedelta, after: timedelta) -> Onset | None:
    """Return a change that an RRULE can say: one whose hour lies within the day that is named."""
    match = _MONTHLY.fullmatch(rule)
    if match is None:
        return None
    month, week, weekday = (int(part) for part in match.groups()[:3])
    clock = _clock(match[4] or "2")
    if not timedelta(0) <= clock < DAY:
        return None
    weekday = (weekday - 1) % 7  # POSIX weeks begin with Sunday as 0
    ordinal = -1 if week == LAST_WEEK else week
    first = datetime.combine(_day(FIRST.year, month, ordinal, weekday), FIRST.time())
    rrule = f"FREQ=YEARLY;BYMONTH={month};BYDAY={ordinal}{DAY_CODES[weekday]}"
    return Onset(first + clock, before, after, name.strip("<>"), after > before, rrule)


def _day(year: int, month: int, ordinal: int, weekday: int) -> date:
    weeks = calendar.Calendar().monthdatescalendar(year, month)
    days = [week[weekday] for week in weeks if week[weekday].month == month]
    return days[ordinal if ordinal < 0 else ordinal - 1]


def _clock(words: str) -> timedelta:
    parts = [abs(int(part)) for part in words.split(":")]
    hours, minutes, seconds = (*parts, 0, 0)[:3]
    length = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return -length if words.startswith("-") else length


def _happen(onsets: tuple[Onset, ...]) -> tuple[datetime, ...]:
    """Return the instants of the rules' changes in the listed years."""
    return tuple(
        sorted(
            datetime.combine(_day(year, *rule), onset.start.time(), UTC) - onset.before
            for onset in onsets
            if (rule := _parts(onset))
            for year in range(FIRST_LISTED, LAST_LISTED + 1)
        )
    )


def _parts(onset: Onset) -> tuple[int, int, int] | None:
    match = re.fullmatch(r"FREQ=YEARLY;BYMONTH=(\d+);BYDAY=(-?\d)(\w\w)", onset.rrule)
    return match and (int(match[1]), int(match[2]), DAY_CODES.index(match[3]))


def _listed(key: str, changes: tuple[datetime, ...]) -> Iterator[Onset]:
    """Yield every change of the listed years, those of one kind together."""
    zone = zone_of(key)
    moment = BEGIN.astimezone(zone)
    offset = _offset(BEGIN, key)
    yield Onset(moment.replace(tzinfo=None), offset, offset, moment.tzname() or key)
    found: dict[tuple[timedelta, timedelta, str], list[datetime]] = {}
    for change in changes:
        before, after = _offset(change - timedelta(seconds=1), key), _offset(change, key)
        name = change.astimezone(zone).tzname() or key
        local = change.replace(tzinfo=None) + before
        found.setdefault((before, after, name), []).append(local)
    for (before, after, name), times in found.items():
        yield Onset(times[0], before, after, name, after > before, more=tuple(times[1:]))


def _changes(key: str) -> Iterator[datetime]:
    """Yield the instants at which the offset changes in the listed years, to the minute."""
    day = BEGIN
    while day.year <= LAST_LISTED:
        if _offset(day, key) != _offset(day + DAY, key):
            low, high = day, day + DAY
            while high - low > timedelta(minutes=1):
                middle = low + timedelta(minutes=(high - low) // timedelta(minutes=2))
                low, high = (
                    (middle, high) if _offset(middle, key) == _offset(day, key) else (low, middle)
                )
            yield high
        day += DAY


def _offset(moment: datetime, key: str) -> timedelta:
    return moment.astimezone(zone_of(key)).utcoffset() or timedelta(0)
