"""Category pages: /explore/ for those whose browser runs no script."""

from __future__ import annotations

from generator.model.artifact import Page
from generator.model.edition import Edition, Produced
from generator.views.category import cards_by_depth, categories_of, category_page
from generator.views.found import findable_ids
from generator.views.here import Here
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
            view = category_page(here, category, part, found, cards)
            pages.append(Page(here.path, "category.html", view, edition.language))
    return Produced(tuple(pages))
