"""The page of all neighbourhoods, and a page for each."""

from __future__ import annotations

from generator.model.artifact import Page
from generator.model.edition import Edition, Produced
from generator.views.continued import ListOwner, continued
from generator.views.here import Here
from generator.views.labels import marked
from generator.views.lists import neighbourhoods_list
from generator.views.neighbourhood import neighbourhood_page
from generator.views.order import soonest_first


def neighbourhoods(edition: Edition) -> Produced:
    """Return the page of all neighbourhoods, and one for each."""
    listing = Here(edition, "neighbourhoods/")
    pages = [Page(listing.path, "list.html", neighbourhoods_list(listing), edition.language)]
    happening = edition.place.links.opportunities_in
    for neighbourhood in edition.place.neighbourhoods.values():
        here = Here(edition, f"neighbourhoods/{neighbourhood.id}/")
        members = soonest_first(here, happening.get(neighbourhood.id, ()))
        view = neighbourhood_page(here, neighbourhood, members)
        pages.append(Page(here.path, "neighbourhood.html", view, edition.language))
        owner = ListOwner(
            here.address,
            marked("Neighbourhood"),
            neighbourhood.name,
            marked("Neighbourhoods"),
            listing.address,
        )
        pages += continued(edition, owner, members)
    return Produced(tuple(pages))
