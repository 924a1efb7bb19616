"""An opportunity as a service of Open Referral UK: the UK profile of HSDS 3.0.

Outside rule: openreferraluk.org, specification 3.0. What the profile leaves out of HSDS 3.0 and we
know all the same (a contact's telephone, who may come in words) keeps its name there: the profile
lets more be given than it names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.model.edition import Edition
from generator.model.money import Cost
from generator.model.opportunity import Opportunity
from generator.model.organisation import Organisation
from generator.model.record import Contact
from generator.model.registry import OPPORTUNITY, ORGANISATION
from generator.model.status import OpportunityStatus
from generator.views.costs import price_words, qualifying
from generator.views.data_table import record_url
from generator.views.here import Here
from generator.views.open_referral_ids import identifier
from generator.views.open_referral_places import locations, service_areas, service_at_locations
from generator.views.open_referral_schedules import schedules
from generator.views.open_referral_terms import Term, attributes, taxonomy_terms
from generator.views.structured_parts import Description, filled, image_url

NO_SERVICE = ("job", "apprenticeship", "resource")
"""Kinds that are not something done for a person: a post, or a thing to read or use."""

REGISTERS = (
    ("GB-COH", "Company number", "company_number"),
    ("GB-UKPRN", "UK Provider Reference Number", "ukprn"),
)
_STATUSES = {
    OpportunityStatus.CANCELLED: "inactive",
    OpportunityStatus.POSTPONED: "temporarily closed",
    OpportunityStatus.ENDED: "defunct",
}


def is_service(record: Opportunity) -> bool:
    """Say whether an opportunity is a service at all."""
    return record.kind not in NO_SERVICE


def service_id(edition: Edition, record: Opportunity) -> str:
    """Return the UUID of an opportunity."""
    return identifier(edition, OPPORTUNITY.page(record.id))


@dataclass(frozen=True, slots=True)
class Shared:
    """What many services have in common, each of it described once."""

    terms: Mapping[Term, Description]
    venues: Mapping[str, Description]
    organisations: Mapping[str, Description]


def shared_by_services(edition: Edition) -> Shared:
    """Return the terms, venues and organisations of a place as services hold them."""
    return Shared(
        taxonomy_terms(edition),
        locations(edition),
        {each.id: _organization(edition, each) for each in edition.place.organisations.values()},
    )


def service(
    edition: Edition, record: Opportunity, summary: Description, shared: Shared
) -> Description:
    """Return an opportunity with all that belongs to it, which begins with its summary."""
    here = Here(edition, OPPORTUNITY.page(record.id))
    page = here.address
    return filled(
        {
            **summary,
            "schedules": list(schedules(edition, record, shared.venues)),
            "service_areas": list(service_areas(edition, record)),
            "service_at_locations": list(service_at_locations(edition, record, shared.venues)),
            "languages": [
                {"id": identifier(edition, f"{page}#language-{tag}"), "code": tag}
                for tag in record.languages or (edition.place.settings.language,)
            ],
            "funding": [
                {
                    "id": identifier(edition, f"{page}#funding-{number}"),
                    "source": programme.name.words(edition.language),
                }
                for number, programme in enumerate(record.programmes)
            ],
            "cost_options": [
                _cost(here, cost, f"{page}#cost-{number}")
                for number, cost in enumerate(record.costs)
            ],
            "contacts": list(_contacts(edition, record.contact, page)),
            "attributes": list(attributes(edition, record, shared.terms)),
        }
    )


def service_summary(edition: Edition, record: Opportunity, shared: Shared) -> Description:
    """Return an opportunity as it stands in a list: what it has one of, and who runs it."""
    language = edition.language
    contact = record.contact or Contact()
    return filled(
        {
            "id": service_id(edition, record),
            "name": record.title.words(language),
            "description": record.summary.words(language),
            "url": record_url(edition, record),
            "email": contact.email,
            "status": _STATUSES.get(record.status, "active"),
            "minimum_age": record.ages.youngest if record.ages else None,
            "maximum_age": record.ages.oldest if record.ages else None,
            "eligibility_description": record.eligible.note.words(language)
            if record.eligible
            else "",
            "assured_date": _day(record.checked_on),
            "last_modified": f"{record.checked_on}T00:00:00.000Z" if record.checked_on else "",
            "alert": record.alert.words(language),
            "organization": shared.organisations.get(record.organisation),
        }
    )


def _organization(edition: Edition, record: Organisation) -> Description:
    contact = record.contact or Contact()
    language, page = edition.language, ORGANISATION.page(record.id)
    return filled(
        {
            "id": identifier(edition, page),
            "name": record.title.words(language),
            "description": record.summary.words(language),
            "email": contact.email,
            "website": record.url,
            "uri": record_url(edition, record),
            "logo": image_url(edition, record.logo),
            "organization_identifiers": [
                {
                    "id": identifier(edition, f"{page}#{scheme}"),
                    "identifier_scheme": scheme,
                    "identifier_type": register,
                    "identifier": number,
                }
                for scheme, register, number in _registered(record)
            ],
        }
    )


def _registered(record: Organisation) -> Iterator[tuple[str, str, str]]:
    """Yield the registers that an organisation is in, by their codes in org-id.guide."""
    if record.charity_number:
        scheme = "GB-SC" if record.charity_number.startswith("SC") else "GB-CHC"
        yield scheme, "Charity number", record.charity_number
    for scheme, register, name in REGISTERS:
        number = getattr(record, name)
        if number:
            yield scheme, register, number


def _cost(here: Here, cost: Cost, address: str) -> Description:
    whom = [said.words for said in qualifying(here, cost.qualifying)]
    return filled(
        {
            "id": identifier(here.edition, address),
            "option": "; ".join(whom),
            "amount": float(cost.amount),
            "amount_description": "; ".join(
                filter(None, (price_words(here, cost), cost.note.words(here.language)))
            ),
        }
    )


def _contacts(edition: Edition, contact: Contact | None, page: str) -> Iterator[Description]:
    if not contact:
        return
    number = identifier(edition, f"{page}#phone")
    yield filled(
        {
            "id": identifier(edition, f"{page}#contact"),
            "name": contact.name.words(edition.language),
            "title": contact.role.words(edition.language),
            "email": contact.email,
            "phones": [{"id": number, "number": contact.phone}] if contact.phone else [],
        }
    )


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
