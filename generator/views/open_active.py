"""Physical activities as OpenActive describes them: one event, a course, or a series of sessions.

Outside rule: openactive.io, Modelling Opportunity Data 2.0. It demands of each a date, a place that
one can find, somebody who runs it, what it costs, and an activity of its own list. So what a place
has of sport and dance is in these feeds, where its taxonomy says which activities its topics are;
a course in book-keeping, a job or a thing to read is not.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.edition import Edition
from generator.model.entries import WhereEntry
from generator.model.opportunity import Opportunity
from generator.model.prospect import Prospect
from generator.model.registry import ORGANISATION, VENUE
from generator.model.schedule import Session
from generator.model.status import OpportunityStatus
from generator.model.venue import Venue
from generator.rules.addresses import absolute
from generator.rules.ages import ages_admitted
from generator.rules.costs import free_for_everyone
from generator.rules.json_text import Json
from generator.views.data_opportunities import opportunity_table
from generator.views.data_table import door, record_url
from generator.views.open_active_dates import event_dates, series_dates
from generator.views.open_referral_places import NATIONS
from generator.views.structured_parts import TERM, Description, filled, image_url, labels

CONTEXT = ("https://openactive.io/", "https://openactive.io/ns-beta")
EVENT, COURSE, SERIES = "Event", "CourseInstance", "SessionSeries"
TYPES = (EVENT, COURSE, SERIES)
"""Each has a feed of its own."""

COURSES = ("course", "holiday-club")
KINDS = ("workshop", "course", "taster", "event", "club", "holiday-club", "workplace-visit")
ACTIVITIES = "https://openactive.io/activity-list"
_STATUSES = {
    OpportunityStatus.CANCELLED: "EventCancelled",
    OpportunityStatus.POSTPONED: "EventPostponed",
}


def open_active_type(edition: Edition, record: Opportunity) -> str:
    """Return which of the types an opportunity is; "" for one that is none.

    A course has a last day. What goes on without end, or is open at each of several dates, is a
    series of sessions.
    """
    if record.kind not in KINDS or not record.schedule.entries:
        return ""
    entries = record.schedule.entries
    prospect = edition.place.prospects.get(record.id, Prospect())
    if record.kind in COURSES and prospect.last_day:
        return COURSE
    return EVENT if len(entries) == 1 and isinstance(entries[0], Session) else SERIES


def in_open_active(edition: Edition) -> dict[str, tuple[Opportunity, ...]]:
    """Return the listed opportunities of each type that have all that the standard demands."""
    found: dict[str, list[Opportunity]] = {kind: [] for kind in TYPES}
    for record in opportunity_table().listed(edition):
        kind = open_active_type(edition, record)
        if kind and _is_whole(edition, record):
            found[kind].append(record)
    return {kind: tuple(records) for kind, records in found.items()}


def _is_whole(edition: Edition, record: Opportunity) -> bool:
    place = edition.place
    return (
        bool(record.costs)
        and record.organisation in place.organisations
        and any(_activity(edition, record))
        and bool(_location(edition, record))
    )


def open_active(edition: Edition, record: Opportunity) -> Description:
    """Return an opportunity as its type."""
    kind = open_active_type(edition, record)
    dates = event_dates(edition, record) if kind == EVENT else series_dates(edition, record, kind)
    language = edition.language
    return filled(
        {
            "@context": CONTEXT,
            "@type": kind,
            "@id": record_url(edition, record),
            "identifier": record.id,
            "url": record_url(edition, record),
            "name": record.title.words(language),
            "description": record.summary.words(language),
            "eventStatus": TERM + _STATUSES.get(record.status, "EventScheduled"),
            **dates,
            "location": _location(edition, record),
            "activity": list(_activity(edition, record)),
            "category": labels(edition, "topics", record.topics),
            "organizer": _organizer(edition, record.organisation),
            "offers": _offers(edition, record),
            "ageRange": _ages(edition, record),
            "isAccessibleForFree": free_for_everyone(record.costs),
            "level": [record.level.name.words(language)] if record.level else [],
            "maximumAttendeeCapacity": record.spaces,
            "image": _image(edition, record),
        }
    )


def _image(edition: Edition, record: Opportunity) -> list[Json]:
    address = image_url(edition, record.image)
    return [{"@type": "ImageObject", "url": address}] if address else []


def _ages(edition: Edition, record: Opportunity) -> Description:
    """Return the ages, no lower end being said as 0: left out, it would be read as 18."""
    nation = edition.place.settings.nation
    ages = ages_admitted(record.ages, record.school_years, nation)
    given = {"minValue": ages.youngest or 0, "maxValue": ages.oldest}
    return filled({"@type": "QuantitativeValue", **given})


def _organizer(edition: Edition, identifier: str) -> Description:
    found = edition.place.organisations.get(identifier)
    if found is None:
        return {}
    contact = found.contact
    page = absolute(edition.place.settings.url, edition.prefix + ORGANISATION.page(identifier))
    return filled(
        {
            "@type": "Organization",
            "@id": page,
            "name": found.title.words(edition.language),
            "url": found.url or page,
            "telephone": contact.phone if contact else "",
        }
    )


def _offers(edition: Edition, record: Opportunity) -> list[Json]:
    page = record_url(edition, record)
    book = (record.book.url if record.book else "") or page
    return [
        filled(
            {
                "@type": "Offer",
                "@id": f"{page}#offer-{number}",
                "name": "; ".join(_whom(edition, cost.qualifying)),
                "description": cost.note.words(edition.language),
                "price": float(cost.amount),
                "priceCurrency": "" if cost.free else edition.place.settings.currency,
                "url": book,
            }
        )
        for number, cost in enumerate(record.costs)
    ]


def _whom(edition: Edition, terms: tuple[str, ...]) -> Iterator[str]:
    """Yield whom a price is for, as a name that every offer must have."""
    taxonomy = edition.place.taxonomy
    for term in terms:
        found = taxonomy.term("eligibility", term) or taxonomy.term("benefits", term)
        if found:
            yield found.label.words(edition.language)
    if not terms:
        yield edition.wording.gettext("Everyone")


def _activity(edition: Edition, record: Opportunity) -> Iterator[Description]:
    """Yield which activities of OpenActive's list it is, by the names that they have there."""
    for topic in record.topics:
        term = edition.place.taxonomy.term("topics", topic)
        aligned = term.alignment if term else None
        if term and aligned and aligned.url.startswith(f"{ACTIVITIES}#"):
            yield {
                "@type": "Concept",
                "@id": aligned.url,
                "prefLabel": aligned.code or term.label.words(edition.language),
                "inScheme": ACTIVITIES,
            }


def _location(edition: Edition, record: Opportunity) -> Description:
    """Return the first venue that one can find: a door, or an address."""
    entries = (*record.where, *(WhereEntry(venue=each) for each in record.venues))
    for entry in entries:
        venue = edition.place.venues.get(entry.venue)
        place = _place(edition, venue) if venue and venue.location_shown == "exact" else {}
        if place.get("geo") or place.get("address"):
            return place
    return {}


def _place(edition: Edition, venue: Venue) -> Description:
    at = door(venue)
    geo: Description = {}
    if at:
        geo = {"@type": "GeoCoordinates", "latitude": at[1], "longitude": at[0]}
    page = absolute(edition.place.settings.url, edition.prefix + VENUE.page(venue.id))
    return filled(
        {
            "@type": "Place",
            "@id": page,
            "url": page,
            "name": venue.title.words(edition.language),
            "address": _address(edition, venue),
            "geo": geo,
        }
    )


def _address(edition: Edition, venue: Venue) -> Description:
    """Return an address in the parts that the standard demands; nothing where one is missing."""
    settings = edition.place.settings
    street, _, town = venue.address.rpartition(",")
    if not street or not venue.postcode or settings.nation not in NATIONS:
        return {}
    return {
        "@type": "PostalAddress",
        "streetAddress": street.strip(),
        "addressLocality": town.strip(),
        "addressRegion": NATIONS[settings.nation],
        "postalCode": venue.postcode,
        "addressCountry": "GB",
    }
