"""The team's own pages, and /about/ in any case."""

from __future__ import annotations

from generator.model.edition import Edition, Produced
from generator.model.registry import WRITTEN_PAGE
from generator.views.here import Here, page
from generator.views.written import ABOUT, about_view, written_view


def written_pages(edition: Edition) -> Produced:
    """Return a page for each that the team has written; /about/ is there before they have."""
    written = edition.place.written_pages
    pages = []
    for text in written.values():
        here = Here(edition, WRITTEN_PAGE.page(text.id))
        pages.append(page(here, "written.html", written_view, text, source=text.path))
    if ABOUT not in written:
        here = Here(edition, WRITTEN_PAGE.page(ABOUT))
        pages.append(page(here, "written.html", about_view))
    return Produced(tuple(pages))
