"""The first page."""

from __future__ import annotations

from generator.model.edition import Edition, Produced
from generator.views.here import Here, page
from generator.views.home import home_page


def home(edition: Edition) -> Produced:
    """Return the first page of an edition."""
    here = Here(edition, "")
    return Produced((page(here, "home.html", home_page),))
