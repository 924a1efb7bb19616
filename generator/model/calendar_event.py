"""What a calendar file holds, before a library writes it as RFC 5545 asks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from generator.model.location import Location


@dataclass(frozen=True, slots=True)
class Onset:
    """One way in which a zone's clocks change, for its VTIMEZONE.

    ``start`` is local time as the clocks show it before the change, ``rrule`` how it comes round
    again. Where no rule says it, ``more`` are the other times at which it happens.
    """

    start: datetime
    before: timedelta
    after: timedelta
    name: str
    daylight: bool = False
    rrule: str = ""
    more: tuple[datetime, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEvent:
    """One VEVENT. Times are local to the file's zone; its words are plain, escaped by the writer.

    ``uid`` never changes while the event is the same one. ``stamped`` is the day its record was
    last checked. ``rrule`` and ``exdates`` say how it comes round again; ``instance`` is the start
    of the one occurrence of the event with the same ``uid`` that this one stands in for.
    """

    uid: str
    stamped: date
    start: datetime
    end: datetime
    summary: str
    description: str = ""
    location: str = ""
    point: Location | None = None
    url: str = ""
    categories: tuple[str, ...] = ()
    cancelled: bool = False
    rrule: str = ""
    exdates: tuple[datetime, ...] = ()
    instance: datetime | None = None


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """A calendar: its name, language and zone, how that zone's clocks change, and its events.

    ``written`` are events as ``generator.ports.CalendarWriter.events`` gave them: most stand in
    several calendars.
    """

    name: str
    language: str
    zone: str
    onsets: tuple[Onset, ...]
    written: tuple[bytes, ...]
