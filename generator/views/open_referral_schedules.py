"""When a service of Open Referral UK is on: RFC 5545 rules in fields of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator
from datetime import datetime

from generator.model.edition import Edition
from generator.model.opportunity import Opportunity
from generator.model.registry import OPPORTUNITY
from generator.model.schedule import Recurrence, Session, SessionStatus
from generator.rules.rrules import CalendarRule, as_rrules
from generator.views.labels import marked
from generator.views.open_referral_ids import identifier
from generator.views.open_referral_places import at_location_id
from generator.views.structured_parts import Description, filled

EVERY_DAY = "MO,TU,WE,TH,FR,SA,SU"
BECAME = {SessionStatus.CANCELLED: marked("Cancelled"), SessionStatus.FULL: marked("Full")}


def schedules(
    edition: Edition, record: Opportunity, venues: Container[str]
) -> Iterator[Description]:
    """Yield each date, and each rule of each recurrence; ``venues`` are those that may be told of.

    An id is made of what it is of, so that it outlives its neighbours' coming and going.
    """
    page = OPPORTUNITY.page(record.id)
    seen: Counter[str] = Counter()
    for entry in record.schedule.entries:
        there: Description = {}
        if entry.where in venues:
            there = {"service_at_location_id": at_location_id(edition, record, entry.where)}
        notes = "; ".join(_notes(edition, entry))
        for told in _told(edition, entry):
            name = "-".join(str(value) for value in (*there.values(), *told.values()))
            seen[name] += 1
            own = identifier(edition, f"{page}#schedule-{name}-{seen[name]}")
            yield filled({"id": own, **there, **told, "notes": notes})


def _told(edition: Edition, entry: Session | Recurrence) -> Iterator[Description]:
    if isinstance(entry, Session):
        yield _times(entry.start, entry.end, valid_to=entry.end.date().isoformat())
        return
    for rule in as_rrules(entry, edition.place.settings.calendar):
        yield {**_times(rule.start, rule.end, _until(entry, rule)), **_rule(rule)}


def _times(start: datetime, end: datetime, valid_to: str) -> Description:
    return {
        "valid_from": start.date().isoformat(),
        "valid_to": valid_to,
        "dtstart": start.date().isoformat(),
        "opens_at": f"{start:%H:%M}",
        "closes_at": f"{end:%H:%M}",
    }


def _until(recurrence: Recurrence, rule: CalendarRule) -> str:
    """Return the last day of a rule, which for one that follows the terms is its own."""
    until = dict(part.split("=") for part in rule.rrule.split(";")).get("UNTIL", "")
    if until:
        return f"{until[:4]}-{until[4:6]}-{until[6:8]}"
    return recurrence.until.isoformat() if recurrence.until else ""


def _rule(rule: CalendarRule) -> Description:
    """Return a rule's parts. The profile knows no daily rule: it is every day of the week."""
    parts = dict(part.split("=") for part in rule.rrule.split(";"))
    interval = int(parts.get("INTERVAL", "1"))
    if parts["FREQ"] == "DAILY":
        if interval == 1:
            return {"freq": "WEEKLY", "interval": 1, "byday": EVERY_DAY}
        return {"description": rule.rrule}
    return {
        "freq": parts["FREQ"],
        "interval": interval,
        "byday": parts.get("BYDAY", ""),
        "bymonthday": parts.get("BYMONTHDAY", ""),
    }


def _notes(edition: Edition, entry: Session | Recurrence) -> Iterator[str]:
    """Yield what the fields cannot hold: what became of it, and the days it is called off."""
    if entry.status in BECAME:
        yield edition.wording.gettext(BECAME[entry.status])
    if entry.note:
        yield entry.note.words(edition.language)
    for each in entry.exceptions if isinstance(entry, Recurrence) else ():
        yield edition.wording.gettext("Not on {date}").format(date=each.day.isoformat())
