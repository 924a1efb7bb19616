"""What's on."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.edition import Edition, Produced
from generator.model.page import Page
from generator.views.agenda import agenda, coming_dates, month_days
from generator.views.here import Here, page
from generator.views.whats_on import ADDRESS, month_address, month_page, whats_on_page


def whats_on(edition: Edition) -> Produced:
    """Return the page of all that is to come, and of a large place one for each later month."""
    return Produced(tuple(_pages(edition)))


def _pages(edition: Edition) -> Iterator[Page]:
    here = Here(edition, ADDRESS)
    coming = coming_dates(here)
    all_of_it = agenda(here, coming)
    yield page(here, "whats_on.html", whats_on_page, all_of_it)
    for month in all_of_it.months:
        later = Here(edition, month_address(month))
        days = month_days(later, coming, month)
        yield page(later, "whats_on.html", month_page, month, days)
