"""Category pages: /explore/ for those whose browser runs no script."""

from __future__ import annotations

from generator.model.edition import Edition, Produced
from generator.views.category import cards_by_depth, categories_of, category_page
from generator.views.found import findable_ids
from generator.views.here import Here, page
from generator.views.pager import parts


def categories(edition: Edition) -> Produced:
    """Return the pages of each category that something is listed in."""
    explore = Here(edition, "explore/")
    found = categories_of(explore, findable_ids(explore))
    cards = cards_by_depth()
    pages = []
    for category in found:
        for part in parts(len(category.members)):
            here = Here(edition, part.address(category.address))
            pages.append(page(here, "category.html", category_page, category, part, found, cards))
    return Produced(tuple(pages))
