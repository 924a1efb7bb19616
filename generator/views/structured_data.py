"""What search engines are told of a page, in schema.org's words.

Each function returns a plain mapping; ``rules.json_text.script_json`` makes of it what stands in

    <script type="application/ld+json">{{ view.structured }}</script>

That element holds data, which no browser runs, so ``default-src 'self'`` allows it. Records speak
through it, so it must never be built by a template from strings. A view gives::

    structured=script_json(structured_data.opportunity(here.edition, record))

and a page that shows several things gives them as a list: ``script_json([badge, breadcrumbs])``.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.badge import Badge
from generator.model.edition import Edition
from generator.model.organisation import Organisation
from generator.model.record import Contact
from generator.model.registry import BADGE, ORGANISATION
from generator.model.venue import Venue
from generator.rules.addresses import absolute
from generator.rules.badge_images import badge_image_address
from generator.views.open_badges import ACHIEVEMENT, document_id, has_documents
from generator.views.structured_opportunity import opportunity
from generator.views.structured_parts import (
    CONTEXT,
    Description,
    filled,
    image_url,
    labels,
    organisation_reference,
    organisation_type,
    page_url,
    venue_place,
)

__all__ = ["badge", "breadcrumbs", "opportunity", "organisation", "venue", "website"]


def badge(edition: Edition, record: Badge) -> Description:
    """Return a badge as an EducationalOccupationalCredential."""
    place, language = edition.place, edition.language
    identity = document_id(place, BADGE.page(record.id), ACHIEVEMENT)
    return filled(
        {
            "@context": CONTEXT,
            "@type": "EducationalOccupationalCredential",
            "url": page_url(edition, BADGE, record.id),
            "identifier": identity if has_documents(record, place) else "",
            "credentialCategory": "badge",
            "name": record.title.words(language),
            "description": record.summary.words(language),
            "image": absolute(place.settings.url, badge_image_address(record, place)),
            "creator": organisation_reference(edition, record.issuer),
            "competencyRequired": labels(edition, "skills", record.skills),
            "keywords": labels(edition, "topics", record.topics),
            "educationalLevel": record.level.name.words(language) if record.level else "",
            "educationalAlignment": [
                filled(
                    {
                        "@type": "AlignmentObject",
                        "educationalFramework": alignment.framework,
                        "targetName": alignment.name.words(language),
                        "targetUrl": alignment.url,
                    }
                )
                for alignment in record.alignments
            ],
            "version": record.version,
        }
    )


def organisation(edition: Edition, record: Organisation) -> Description:
    """Return an organisation as an Organization, or what narrower type its sector makes certain."""
    numbers = (
        ("charity number", record.charity_number),
        ("company number", record.company_number),
        ("UKPRN", record.ukprn),
    )
    return filled(
        {
            "@context": CONTEXT,
            "@type": organisation_type(record),
            "url": page_url(edition, ORGANISATION, record.id),
            "sameAs": record.url,
            "name": record.title.words(edition.language),
            "description": record.summary.words(edition.language),
            "logo": image_url(edition, record.logo),
            "contactPoint": _contact_point(edition, record.contact),
            "identifier": [
                {"@type": "PropertyValue", "propertyID": register, "value": number}
                for register, number in numbers
                if number
            ],
        }
    )


def venue(edition: Edition, record: Venue) -> Description:
    """Return a venue as a Place, with no more of its position than may be told."""
    amenities = [
        *labels(edition, "facilities", record.facilities),
        *labels(edition, "access", record.access),
    ]
    return filled(
        {
            "@context": CONTEXT,
            **venue_place(edition, record),
            "amenityFeature": [
                {"@type": "LocationFeatureSpecification", "name": amenity, "value": True}
                for amenity in amenities
            ],
        }
    )


def breadcrumbs(edition: Edition, trail: Iterable[tuple[str, str]]) -> Description:
    """Return the way to a page: pairs of name and address within the edition (``badges/``)."""
    root = edition.place.settings.url + edition.prefix
    return {
        "@context": CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": root + address}
            for position, (name, address) in enumerate(trail, start=1)
        ],
    }


def website(edition: Edition) -> Description:
    """Return the whole site, for its home page."""
    settings, language = edition.place.settings, edition.language
    return filled(
        {
            "@context": CONTEXT,
            "@type": "WebSite",
            "url": settings.url + edition.prefix,
            "name": settings.name.words(language),
            "description": settings.tagline.words(language),
            "inLanguage": language,
        }
    )


def _contact_point(edition: Edition, contact: Contact | None) -> Description:
    if contact is None or not (contact.email or contact.phone or contact.url):
        return {}
    return filled(
        {
            "@type": "ContactPoint",
            "contactType": contact.role.words(edition.language),
            "email": contact.email,
            "telephone": contact.phone,
            "url": contact.url,
        }
    )
