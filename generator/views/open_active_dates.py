"""When an opportunity happens, as OpenActive says it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.edition import Edition
from generator.model.opportunity import Opportunity
from generator.model.prospect import Prospect
from generator.model.schedule import ByDay, Every, Recurrence, Session, SessionStatus
from generator.rules.json_text import Json
from generator.rules.zones import instant
from generator.views.data_table import record_url
from generator.views.structured_dates import DAYS, FREQUENCIES
from generator.views.structured_parts import TERM, Description, filled

CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def event_dates(edition: Edition, record: Opportunity) -> Description:
    """Return the dates of what happens once."""
    return _span(edition, record.schedule.sessions[0])


def series_dates(edition: Edition, record: Opportunity, kind: str) -> Description:
    """Return the dates of a series: its regular ones as schedules, its single ones as events.

    A schedule is only a partial one: a full one promises that each date has an address of its own.
    """
    course = kind == "CourseInstance"
    sessions = record.schedule.sessions
    recurrences = record.schedule.recurrences
    return filled(
        {
            **(_from_to(edition, record) if course else {}),
            "eventSchedule": [_schedule(edition, each) for each in recurrences],
            "subEvent": list(_events(edition, record, sessions, course=course)),
        }
    )


def _from_to(edition: Edition, record: Opportunity) -> Description:
    begun = [session.start.date() for session in record.schedule.sessions]
    begun += [recurrence.first for recurrence in record.schedule.recurrences]
    first = min(begun)
    last = edition.place.prospects.get(record.id, Prospect()).last_day or first
    return {
        "startDate": first.isoformat(),
        "endDate": last.isoformat(),
        "duration": f"P{(last - first).days + 1}D",
    }


def _events(
    edition: Edition, record: Opportunity, sessions: tuple[Session, ...], *, course: bool
) -> Iterator[Description]:
    page = record_url(edition, record)
    for session in sessions:
        status = "" if session.status is not SessionStatus.CANCELLED else f"{TERM}EventCancelled"
        full = 0 if session.status is SessionStatus.FULL else None
        yield filled(
            {
                "@type": "Event" if course else "ScheduledSession",
                "@id": f"{page}#{session.start:%Y%m%dT%H%M}",
                **_span(edition, session),
                "eventStatus": status or f"{TERM}EventScheduled",
                "remainingAttendeeCapacity": full,
                "url": page,
            }
        )


def _span(edition: Edition, session: Session) -> Description:
    zone = edition.place.settings.timezone
    start, end = instant(session.start, zone), instant(session.end, zone)
    return {
        "startDate": start.isoformat(timespec="seconds"),
        "endDate": end.isoformat(timespec="seconds"),
        "duration": f"PT{int((end - start).total_seconds()) // 60}M",
    }


def _schedule(edition: Edition, recurrence: Recurrence) -> Description:
    every = recurrence.every
    return filled(
        {
            "@type": "PartialSchedule",
            "startDate": recurrence.first.isoformat(),
            "endDate": recurrence.until.isoformat() if recurrence.until else "",
            "startTime": f"{every.start:%H:%M}",
            "endTime": f"{every.end:%H:%M}",
            "repeatFrequency": f"P{every.interval}{FREQUENCIES[every.frequency]}",
            "byDay": _days(every),
            "byMonthDay": [*every.by_month_day],
            "exceptDate": [each.day.isoformat() for each in recurrence.exceptions],
            "scheduleTimezone": edition.place.settings.timezone,
        }
    )


def _days(every: Every) -> list[Json]:
    """Return the weekdays as terms; with a place in the month all as RFC 5545 writes them."""
    if any(by_day.ordinal for by_day in every.by_day):
        return [_code(by_day) for by_day in every.by_day]
    return [TERM + DAYS[by_day.weekday] for by_day in every.by_day]


def _code(by_day: ByDay) -> str:
    return f"{by_day.ordinal or ''}{CODES[by_day.weekday]}"
