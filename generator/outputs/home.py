"""The first page."""

from __future__ import annotations

from generator.model.artifact import Page
from generator.model.edition import Edition, Produced
from generator.views.here import Here
from generator.views.home import home_page


def home(edition: Edition) -> Produced:
    """Return the first page of an edition."""
    here = Here(edition, "")
    return Produced((Page(here.path, "home.html", home_page(here), edition.language),))
