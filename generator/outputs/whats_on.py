"""What's on."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.artifact import Page
from generator.model.edition import Edition, Produced
from generator.views.agenda import agenda, coming_dates, month_days
from generator.views.here import Here
from generator.views.whats_on import ADDRESS, month_address, month_page, whats_on_page


def whats_on(edition: Edition) -> Produced:
    """Return the page of all that is to come, and of a large place one for each later month."""
    return Produced(tuple(_pages(edition)))


def _pages(edition: Edition) -> Iterator[Page]:
    here = Here(edition, ADDRESS)
    coming = coming_dates(here)
    all_of_it = agenda(here, coming)
    yield Page(here.path, "whats_on.html", whats_on_page(here, all_of_it), edition.language)
    for month in all_of_it.months:
        later = Here(edition, month_address(month))
        view = month_page(later, month, month_days(later, coming, month))
        yield Page(later.path, "whats_on.html", view, edition.language)
