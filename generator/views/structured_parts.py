"""What several structured descriptions have in common: who, where, for how much."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.edition import Edition
from generator.model.entries import WhereEntry
from generator.model.money import Cost
from generator.model.opportunity import Opportunity
from generator.model.organisation import Organisation
from generator.model.record import Image
from generator.model.registry import ORGANISATION, VENUE, Kind
from generator.model.venue import Venue
from generator.rules.addresses import absolute
from generator.rules.json_text import Json
from generator.rules.picture_addresses import picture_address

Description = dict[str, Json]

CONTEXT = "https://schema.org"
TERM = "https://schema.org/"
ORGANISATION_TYPES = {"voluntary": "NGO", "education": "EducationalOrganization"}


def filled(description: Description) -> Description:
    """Return a description without what is not known: an empty value would claim something."""
    return {name: value for name, value in description.items() if value not in ("", None, [], {})}


def page_url(edition: Edition, kind: Kind, identifier: str) -> str:
    """Return the full address of a record's page in this edition."""
    return absolute(edition.place.settings.url, edition.prefix + kind.page(identifier))


def organisation_reference(edition: Edition, identifier: str) -> Description | None:
    """Return an organisation as another description names it; None where there is none."""
    found = edition.place.organisations.get(identifier)
    if found is None:
        return None
    return {
        "@type": organisation_type(found),
        "name": found.title.words(edition.language),
        "url": page_url(edition, ORGANISATION, identifier),
    }


def organisation_type(organisation: Organisation) -> str:
    """Return the narrowest schema.org type that its sector makes certain."""
    return ORGANISATION_TYPES.get(organisation.sector, "Organization")


def image_url(edition: Edition, image: Image | None) -> str:
    """Return a picture's full address; "" where there is none to show."""
    picture = edition.place.pictures.get(image.file) if image else None
    if image is None or picture is None:
        return ""
    return absolute(edition.place.settings.url, picture_address(image.file, picture))


def labels(edition: Edition, scheme: str, terms: tuple[str, ...]) -> list[Json]:
    """Return what people read for terms of a scheme."""
    found = (edition.place.taxonomy.term(scheme, term) for term in terms)
    return [term.label.words(edition.language) for term in found if term]


def locations(edition: Edition, opportunity: Opportunity, venue: str = "") -> list[Json]:
    """Return where it happens, or where one session does that has a venue of its own."""
    entries = (WhereEntry(venue=venue),) if venue else opportunity.where
    return list(_locations(edition, entries))


def _locations(edition: Edition, entries: tuple[WhereEntry, ...]) -> Iterator[Description]:
    for entry in entries:
        if entry.venue:
            venue = edition.place.venues.get(entry.venue)
            if venue and venue.location_shown != "hidden":
                yield venue_place(edition, venue)
        elif entry.url:
            yield {"@type": "VirtualLocation", "url": entry.url}
        elif entry.area:
            yield from _area(edition, entry.area)
        elif entry.words:
            yield {"@type": "Place", "name": entry.words.words(edition.language)}


def somewhere(edition: Edition) -> Description:
    """Return the place itself, for what must not be found: an event has to be somewhere."""
    return {"@type": "Place", "name": edition.place.settings.name.words(edition.language)}


def venue_place(edition: Edition, venue: Venue) -> Description:
    """Return a venue as a Place, with no more of its position than may be told.

    A postcode's middle is not given as its point: a machine would take it for the door.
    """
    place: Description = {
        "@type": "Place",
        "name": venue.title.words(edition.language),
        "url": page_url(edition, VENUE, venue.id),
    }
    if venue.location_shown == "exact":
        place["address"] = _address(venue)
        if venue.placed and venue.placing and not venue.placing.approximate:
            place["geo"] = {
                "@type": "GeoCoordinates",
                "latitude": venue.placed.latitude,
                "longitude": venue.placed.longitude,
            }
    if venue.location_shown != "hidden":
        area = list(_area(edition, venue.neighbourhood or venue.area))
        place["containedInPlace"] = area[0] if area else None
    return filled(place)


def _address(venue: Venue) -> Description:
    address = filled({"streetAddress": venue.address, "postalCode": venue.postcode})
    return {"@type": "PostalAddress", **address} if address else {}


def _area(edition: Edition, identifier: str) -> Iterator[Description]:
    area = edition.place.neighbourhoods.get(identifier)
    if area:
        yield {"@type": "Place", "name": area.name.words(edition.language)}


def offers(
    edition: Edition, costs: tuple[Cost, ...], url: str = "", availability: str = ""
) -> list[Json]:
    """Return prices as Offers; whom a price is for stands in its description."""
    return [
        filled(
            {
                "@type": "Offer",
                "price": f"{cost.amount:.2f}",
                "priceCurrency": edition.place.settings.currency,
                "description": "; ".join(_conditions(edition, cost)),
                "url": url,
                "availability": availability,
            }
        )
        for cost in costs
    ]


def _conditions(edition: Edition, cost: Cost) -> Iterator[str]:
    taxonomy, language = edition.place.taxonomy, edition.language
    terms = [
        taxonomy.term("eligibility", term) or taxonomy.term("benefits", term)
        for term in cost.qualifying
    ]
    yield from (term.label.words(language) for term in terms if term)
    if cost.note:
        yield cost.note.words(language)
