"""Venues, organisations and pathways as data."""

from __future__ import annotations

from generator.model.edition import Edition
from generator.model.location import Placing
from generator.model.organisation import SECTORS, Organisation
from generator.model.pathway import DESTINATIONS, Destination, Option, Pathway, Step
from generator.model.registry import ORGANISATION, PATHWAY, VENUE
from generator.model.venue import SHOWN, Venue
from generator.rules.json_text import Json
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
    position,
    words,
)
from generator.views.data_values import (
    LINK,
    NUMBER,
    SOME_TEXT,
    TEXT,
    TEXTS,
    always,
    array_of,
    listed,
    one_of,
)
from generator.views.labels import marked

STEPS = listed(
    optional={"type": "boolean"},
    choose={"type": "integer", "minimum": 0},
    of=array_of(opportunity=SOME_TEXT, badge=SOME_TEXT, text=SOME_TEXT, url=SOME_TEXT),
)
VENUE_FIELDS = (
    *IDENTITY_FIELDS,
    DataField(
        "location_shown",
        marked("How much is told of where it is: exact, area or hidden"),
        always(one_of(SHOWN)),
    ),
    DataField("address", marked("Street and town"), TEXT),
    DataField("postcode", marked("Its postcode"), TEXT),
    DataField("uprn", marked("Unique Property Reference Number"), TEXT),
    DataField("longitude", marked("Degrees east (WGS84)"), NUMBER),
    DataField("latitude", marked("Degrees north (WGS84)"), NUMBER),
    DataField(
        "position_from",
        marked("What gave its position; postcode and area are approximate"),
        one_of(tuple(Placing)),
    ),
    DataField("neighbourhood", marked("The id of the neighbourhood it is in"), TEXT),
    DataField("transport", marked("How to get there without a car"), TEXT),
    DataField("opening", marked("When it is open"), TEXT),
    DataField("access", marked("Ids of what makes it possible to come"), TEXTS),
    DataField("facilities", marked("Ids of what there is"), TEXTS),
    *FRESHNESS_FIELDS,
)
ORGANISATION_FIELDS = (
    *IDENTITY_FIELDS,
    DataField("summary", marked("Who they are"), TEXT),
    DataField("sector", marked("voluntary, public, business or education"), one_of(SECTORS)),
    DataField("website", marked("Their website"), LINK),
    *CONTACT_FIELDS,
    DataField("charity_number", marked("Charity number"), TEXT),
    DataField("company_number", marked("Company number"), TEXT),
    DataField("ukprn", marked("Number in the UK Register of Learning Providers"), TEXT),
    DataField("data_licence", marked("The licence their records are under"), TEXT),
    *FRESHNESS_FIELDS,
)
PATHWAY_FIELDS = (
    *IDENTITY_FIELDS,
    DataField("summary", marked("Where it leads"), TEXT),
    DataField("goal", marked("What somebody can do at the end"), TEXT),
    DataField("audience", marked("Whom it is for"), TEXT),
    DataField("destination", marked("What it leads to"), TEXT),
    DataField("destination_kind", marked("Work, or what leads to it"), one_of(DESTINATIONS)),
    DataField("destination_url", marked("Where to read about that"), LINK),
    DataField("topics", marked("Ids of what it is about"), TEXTS),
    DataField("skills", marked("Ids of skills it builds"), TEXTS),
    DataField("careers", marked("Ids of careers it leads to"), TEXTS),
    DataField("steps", marked("Its steps, in order"), STEPS, flat=False),
    *FRESHNESS_FIELDS,
)


def venue_table() -> Table[Venue]:
    """Return the table of venues; of one not shown exactly, nothing leads to its door."""
    return Table(
        "venues",
        marked("Venues"),
        VENUE,
        VENUE_FIELDS,
        lambda edition: edition.place.venues.values(),
        _venue,
        _point,
    )


def _venue(edition: Edition, record: Venue) -> Values:
    exact = record.location_shown == "exact"
    hidden = record.location_shown == "hidden"
    longitude, latitude = position(record) or (None, None)
    placing = record.placing if longitude is not None else None
    return {
        **identity(edition, record),
        "location_shown": record.location_shown,
        "address": (record.address or None) if exact else None,
        "postcode": (record.postcode or None) if exact else None,
        "uprn": (record.uprn or None) if exact else None,
        "longitude": longitude,
        "latitude": latitude,
        "position_from": placing.value if placing else None,
        "neighbourhood": None if hidden else record.neighbourhood or record.area or None,
        "transport": words(edition, record.transport) if exact else None,
        "opening": words(edition, record.opening),
        "access": record.access,
        "facilities": record.facilities,
        **freshness(record),
    }


def _point(_edition: Edition, record: Venue) -> Json:
    point = position(record)
    return {"type": "Point", "coordinates": point} if point else None


def organisation_table() -> Table[Organisation]:
    """Return the table of organisations."""
    return Table(
        "organisations",
        marked("Organisations"),
        ORGANISATION,
        ORGANISATION_FIELDS,
        lambda edition: edition.place.organisations.values(),
        _organisation,
    )


def _organisation(edition: Edition, record: Organisation) -> Values:
    return {
        **identity(edition, record),
        "summary": words(edition, record.summary),
        "sector": record.sector,
        "website": record.url or None,
        **contact(record.contact),
        "charity_number": record.charity_number or None,
        "company_number": record.company_number or None,
        "ukprn": record.ukprn or None,
        "data_licence": record.data_licence or None,
        **freshness(record),
    }


def pathway_table() -> Table[Pathway]:
    """Return the table of pathways."""
    return Table(
        "pathways",
        marked("Pathways"),
        PATHWAY,
        PATHWAY_FIELDS,
        lambda edition: edition.place.pathways.values(),
        _pathway,
    )


def _pathway(edition: Edition, record: Pathway) -> Values:
    destination = record.destination or Destination()
    return {
        **identity(edition, record),
        "summary": words(edition, record.summary),
        "goal": words(edition, record.goal),
        "audience": words(edition, record.audience),
        "destination": words(edition, destination.title),
        "destination_kind": destination.kind or None,
        "destination_url": destination.url or None,
        "topics": record.topics,
        "skills": record.skills,
        "careers": record.careers,
        "steps": [_step(edition, step) for step in record.steps],
        **freshness(record),
    }


def _step(edition: Edition, step: Step) -> Values:
    options = [_option(edition, option) for option in step.options]
    return {"optional": step.optional, "choose": step.choose or len(options), "of": options}


def _option(edition: Edition, option: Option) -> Values:
    given = {
        "opportunity": option.opportunity,
        "badge": option.badge,
        "text": option.text.words(edition.language),
        "url": option.url,
    }
    return {name: value for name, value in given.items() if value}
