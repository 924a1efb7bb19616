"""Calendar files by the icalendar library: its escaping, its folding, its line ends.

Nothing of the library's clock: every stamp comes with the event, so that equal calendars give equal
bytes. Its own time zones are not used either; see ``generator.rules.zone_onsets``.
"""

from __future__ import annotations

import functools
from datetime import UTC, datetime, time, timedelta

from icalendar import (
    Calendar,
    Event,
    Timezone,
    TimezoneDaylight,
    TimezoneStandard,
    vDuration,
    vRecur,
    vText,
)

from generator.model.calendar_event import CalendarEvent, CalendarFile, Onset

PRODUCT = "-//Doorstep//Learning map//EN"
BEGIN, END = b"BEGIN:VCALENDAR\r\n", b"END:VCALENDAR\r\n"
DAILY = timedelta(days=1)


class IcalendarWriter:
    """Writes calendars as RFC 5545 has them: ``generator.ports.CalendarWriter``."""

    def events(self, events: tuple[CalendarEvent, ...], zone: str) -> bytes:
        """Return events, their times in a zone, as they stand in any file; equal ones equally."""
        return b"".join(_event(event, zone).to_ical(sorted=False) for event in events)

    def file(self, calendar: CalendarFile) -> bytes:
        """Return the file's bytes; equal calendars give equal bytes."""
        named = Calendar()
        # NAME is RFC 7986; what most programs read is the older X-WR-CALNAME.
        name = vText(calendar.name, params={"LANGUAGE": calendar.language})
        named.add("name", name)
        named.add("x-wr-calname", vText(calendar.name))
        kind, renewal = _same_in_all()
        zone = _timezone(calendar.zone, calendar.onsets)
        return b"".join((BEGIN, kind, _lines(named), renewal, zone, *calendar.written, END))


def _lines(calendar: Calendar) -> bytes:
    """Return the properties of a calendar, without what begins and ends it."""
    written: bytes = calendar.to_ical(sorted=False)
    return written.removeprefix(BEGIN).removesuffix(END)


@functools.cache
def _same_in_all() -> tuple[bytes, bytes]:
    """Return what stands before the name in every calendar, and what stands after it."""
    kind, renewal = Calendar(), Calendar()
    kind.add("prodid", PRODUCT)
    kind.add("version", "2.0")
    kind.add("calscale", "GREGORIAN")
    kind.add("method", "PUBLISH")
    renewal.add("refresh-interval", DAILY, parameters={"VALUE": "DURATION"})
    renewal.add("x-published-ttl", vDuration(DAILY))
    return _lines(kind), _lines(renewal)


@functools.cache
def _timezone(key: str, onsets: tuple[Onset, ...]) -> bytes:
    zone = Timezone()
    zone.add("tzid", key)
    for onset in onsets:
        zone.add_component(_onset(onset))
    written: bytes = zone.to_ical(sorted=False)
    return written


def _onset(onset: Onset) -> TimezoneDaylight | TimezoneStandard:
    part = TimezoneDaylight() if onset.daylight else TimezoneStandard()
    part.add("dtstart", onset.start)
    part.add("tzoffsetfrom", onset.before)
    part.add("tzoffsetto", onset.after)
    part.add("tzname", onset.name)
    if onset.rrule:
        part.add("rrule", vRecur.from_ical(onset.rrule))
    if onset.more:
        part.add("rdate", list(onset.more))
    return part


def _event(event: CalendarEvent, zone: str) -> Event:
    made = Event()
    made.add("uid", event.uid)
    stamp = datetime.combine(event.stamped, time(), UTC)
    made.add("dtstamp", stamp)
    made.add("last-modified", stamp)
    _add_moment(made, "dtstart", event.start, zone)
    _add_moment(made, "dtend", event.end, zone)
    if event.instance:
        _add_moment(made, "recurrence-id", event.instance, zone)
    if event.rrule:
        made.add("rrule", vRecur.from_ical(event.rrule))
    for start in event.exdates:
        _add_moment(made, "exdate", start, zone)
    made.add("summary", event.summary)
    for name, words in (("description", event.description), ("location", event.location)):
        if words:
            made.add(name, words)
    if event.point:
        made.add("geo", (event.point.latitude, event.point.longitude))
    if event.url:
        made.add("url", event.url)
    if event.categories:
        made.add("categories", list(event.categories))
    made.add("status", "CANCELLED" if event.cancelled else "CONFIRMED")
    if event.cancelled:
        # A session that is off keeps nobody's afternoon busy.
        made.add("transp", "TRANSPARENT")
    return made


def _add_moment(event: Event, name: str, moment: datetime, zone: str) -> None:
    """Add a local time with its zone's key.

    Written from a time without a zone, so that neither the library nor the machine it runs on has
    a say in which zone that is.
    """
    event.add(name, moment, parameters={"TZID": zone})
