"""The team's own pages, and /about/ in any case."""

from __future__ import annotations

from generator.model.artifact import Page
from generator.model.edition import Edition, Produced
from generator.model.registry import WRITTEN_PAGE
from generator.views.here import Here
from generator.views.written import ABOUT, about_view, written_view


def written_pages(edition: Edition) -> Produced:
    """Return a page for each that the team has written; /about/ is there before they have."""
    written = edition.place.written_pages
    pages = []
    for page in written.values():
        here = Here(edition, WRITTEN_PAGE.page(page.id))
        view = written_view(here, page)
        pages.append(Page(here.path, "written.html", view, edition.language, page.path))
    if ABOUT not in written:
        here = Here(edition, WRITTEN_PAGE.page(ABOUT))
        pages.append(Page(here.path, "written.html", about_view(here), edition.language))
    return Produced(tuple(pages))
