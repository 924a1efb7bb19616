"""Pages of all topics, skills and careers, and a page for each."""

from __future__ import annotations

from types import MappingProxyType

from generator.model.edition import Edition, Produced
from generator.views.continued import ListOwner, continued
from generator.views.here import Here, page
from generator.views.labels import marked
from generator.views.links import PAGED_SCHEMES
from generator.views.lists import terms_list
from generator.views.order import soonest_first
from generator.views.term import SCHEME_TITLES, term_page

KINDS = MappingProxyType({
    "topics": marked("Topic"),
    "skills": marked("Skill"),
    "careers": marked("Career"),
})  # fmt: skip


def terms(edition: Edition) -> Produced:
    """Return for each of the three schemes the page of all its terms, and one for each."""
    pages = []
    for scheme in PAGED_SCHEMES:
        listing = Here(edition, f"{scheme}/")
        under = edition.place.links.opportunities_by_term.get(scheme, {})
        pages.append(page(listing, "list.html", terms_list, scheme))
        for term in edition.place.taxonomy.scheme(scheme):
            here = Here(edition, f"{scheme}/{term.id}/")
            members = soonest_first(here, under.get(term.id, ()))
            pages.append(page(here, "term.html", term_page, scheme, term, members))
            owner = ListOwner(
                here.address, KINDS[scheme], term.label, SCHEME_TITLES[scheme], listing.address
            )
            pages += continued(edition, owner, members)
    return Produced(tuple(pages))
