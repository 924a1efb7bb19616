"""The page that explains the site's data files."""

from __future__ import annotations

from generator.model.edition import Edition, Produced
from generator.views.data import data_page
from generator.views.here import Here, page


def data_guide(edition: Edition) -> Produced:
    """Return the page that explains the site's data files."""
    here = Here(edition, "data/")
    return Produced((page(here, "data.html", data_page),))
