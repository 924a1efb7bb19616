"""When an opportunity happens, as schema.org says it: the next date, the dates, the rule."""

from __future__ import annotations

from datetime import datetime

from generator.model.edition import Edition
from generator.model.opportunity import Opportunity
from generator.model.prospect import Prospect
from generator.model.schedule import ByDay, Frequency, Occurrence, Recurrence, SessionStatus
from generator.model.status import OpportunityStatus
from generator.rules.json_text import Json
from generator.rules.zones import instant
from generator.views.structured_parts import TERM, Description, filled, locations

MOST_DATES = 12
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
STATUSES = {
    OpportunityStatus.CANCELLED: "EventCancelled",
    OpportunityStatus.POSTPONED: "EventPostponed",
}
FREQUENCIES = {Frequency.DAILY: "D", Frequency.WEEKLY: "W", Frequency.MONTHLY: "M"}


def dates(edition: Edition, record: Opportunity) -> Description:
    """Return ``startDate``, ``endDate``, ``eventStatus``, ``subEvent`` and ``eventSchedule``.

    The start is that of the next date that is not called off; where nothing is to come, of the
    first there was.
    """
    prospect = edition.place.prospects.get(record.id, Prospect())
    status = STATUSES.get(record.status, "EventScheduled")
    upcoming = prospect.upcoming[:MOST_DATES]
    described: Description = {
        **_span(edition, record, upcoming),
        "eventStatus": TERM + status if record.schedule.entries else "",
        "eventSchedule": [_schedule(edition, each) for each in record.schedule.recurrences],
    }
    if len(upcoming) > 1:
        described["subEvent"] = [_date(edition, record, each, status) for each in upcoming]
    return filled(described)


def _span(edition: Edition, record: Opportunity, upcoming: tuple[Occurrence, ...]) -> Description:
    happening = [each for each in upcoming if each.state is not SessionStatus.CANCELLED]
    if happening or upcoming:
        shown = (happening or upcoming)[0]
        return {"startDate": _moment(shown.start_at), "endDate": _moment(shown.end_at)}
    zone = edition.place.settings.timezone
    if record.schedule.sessions:
        first = min(record.schedule.sessions, key=lambda session: session.start)
        start, end = instant(first.start, zone), instant(first.end, zone)
        return {"startDate": _moment(start), "endDate": _moment(end)}
    begun = [recurrence.first for recurrence in record.schedule.recurrences]
    return {"startDate": min(begun).isoformat()} if begun else {}


def _date(
    edition: Edition, record: Opportunity, occurrence: Occurrence, status: str
) -> Description:
    cancelled = occurrence.state is SessionStatus.CANCELLED
    return filled(
        {
            "@type": "Event",
            "name": record.title.words(edition.language),
            "startDate": _moment(occurrence.start_at),
            "endDate": _moment(occurrence.end_at),
            "eventStatus": TERM + ("EventCancelled" if cancelled else status),
            "location": locations(edition, record, occurrence.where),
        }
    )


def _schedule(edition: Edition, recurrence: Recurrence) -> Description:
    every = recurrence.every
    return filled(
        {
            "@type": "Schedule",
            "startDate": recurrence.first.isoformat(),
            "endDate": recurrence.until.isoformat() if recurrence.until else "",
            "startTime": every.start.isoformat(timespec="minutes"),
            "endTime": every.end.isoformat(timespec="minutes"),
            "repeatFrequency": f"P{every.interval}{FREQUENCIES[every.frequency]}",
            "byDay": [_day(by_day) for by_day in every.by_day],
            "byMonthDay": [*every.by_month_day],
            "exceptDate": [exception.day.isoformat() for exception in recurrence.exceptions],
            "scheduleTimezone": edition.place.settings.timezone,
        }
    )


def _day(by_day: ByDay) -> Json:
    """Return a weekday as its term, or with its place in the month as RFC 5545 writes it."""
    name = DAYS[by_day.weekday]
    return f"{by_day.ordinal}{name[:2].upper()}" if by_day.ordinal else TERM + name


def _moment(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")
