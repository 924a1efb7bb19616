"""The page of all neighbourhoods, and a page for each."""

from __future__ import annotations

from generator.model.edition import Edition, Produced
from generator.views.continued import ListOwner, continued
from generator.views.here import Here, page
from generator.views.labels import marked
from generator.views.lists import neighbourhoods_list
from generator.views.neighbourhood import neighbourhood_page
from generator.views.order import soonest_first


def neighbourhoods(edition: Edition) -> Produced:
    """Return the page of all neighbourhoods, and one for each."""
    listing = Here(edition, "neighbourhoods/")
    pages = [page(listing, "list.html", neighbourhoods_list)]
    happening = edition.place.links.opportunities_in
    for neighbourhood in edition.place.neighbourhoods.values():
        here = Here(edition, f"neighbourhoods/{neighbourhood.id}/")
        members = soonest_first(here, happening.get(neighbourhood.id, ()))
        pages.append(page(here, "neighbourhood.html", neighbourhood_page, neighbourhood, members))
        owner = ListOwner(
            here.address,
            marked("Neighbourhood"),
            neighbourhood.name,
            marked("Neighbourhoods"),
            listing.address,
        )
        pages += continued(edition, owner, members)
    return Produced(tuple(pages))
