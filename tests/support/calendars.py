"""Calendar files as a calendar program reads them: parsed by icalendar, expanded by dateutil."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from dateutil.rrule import rrulestr
from icalendar import Calendar, Event

Read = Any
"""An Event; icalendar says of each property that it may be any of thirty types."""

DAY = timedelta(days=1)


def events_of(content: bytes) -> list[Read]:
    return [part for part in Calendar.from_ical(content).walk() if isinstance(part, Event)]


def expanded(content: bytes, begin: datetime, end: datetime) -> list[tuple[datetime, bool]]:
    """Return the instant of every occurrence that begins between two local times.

    The second value says whether it is cancelled. Occurrences that another event stands in for are
    told by that one alone.
    """
    events = events_of(content)
    instead = {(str(event["UID"]), _local(event["RECURRENCE-ID"].dt)) for event in events
               if "RECURRENCE-ID" in event}  # fmt: skip
    return sorted(
        (start.replace(tzinfo=_start(event).tzinfo).astimezone(UTC), _cancelled(event))
        for event in events
        for start in _starts(event, begin - DAY, end + DAY)
        if begin <= start < end
        and ("RECURRENCE-ID" in event or (str(event["UID"]), start) not in instead)
    )


def _starts(event: Read, begin: datetime, end: datetime) -> Iterator[datetime]:
    start = _local(_start(event))
    if "RRULE" not in event:
        yield start
        return
    rule = event["RRULE"].to_ical().decode()
    excluded = {_local(each.dt) for many in _many(event.get("EXDATE")) for each in many.dts}
    # dateutil compares UNTIL with what has a zone only where the start has one too.
    for each in rrulestr(rule, dtstart=_start(event)):
        local = _local(each)
        if local >= end:
            return
        if local >= begin and local not in excluded:
            yield local


def _start(event: Read) -> datetime:
    start = event["DTSTART"].dt
    assert isinstance(start, datetime)
    return start


def _many(given: Any) -> list[Any]:  # noqa: ANN401 - one property, several, or none
    return given if isinstance(given, list) else [given] if given else []


def _cancelled(event: Read) -> bool:
    return str(event["STATUS"]) == "CANCELLED"


def _local(moment: datetime) -> datetime:
    return moment.replace(tzinfo=None)
