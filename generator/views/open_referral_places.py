"""Where a service of Open Referral UK is: its locations, and the areas whose people it is for.

A venue that is not shown exactly has no address, position or number here, and one that is hidden is
no location at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model.edition import Edition
from generator.model.entries import WhereEntry
from generator.model.opportunity import Opportunity
from generator.model.registry import OPPORTUNITY, VENUE
from generator.model.venue import Venue
from generator.views.data_table import door
from generator.views.open_referral_ids import identifier
from generator.views.structured_parts import Description, filled, labels

NATIONS = {
    "england": "England",
    "wales": "Wales",
    "scotland": "Scotland",
    "northern-ireland": "Northern Ireland",
}


def at_location_id(edition: Edition, record: Opportunity, venue: str) -> str:
    """Return the UUID of an opportunity at one of its venues."""
    return identifier(edition, f"{OPPORTUNITY.page(record.id)}#at-{venue}")


def locations(edition: Edition) -> dict[str, Description]:
    """Return every venue that may be told of."""
    return {
        venue.id: _venue(edition, venue)
        for venue in edition.place.venues.values()
        if venue.location_shown != "hidden"
    }


def service_at_locations(
    edition: Edition, record: Opportunity, venues: Mapping[str, Description]
) -> Iterator[Description]:
    """Yield where an opportunity happens, each place once."""
    for venue in record.venues:
        if venue in venues:
            yield {"id": at_location_id(edition, record, venue), "location": venues[venue]}
    page = OPPORTUNITY.page(record.id)
    for number, entry in enumerate(record.where):
        told = _elsewhere(edition, entry)
        if told:
            own = identifier(edition, f"{page}#where-{number}")
            location = {"id": identifier(edition, f"{page}#location-{number}"), **told}
            yield {"id": own, "location": location}


def service_areas(edition: Edition, record: Opportunity) -> Iterator[Description]:
    """Yield where one must live to take part."""
    page = OPPORTUNITY.page(record.id)
    for number, home in enumerate(record.eligible.lives_in if record.eligible else ()):
        area = edition.place.neighbourhoods.get(home.original)
        name = (area.name if area else home).words(edition.language)
        yield {"id": identifier(edition, f"{page}#area-{number}"), "name": name}


def _elsewhere(edition: Edition, entry: WhereEntry) -> Description:
    """Return a place that has no record; nothing for one that has."""
    if entry.url:
        online = edition.wording.gettext("Online")
        return {"location_type": "virtual", "name": online, "description": entry.url}
    area = edition.place.neighbourhoods.get(entry.area)
    words = (area.name if area else entry.words).words(edition.language)
    return {"location_type": "physical", "name": words} if words else {}


def _venue(edition: Edition, venue: Venue) -> Description:
    page = VENUE.page(venue.id)
    area = edition.place.neighbourhoods.get(venue.neighbourhood or venue.area)
    longitude, latitude = door(venue) or (None, None)
    exact = venue.location_shown == "exact"
    uprn = venue.uprn if exact else ""
    return filled(
        {
            "id": identifier(edition, page),
            "location_type": "physical",
            "name": venue.title.words(edition.language),
            "description": area.name.words(edition.language) if area else "",
            "latitude": latitude,
            "longitude": longitude,
            "external_identifier": uprn,
            "external_identifier_type": "UPRN" if uprn else "",
            "addresses": [_address(edition, venue)] if exact and venue.postcode else [],
            "accessibility": [
                {"id": identifier(edition, f"{page}#access-{number}"), "description": words}
                for number, words in enumerate(labels(edition, "access", venue.access))
            ],
        }
    )


def _address(edition: Edition, venue: Venue) -> Description:
    """Return an address in the parts that the profile demands.

    A record has it on one line, so the town is what stands behind its last comma.
    """
    settings = edition.place.settings
    street, comma, town = venue.address.rpartition(",")
    return {
        "id": identifier(edition, f"{VENUE.page(venue.id)}#address"),
        "address_1": (street if comma else town).strip() or venue.title.words(edition.language),
        "city": town.strip() if comma else settings.name.words(edition.language),
        "state_province": NATIONS[settings.nation],
        "postal_code": venue.postcode,
        "country": "GB",
        "address_type": "physical",
    }
