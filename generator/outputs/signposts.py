"""The 404, what stands at old addresses, and where withdrawn records were."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.edition import Edition, Produced
from generator.model.page import Page
from generator.views.here import Here, page
from generator.views.signposts import gone_page, kind_named, moved_page, not_found_page


def signposts(edition: Edition) -> Produced:
    """Return the pages that only lead elsewhere."""
    return Produced(tuple(_pages(edition)))


def _pages(edition: Edition) -> Iterator[Page]:
    lost = Here(edition, "404.html", anywhere=True)
    yield page(lost, "not_found.html", not_found_page)
    for redirect in edition.place.redirects:
        here = Here(edition, kind_named(redirect.kind).page(redirect.old))
        yield page(here, "moved.html", moved_page, redirect)
    for gone in edition.place.gone:
        here = Here(edition, kind_named(gone.kind).page(gone.id))
        yield page(here, "gone.html", gone_page, gone)
