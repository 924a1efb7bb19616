"""Opportunities as data."""

from __future__ import annotations

from generator.model.edition import Edition
from generator.model.money import Cost, CostPer
from generator.model.opportunity import HELP, JOIN, KINDS, MODES, Booking, Opportunity
from generator.model.record import Provenance
from generator.model.registry import OPPORTUNITY
from generator.model.schedule import During, Recurrence, Session, SessionStatus, StartRule
from generator.model.status import OpportunityStatus
from generator.rules.addresses import absolute
from generator.rules.costs import CostKind, cost_kind, least_amount
from generator.rules.json_text import Json
from generator.rules.rrules import CalendarRule, as_rrules
from generator.views.calendar_events import has_calendar
from generator.views.data_table import (
    CONTACT_FIELDS,
    FRESHNESS_FIELDS,
    IDENTITY_FIELDS,
    DataField,
    Table,
    Values,
    contact,
    freshness,
    identity,
    organisation_name,
    position,
    words,
)
from generator.views.data_values import (
    DATE,
    LINK,
    LINKS,
    NAME,
    NUMBER,
    SOME_DATE,
    SOME_TEXT,
    SOME_TIME,
    TEXT,
    TEXTS,
    WHOLE,
    YES_NO,
    Schema,
    always,
    array_of,
    listed,
    many_of,
    one_of,
    or_null,
)
from generator.views.labels import marked

SESSIONS = listed(
    start=SOME_TIME,
    end=SOME_TIME,
    during={"enum": tuple(During)},
    rules=array_of(
        start=SOME_TIME,
        end=SOME_TIME,
        rrule=SOME_TEXT,
        exdates={"type": "array", "items": SOME_TIME},
    ),
    cancelled=array_of(date=SOME_DATE, reason=or_null(SOME_TEXT)),
    venue=or_null(SOME_TEXT),
    status={"enum": tuple(SessionStatus)},
    note=or_null(SOME_TEXT),
)
_WHOM: dict[str, Schema] = {"for": {"type": "array", "items": SOME_TEXT}}
PRICES = listed(
    amount={"type": "number", "minimum": 0},
    per={"enum": (*CostPer, None)},
    note=or_null(SOME_TEXT),
    **_WHOM,
)
FIELDS = (
    *IDENTITY_FIELDS,
    DataField("summary", marked("What it is"), TEXT),
    DataField("kind", marked("What kind of thing it is"), always(one_of(KINDS))),
    DataField("status", marked("How it stands"), always(one_of(tuple(OpportunityStatus)))),
    DataField("organisation", marked("The id of who runs it"), TEXT),
    DataField("organisation_name", marked("Who runs it"), TEXT),
    DataField("topics", marked("Ids of what it is about"), TEXTS),
    DataField("skills", marked("Ids of skills it builds"), TEXTS),
    DataField("careers", marked("Ids of careers it helps towards"), TEXTS),
    DataField("badges", marked("Ids of badges that can be earned"), TEXTS),
    DataField("level", marked("How advanced it is"), TEXT),
    DataField("mode", marked("How it happens"), many_of(MODES)),
    DataField("venues", marked("Ids of its venues"), TEXTS),
    DataField("online", marked("Web addresses where it happens"), LINKS),
    DataField(
        "areas", marked("Ids of neighbourhoods where it happens, where it has no venue"), TEXTS
    ),
    DataField("anytime", marked("Whether it can be done at any time"), YES_NO),
    DataField("calendar", marked("Its dates, as a calendar file"), LINK),
    DataField("sessions", marked("Its dates, in local time"), SESSIONS, flat=False),
    DataField("start_rule", marked("When one can begin"), always(one_of(tuple(StartRule)))),
    DataField("enrol_by", marked("The last day to sign up"), DATE),
    DataField("join", marked("How one joins"), many_of(JOIN)),
    DataField("book_url", marked("Where to book"), LINK),
    DataField("book_email", marked("Where to write to book"), TEXT),
    DataField("book_phone", marked("Where to ring to book"), TEXT),
    DataField("age_from", marked("The youngest age"), WHOLE),
    DataField("age_to", marked("The oldest age"), WHOLE),
    DataField("access", marked("Ids of what makes it possible to come"), TEXTS),
    DataField("support", marked("Ids of support that is given"), TEXTS),
    DataField("languages", marked("Languages it is held in"), TEXTS),
    DataField(
        "cost", marked("free, free-if-qualifying, paid or unknown"), always(one_of(tuple(CostKind)))
    ),
    DataField("least_cost", marked("The least that everyone pays at once"), NUMBER),
    DataField("currency", marked("The currency of every amount"), NAME),
    DataField("prices", marked("Its prices, and whom each is for"), PRICES, flat=False),
    DataField("help", marked("Help with the costs of taking part"), many_of(HELP)),
    *CONTACT_FIELDS,
    DataField("source_url", marked("Where the record was taken from"), LINK),
    DataField("source_licence", marked("The licence it came under"), TEXT),
    *FRESHNESS_FIELDS,
)


def opportunity_table() -> Table[Opportunity]:
    """Return the table of opportunities."""
    return Table(
        "opportunities",
        marked("Opportunities"),
        OPPORTUNITY,
        FIELDS,
        lambda edition: edition.place.opportunities.values(),
        _values,
        _shape,
    )


def _values(edition: Edition, record: Opportunity) -> Values:
    least = least_amount(record.costs)
    return {
        **identity(edition, record),
        "summary": words(edition, record.summary),
        "kind": record.kind,
        "status": record.status.value,
        "organisation": record.organisation,
        "organisation_name": organisation_name(edition, record.organisation),
        "topics": record.topics,
        "skills": record.skills,
        "careers": record.careers,
        "badges": record.badges,
        "level": words(edition, record.level.name) if record.level else None,
        "mode": record.mode,
        "venues": record.venues,
        "online": [entry.url for entry in record.where if entry.url],
        "areas": [entry.area for entry in record.where if entry.area],
        **_when(edition, record),
        "join": record.join,
        **_booking(record.book or Booking()),
        "age_from": record.ages.youngest if record.ages else None,
        "age_to": record.ages.oldest if record.ages else None,
        "access": record.access,
        "support": record.support,
        "languages": record.languages or (edition.place.settings.language,),
        "cost": cost_kind(record.costs).value,
        "least_cost": None if least is None else float(least),
        "currency": edition.place.settings.currency,
        "prices": [_price(edition, cost) for cost in record.costs],
        "help": record.help,
        **contact(record.contact),
        **_source(record.source or Provenance()),
        **freshness(record),
    }


def _when(edition: Edition, record: Opportunity) -> Values:
    calendar = f"{edition.prefix}{OPPORTUNITY.page(record.id)}event.ics"
    return {
        "anytime": record.schedule.anytime,
        "calendar": (
            absolute(edition.place.settings.url, calendar) if has_calendar(record) else None
        ),
        "sessions": [_entry(edition, entry) for entry in record.schedule.entries],
        "start_rule": record.start_rule.value,
        "enrol_by": record.enrol_by.isoformat() if record.enrol_by else None,
    }


def _entry(edition: Edition, entry: Session | Recurrence) -> Values:
    when = _session(entry) if isinstance(entry, Session) else _recurrence(edition, entry)
    return {
        **when,
        "venue": entry.where or None,
        "status": entry.status.value,
        "note": words(edition, entry.note),
    }


def _session(session: Session) -> Values:
    return {
        "start": session.start.isoformat(timespec="minutes"),
        "end": session.end.isoformat(timespec="minutes"),
    }


def _recurrence(edition: Edition, recurrence: Recurrence) -> Values:
    rules = as_rrules(recurrence, edition.place.settings.calendar)
    return {
        "during": recurrence.during.value,
        "rules": [_rule(rule) for rule in rules],
        "cancelled": [
            {"date": each.day.isoformat(), "reason": words(edition, each.reason)}
            for each in recurrence.exceptions
        ],
    }


def _rule(rule: CalendarRule) -> Values:
    return {
        "start": rule.start.isoformat(timespec="minutes"),
        "end": rule.end.isoformat(timespec="minutes"),
        "rrule": rule.rrule,
        "exdates": [moment.isoformat(timespec="minutes") for moment in rule.exdates],
    }


def _booking(booking: Booking) -> Values:
    return {
        "book_url": booking.url or None,
        "book_email": booking.email or None,
        "book_phone": booking.phone or None,
    }


def _price(edition: Edition, cost: Cost) -> Values:
    return {
        "amount": float(cost.amount),
        "per": cost.per.value if cost.per else None,
        "for": cost.qualifying,
        "note": words(edition, cost.note),
    }


def _source(source: Provenance) -> Values:
    return {"source_url": source.url or None, "source_licence": source.licence or None}


def _shape(edition: Edition, record: Opportunity) -> Json:
    found = (position(edition.place.venues.get(venue)) for venue in record.venues)
    points = [point for point in found if point]
    if not points:
        return None
    if len(points) == 1:
        return {"type": "Point", "coordinates": points[0]}
    return {"type": "MultiPoint", "coordinates": points}
