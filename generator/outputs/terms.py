"""Pages of all topics, skills and careers, and a page for each."""

from __future__ import annotations

from generator.model.artifact import Page
from generator.model.edition import Edition, Produced
from generator.views.here import Here
from generator.views.links import PAGED_SCHEMES
from generator.views.lists import terms_list
from generator.views.term import term_page


def terms(edition: Edition) -> Produced:
    """Return for each of the three schemes the page of all its terms, and one for each."""
    pages = []
    for scheme in PAGED_SCHEMES:
        listing = Here(edition, f"{scheme}/")
        pages.append(Page(listing.path, "list.html", terms_list(listing, scheme), edition.language))
        for term in edition.place.taxonomy.scheme(scheme):
            here = Here(edition, f"{scheme}/{term.id}/")
            view = term_page(here, scheme, term)
            pages.append(Page(here.path, "term.html", view, edition.language))
    return Produced(tuple(pages))
