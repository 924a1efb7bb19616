"""The page of all venues, and a page for each."""

from __future__ import annotations

from generator.model.artifact import Page
from generator.model.edition import Edition, Produced
from generator.model.registry import VENUE
from generator.views.here import Here
from generator.views.lists import venues_list
from generator.views.venue import venue_page


def venues(edition: Edition) -> Produced:
    """Return the page of all venues, and one for each."""
    listing = Here(edition, "venues/")
    pages = [Page(listing.path, "list.html", venues_list(listing), edition.language)]
    for venue in edition.place.venues.values():
        here = Here(edition, VENUE.page(venue.id))
        view = venue_page(here, venue)
        pages.append(Page(here.path, "venue.html", view, edition.language, venue.path))
    return Produced(tuple(pages))
