"""An opportunity's sessions as calendar events.

A recurrence stays a rule, and a date that its author has called off stays visible, as a cancelled
occurrence: to leave it out (EXDATE) would let whoever imported the calendar before stand at a
closed door. Bank holidays and the like, on which nothing was ever announced, are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime

from generator.model.calendar_event import CalendarEvent
from generator.model.edition import Edition
from generator.model.entries import WhereEntry
from generator.model.location import Location
from generator.model.opportunity import Opportunity
from generator.model.registry import OPPORTUNITY
from generator.model.schedule import Cancellation, Recurrence, Session, SessionStatus
from generator.model.status import OpportunityStatus
from generator.model.text import Text
from generator.model.venue import Venue
from generator.rules.addresses import absolute
from generator.rules.recurring import rule_days
from generator.rules.rrules import CalendarRule, as_rrules
from generator.rules.schedules import clock_times
from generator.rules.seasons import season_windows

Told = tuple[CalendarEvent, tuple[CalendarEvent, ...]]
"""An event, and those that stand in for single occurrences of it."""

UNCHECKED = date(1970, 1, 1)
"""The stamp of a record that nobody has checked: only a draft is one."""


def has_calendar(record: Opportunity) -> bool:
    """Say whether an opportunity has a calendar file: pages link to one only then."""
    return bool(record.schedule.entries)


def calendar_events(edition: Edition, record: Opportunity) -> tuple[CalendarEvent, ...]:
    """Return an opportunity's sessions, in its author's order."""
    events: list[CalendarEvent] = []
    seen: dict[str, int] = {}
    for entry in record.schedule.entries:
        for event, instances in _told(edition, record, entry):
            # Two groups at one time in one room are the same but for their number.
            seen[event.uid] = seen.get(event.uid, 0) + 1
            number = f"-{seen[event.uid]}" if seen[event.uid] > 1 else ""
            uid = f"{event.uid}{number}@{_site(edition)}"
            events += [replace(each, uid=uid) for each in (event, *instances)]
    return tuple(events)


def _told(edition: Edition, record: Opportunity, entry: Session | Recurrence) -> Iterator[Told]:
    if isinstance(entry, Session):
        event = _event(edition, record, entry, (entry.start, entry.end))
        yield replace(event, uid=_uid(record, entry, f"{entry.start:%Y%m%dT%H%M}")), ()
    else:
        yield from _recurrence_events(edition, record, entry)


def _recurrence_events(
    edition: Edition, record: Opportunity, recurrence: Recurrence
) -> Iterator[Told]:
    """Yield each rule of a recurrence with its cancelled occurrences, then other cancelled days.

    Those are days before the first that happens, or out of season: no rule names them, but learners
    are told of them.
    """
    cancelled = {each.day: each for each in recurrence.exceptions}
    announced: set[date] = set()
    for rule in as_rrules(recurrence, edition.place.settings.calendar):
        off = [start for start in rule.exdates if start.date() in cancelled]
        announced.update(start.date() for start in off)
        event = replace(
            _event(edition, record, recurrence, (rule.start, rule.end)),
            uid=_uid(record, recurrence, _rule_name(edition, recurrence, rule)),
            rrule=rule.rrule,
            exdates=tuple(start for start in rule.exdates if start not in off),
        )
        days = [cancelled[start.date()] for start in off]
        instances = [_cancelled_event(edition, record, recurrence, day) for day in days]
        yield event, tuple(replace(each, instance=each.start) for each in instances)
    for day in sorted(cancelled.keys() - announced):
        if _names(recurrence, day):
            event = _cancelled_event(edition, record, recurrence, cancelled[day])
            yield replace(event, uid=_uid(record, recurrence, f"{event.start:%Y%m%dT%H%M}-off")), ()


def _names(recurrence: Recurrence, day: date) -> bool:
    within = recurrence.until is None or day <= recurrence.until
    return within and any(rule_days(recurrence.every, recurrence.first, day, day))


def _cancelled_event(
    edition: Edition, record: Opportunity, recurrence: Recurrence, cancellation: Cancellation
) -> CalendarEvent:
    off = replace(
        recurrence,
        status=SessionStatus.CANCELLED,
        note=cancellation.reason or recurrence.note,
    )
    return _event(edition, record, off, clock_times(cancellation.day, recurrence))


def _event(
    edition: Edition,
    record: Opportunity,
    entry: Session | Recurrence,
    times: tuple[datetime, datetime],
) -> CalendarEvent:
    language, place = edition.language, edition.place
    venues = _venues(edition, record, entry.where)
    topics = (place.taxonomy.term("topics", topic) for topic in record.topics)
    return CalendarEvent(
        uid="",
        stamped=record.checked_on or UNCHECKED,
        start=times[0],
        end=times[1],
        summary=_summary(edition, record, entry.status),
        description="\n\n".join(_said((entry.note, record.alert, record.summary), language)),
        location=_location(edition, record, venues),
        point=_point(venues),
        url=absolute(place.settings.url, edition.prefix + OPPORTUNITY.page(record.id)),
        categories=tuple(topic.label.words(language) for topic in topics if topic),
        cancelled=entry.status is SessionStatus.CANCELLED or _off(record),
    )


def _off(record: Opportunity) -> bool:
    return record.status in (OpportunityStatus.CANCELLED, OpportunityStatus.POSTPONED)


def _summary(edition: Edition, record: Opportunity, status: SessionStatus) -> str:
    """Return the title, with what became of the session: many programs show no STATUS."""
    gettext, title = edition.wording.gettext, record.title.words(edition.language)
    if record.status is OpportunityStatus.POSTPONED:
        return gettext("Postponed: {title}").format(title=title)
    if status is SessionStatus.CANCELLED or record.status is OpportunityStatus.CANCELLED:
        return gettext("Cancelled: {title}").format(title=title)
    if status is SessionStatus.FULL or record.status is OpportunityStatus.FULL:
        return gettext("Full: {title}").format(title=title)
    if status is SessionStatus.MOVED:
        return gettext("Moved: {title}").format(title=title)
    return title


def _said(texts: Iterable[Text], language: str) -> list[str]:
    return [text.words(language) for text in texts if text]


def _venues(edition: Edition, record: Opportunity, where: str) -> tuple[Venue, ...]:
    """Return the session's own venue, else the opportunity's, as far as they may be told."""
    named = [where] if where else [entry.venue for entry in record.where if entry.venue]
    found = (edition.place.venues.get(identifier) for identifier in named)
    return tuple(venue for venue in found if venue and venue.location_shown == "exact")


def _location(edition: Edition, record: Opportunity, venues: tuple[Venue, ...]) -> str:
    if venues:
        return "; ".join(
            ", ".join(filter(None, (venue.title.words(edition.language), venue.address,
                                    venue.postcode)))
            for venue in venues
        )  # fmt: skip
    return next((entry.url for entry in _own(record) if entry.url), "")


def _own(record: Opportunity) -> tuple[WhereEntry, ...]:
    """Return where it happens, if at no venue at all: a hidden venue is not told by its link."""
    return () if record.venues else record.where


def _point(venues: tuple[Venue, ...]) -> Location | None:
    if len(venues) != 1 or venues[0].placing is None or venues[0].placing.approximate:
        return None
    return venues[0].placed


def _uid(record: Opportunity, entry: Session | Recurrence, name: str) -> str:
    """Return an id made of what the event is, so that it outlives its neighbours' coming and going.

    Its place among the entries was rejected: with one session gone, all later ones would turn
    into others, and be imported twice.
    """
    return "-".join(filter(None, (record.id, name, entry.where)))


def _site(edition: Edition) -> str:
    return edition.place.settings.url.partition("://")[2].rstrip("/")


def _rule_name(edition: Edition, recurrence: Recurrence, rule: CalendarRule) -> str:
    """Return the rule's own words, and for one that follows the terms, when its term begins."""
    parts = dict(part.split("=") for part in rule.rrule.split(";"))
    told = [value for name, value in parts.items() if name not in ("UNTIL", "WKST")]
    windows = season_windows(recurrence.during, edition.place.settings.calendar)
    begins = next(begin for begin, end in windows if begin <= rule.start.date() <= end)
    season = "" if begins == date.min else f"{begins:%Y%m%d}"
    name = "-".join(filter(None, (*told, f"{rule.start:%H%M}", season)))
    return name.lower().replace(",", "-")
