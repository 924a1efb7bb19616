"""Category pages: /explore/ for those whose browser runs no script."""

from __future__ import annotations

from generator.model.edition import Edition, Produced
from generator.views.category import (
    CategoryPage,
    CategorySheet,
    cards_by_depth,
    categories_of,
    category_page,
)
from generator.views.found import findable_ids
from generator.views.here import Here, page


def categories(edition: Edition) -> Produced:
    """Return the pages of each category that something is listed in."""
    explore = Here(edition, "explore/")
    found = categories_of(explore, findable_ids(explore))
    cards = cards_by_depth()

    def draw(here: Here, sheet: CategorySheet) -> CategoryPage:
        return category_page(here, sheet, cards)

    return Produced(
        tuple(
            page(Here(edition, sheet.part.address(sheet.address)), "category.html", draw, sheet)
            for category in found
            for sheet in category.sheets(found)
        )
    )
