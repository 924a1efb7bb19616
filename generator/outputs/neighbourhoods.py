"""The page of all neighbourhoods, and a page for each."""

from __future__ import annotations

from generator.model.artifact import Page
from generator.model.edition import Edition, Produced
from generator.views.here import Here
from generator.views.lists import neighbourhoods_list
from generator.views.neighbourhood import neighbourhood_page


def neighbourhoods(edition: Edition) -> Produced:
    """Return the page of all neighbourhoods, and one for each."""
    listing = Here(edition, "neighbourhoods/")
    pages = [Page(listing.path, "list.html", neighbourhoods_list(listing), edition.language)]
    for neighbourhood in edition.place.neighbourhoods.values():
        here = Here(edition, f"neighbourhoods/{neighbourhood.id}/")
        view = neighbourhood_page(here, neighbourhood)
        pages.append(Page(here.path, "neighbourhood.html", view, edition.language))
    return Produced(tuple(pages))
