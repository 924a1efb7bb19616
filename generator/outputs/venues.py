"""The page of all venues, and a page for each."""

from __future__ import annotations

from generator.model.edition import Edition, Produced
from generator.model.registry import VENUE
from generator.views.continued import ListOwner, continued
from generator.views.here import Here, page
from generator.views.labels import marked
from generator.views.lists import venues_list
from generator.views.order import soonest_first
from generator.views.venue import venue_page


def venues(edition: Edition) -> Produced:
    """Return the page of all venues, and one for each."""
    listing = Here(edition, "venues/")
    pages = [page(listing, "list.html", venues_list)]
    held_at = edition.place.links.held_at
    for venue in edition.place.venues.values():
        here = Here(edition, VENUE.page(venue.id))
        members = soonest_first(here, held_at.get(venue.id, ()))
        pages.append(page(here, "venue.html", venue_page, venue, members, source=venue.path))
        owner = ListOwner(
            here.address, marked("Venue"), venue.title, marked("Venues"), listing.address
        )
        pages += continued(edition, owner, members)
    return Produced(tuple(pages))
