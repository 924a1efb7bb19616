"""Links to records and to the words they are described with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.model.record import Record
from generator.model.registry import (
    BADGE,
    OPPORTUNITY,
    ORGANISATION,
    PATHWAY,
    VENUE,
    Kind,
)
from generator.model.said import Said
from generator.model.taxonomy import TaxonomyTerm
from generator.views.here import Here

PAGED_SCHEMES = ("topics", "skills", "careers")
"""The schemes whose terms have a page of their own."""


@dataclass(frozen=True, slots=True)
class Link:
    """Somewhere to go, or only a name where there is no page to go to."""

    words: Said
    """What it is called."""
    href: str = ""
    """Where it leads from this page; "" where it is only words."""
    note: str = ""
    """What else to say of it, such as how many there are."""


def record_link(here: Here, kind: Kind, identifier: str) -> Link | None:
    """Return the link to a record's page, or None where the site has no such record."""
    record = held(here, kind).get(identifier)
    return Link(here.said(record.title), here.page(kind.page(identifier))) if record else None


def record_links(here: Here, kind: Kind, identifiers: Iterable[str]) -> tuple[Link, ...]:
    """Return the links to those of the records that the site has, in the order given."""
    links = (record_link(here, kind, identifier) for identifier in identifiers)
    return tuple(link for link in links if link)


def any_link(here: Here, identifier: str) -> Link | None:
    """Return the link to whatever a ``next`` or ``leads_to`` names: ids are unique across these."""
    for kind in (OPPORTUNITY, BADGE, PATHWAY):
        link = record_link(here, kind, identifier)
        if link and here.place.listed(kind.name, identifier):
            return link
    return None


def neighbourhood_link(here: Here, identifier: str) -> Link | None:
    """Return the link to a neighbourhood's page, or None where there is no such neighbourhood."""
    neighbourhood = here.place.neighbourhoods.get(identifier)
    if neighbourhood is None:
        return None
    return Link(here.said(neighbourhood.name), here.page(f"neighbourhoods/{identifier}/"))


def term_link(here: Here, scheme: str, term: TaxonomyTerm, note: str = "") -> Link:
    """Return the link to a term's page; a term of a scheme without pages is only words."""
    href = here.page(f"{scheme}/{term.id}/") if scheme in PAGED_SCHEMES else ""
    return Link(here.said(term.label), href, note)


def term_links(here: Here, scheme: str, identifiers: Iterable[str]) -> tuple[Link, ...]:
    """Return the links to those of the terms that the taxonomy has, in the order given."""
    terms = (here.place.taxonomy.term(scheme, identifier) for identifier in identifiers)
    return tuple(term_link(here, scheme, term) for term in terms if term)


def held(here: Here, kind: Kind) -> Mapping[str, Record]:
    """Return the place's records of a kind."""
    place = here.place
    holders: Mapping[str, Mapping[str, Record]] = {
        OPPORTUNITY.name: place.opportunities,
        BADGE.name: place.badges,
        ORGANISATION.name: place.organisations,
        VENUE.name: place.venues,
        PATHWAY.name: place.pathways,
    }
    return holders[kind.name]
