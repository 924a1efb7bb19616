"""Calendar files: one beside each opportunity that has dates, and one of the whole place."""

from __future__ import annotations

from generator.model.artifact import Artifact
from generator.model.calendar_event import CalendarEvent, CalendarFile
from generator.model.edition import Edition, Output, Produced
from generator.model.registry import OPPORTUNITY
from generator.ports import CalendarWriter
from generator.rules.zone_onsets import zone_onsets
from generator.views.calendar_events import calendar_events, has_calendar

EVENT_FILE = "event.ics"
WHOLE = "whats-on/calendar.ics"


def calendars(writer: CalendarWriter) -> Output:
    """Return the output that makes ``event.ics`` files and ``whats-on/calendar.ics``.

    Every edition has its own, because a calendar program shows the words that it was given.
    """

    def make(edition: Edition) -> Produced:
        dated = [
            (record, calendar_events(edition, record))
            for record in edition.place.opportunities.values()
            if has_calendar(record)
        ]
        own = [
            Artifact(
                edition.prefix + OPPORTUNITY.page(record.id) + EVENT_FILE,
                writer.write(_file(edition, record.title.words(edition.language), events)),
                record.path,
            )
            for record, events in dated
        ]
        listed = [
            event
            for record, events in dated
            if edition.place.listed(OPPORTUNITY.name, record.id)
            for event in events
        ]
        name = edition.wording.gettext("What’s on in {place}").format(
            place=edition.place.settings.name.words(edition.language)
        )
        whole = Artifact(edition.prefix + WHOLE, writer.write(_file(edition, name, tuple(listed))))
        return Produced(artifacts=(*own, whole))

    return make


def _file(edition: Edition, name: str, events: tuple[CalendarEvent, ...]) -> CalendarFile:
    zone = edition.place.settings.timezone
    return CalendarFile(name, edition.language, zone, zone_onsets(zone), events)
