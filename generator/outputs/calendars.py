"""Calendar files: one beside each opportunity that has dates, and those that one subscribes to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.model.artifact import Artifact
from generator.model.calendar_event import CalendarFile
from generator.model.edition import Edition, Output, Produced
from generator.model.registry import OPPORTUNITY
from generator.ports import CalendarWriter
from generator.rules.zone_onsets import zone_onsets
from generator.views.calendar_events import calendar_events, has_calendar
from generator.views.subscriptions import CALENDAR_FILE, calendar_name

EVENT_FILE = "event.ics"


def calendars(writer: CalendarWriter) -> Output:
    """Return the output that makes an ``event.ics`` beside opportunities, and ``calendar.ics``.

    That stands beside What's on, and beside every topic, neighbourhood and organisation, also
    where it is empty: whoever subscribed must not lose it while nothing is on. Every edition has
    its own, because a calendar program shows the words that it was given.
    """

    def make(edition: Edition) -> Produced:
        place = edition.place
        zone = place.settings.timezone
        written = {
            identifier: writer.events(calendar_events(edition, record), zone)
            for identifier, record in place.opportunities.items()
            if has_calendar(record)
        }

        def file(address: str, name: str, held: Iterable[str], source: str = "") -> Artifact:
            events = tuple(written[identifier] for identifier in held if identifier in written)
            calendar = CalendarFile(name, edition.language, zone, zone_onsets(zone), events)
            return Artifact(edition.prefix + address, writer.file(calendar), source)

        own = []
        for identifier in written:
            record = place.opportunities[identifier]
            title, address = record.title.words(edition.language), OPPORTUNITY.page(identifier)
            own.append(file(address + EVENT_FILE, title, (identifier,), record.path))
        shared = (
            file(address + CALENDAR_FILE, calendar_name(edition, name), held)
            for address, (name, held) in subscribed(edition).items()
        )
        return Produced(artifacts=(*own, *shared))

    return make


def subscribed(edition: Edition) -> Mapping[str, tuple[str, Iterable[str]]]:
    """Return, by page, what each calendar that one subscribes to is of, and its opportunities."""
    place, language = edition.place, edition.language
    links = place.links
    found: dict[str, tuple[str, Iterable[str]]] = {
        "whats-on/": (
            "",
            [each for each in place.opportunities if place.listed(OPPORTUNITY.name, each)],
        )
    }
    by_topic = links.opportunities_by_term.get("topics", {})
    for term in place.taxonomy.topics:
        found[f"topics/{term.id}/"] = (term.label.words(language), by_topic.get(term.id, ()))
    for area in place.neighbourhoods.values():
        held = links.opportunities_in.get(area.id, ())
        found[f"neighbourhoods/{area.id}/"] = (area.name.words(language), held)
    for organisation in place.organisations.values():
        run = links.run_by.get(organisation.id, ())
        found[f"organisations/{organisation.id}/"] = (organisation.title.words(language), run)
    return found
