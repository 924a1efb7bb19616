"""The page of all badges, and a page for each."""

from __future__ import annotations

from generator.model.artifact import Page
from generator.model.edition import Edition, Produced
from generator.model.registry import BADGE
from generator.views.badge import badge_page
from generator.views.badges import badges_page
from generator.views.here import Here


def badges(edition: Edition) -> Produced:
    """Return the page of all badges, and one for each, retired ones too."""
    listing = Here(edition, "badges/")
    pages = [Page(listing.path, "badges.html", badges_page(listing), edition.language)]
    for badge in edition.place.badges.values():
        here = Here(edition, BADGE.page(badge.id))
        view = badge_page(here, badge)
        pages.append(Page(here.path, "badge.html", view, edition.language, badge.path))
    return Produced(tuple(pages))
