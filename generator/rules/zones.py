"""Time zones: which exist, and which instant a clock on the wall means, also when it is changed.

Zones are read from the ``tzdata`` package alone, never from the machine's own directories: those
differ from one machine to the next, and the same content must give the same bytes on each.
"""

from __future__ import annotations

import functools
import io
from datetime import UTC, date, datetime, timedelta, timezone
from difflib import get_close_matches
from importlib import resources
from zoneinfo import ZoneInfo

EARLIEST = date(1970, 1, 1)
LATEST = date(2999, 12, 31)
"""Years beyond these are slips of the finger, and near year 9999 an offset would overflow."""


@functools.cache
def zone_keys() -> frozenset[str]:
    """Return the keys of all time zones there are, such as ``Europe/London``."""
    listed = resources.files("tzdata").joinpath("zones").read_text(encoding="utf-8")
    return frozenset(listed.split())


def zone_mistake(key: str) -> str | None:
    """Return what is wrong with a time zone key, or None.

    A key is looked up in a list and never opened as a path, so ``../../etc/passwd`` is only an
    unknown name.
    """
    if key in zone_keys():
        return None
    expected = 'expected a time zone such as "Europe/London"'
    near = get_close_matches(key, sorted(zone_keys()), n=1, cutoff=0.7)
    return f'{expected}; did you mean "{near[0]}"?' if near else expected


@functools.cache
def zone_data(key: str) -> bytes:
    """Return a zone's file (TZif, RFC 9636)."""
    if key not in zone_keys():
        raise ValueError(f"no time zone {key!r}")
    return resources.files("tzdata").joinpath("zoneinfo", *key.split("/")).read_bytes()


@functools.cache
def zone_of(key: str) -> ZoneInfo:
    """Return a zone for arithmetic with instants; local times go through ``instant``."""
    return ZoneInfo.from_file(io.BytesIO(zone_data(key)), key=key)


def skipped(local: datetime, key: str) -> bool:
    """Say whether the clocks jump over this local time: it is on no clock that day."""
    return instant(local, key).replace(tzinfo=None) != local


def settled(local: datetime, key: str) -> datetime:
    """Return the local time itself, or where the clocks jump over it, moved on by the jump."""
    return instant(local, key).replace(tzinfo=None)


def instant(local: datetime, key: str) -> datetime:
    """Return the instant of a local time, with its UTC offset.

    A time that the clocks show twice means the first of the two; one they jump over is moved on by
    the jump: 01:30 on the night when 01:00 becomes 02:00 is 02:30. Both are what RFC 5545, 3.3.5
    prescribes. The offset is a fixed one rather than the zone, because Python compares two times
    of one zone by their wall clocks alone.
    """
    zone = zone_of(key)
    before = zone.utcoffset(local.replace(fold=0)) or timedelta(0)
    after = zone.utcoffset(local.replace(fold=1)) or timedelta(0)
    # PEP 495: in a gap the two readings of fold disagree the other way round than in an overlap.
    if before < after:
        return (local + (after - before)).replace(tzinfo=timezone(after), fold=0)
    return local.replace(tzinfo=timezone(before), fold=0)


def utc(local: datetime, key: str) -> datetime:
    """Return the instant of a local time in UTC."""
    return instant(local, key).astimezone(UTC)
