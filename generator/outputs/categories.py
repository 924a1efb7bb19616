"""Category pages: /explore/ for those whose browser runs no script."""

from __future__ import annotations

from generator.model.artifact import Page
from generator.model.edition import Edition, Produced
from generator.rules.categories import categorised
from generator.views.category import category_page
from generator.views.here import Here


def categories(edition: Edition) -> Produced:
    """Return a page for each category that something is listed in."""
    found = categorised(edition.place)
    pages = []
    for category in found:
        here = Here(edition, category.address)
        view = category_page(here, category, found)
        pages.append(Page(here.path, "category.html", view, edition.language))
    return Produced(tuple(pages))
