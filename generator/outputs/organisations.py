"""The page of all organisations, and a page for each."""

from __future__ import annotations

from generator.model.artifact import Page
from generator.model.edition import Edition, Produced
from generator.model.registry import ORGANISATION
from generator.views.here import Here
from generator.views.lists import organisations_list
from generator.views.organisation import organisation_page


def organisations(edition: Edition) -> Produced:
    """Return the page of all organisations, and one for each."""
    listing = Here(edition, "organisations/")
    pages = [Page(listing.path, "list.html", organisations_list(listing), edition.language)]
    for organisation in edition.place.organisations.values():
        here = Here(edition, ORGANISATION.page(organisation.id))
        view = organisation_page(here, organisation)
        pages.append(
            Page(here.path, "organisation.html", view, edition.language, organisation.path)
        )
    return Produced(tuple(pages))
