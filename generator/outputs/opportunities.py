"""A page for each opportunity."""

from __future__ import annotations

from generator.model.edition import Edition, Produced
from generator.model.registry import OPPORTUNITY
from generator.views.here import Here, page
from generator.views.opportunity import opportunity_page


def opportunities(edition: Edition) -> Produced:
    """Return the pages of all opportunities; those that are over keep theirs."""
    pages = []
    for opportunity in edition.place.opportunities.values():
        here = Here(edition, OPPORTUNITY.page(opportunity.id))
        pages.append(
            page(here, "opportunity.html", opportunity_page, opportunity, source=opportunity.path)
        )
    return Produced(tuple(pages))
