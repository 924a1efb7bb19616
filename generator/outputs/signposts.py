"""The 404, what stands at old addresses, and where withdrawn records were."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.artifact import Page
from generator.model.edition import Edition, Produced
from generator.views.here import Here
from generator.views.signposts import gone_page, kind_named, moved_page, not_found_page


def signposts(edition: Edition) -> Produced:
    """Return the pages that only lead elsewhere."""
    return Produced(tuple(_pages(edition)))


def _pages(edition: Edition) -> Iterator[Page]:
    lost = Here(edition, "404.html", anywhere=True)
    yield Page(lost.path, "not_found.html", not_found_page(lost), edition.language)
    for redirect in edition.place.redirects:
        here = Here(edition, kind_named(redirect.kind).page(redirect.old))
        yield Page(here.path, "moved.html", moved_page(here, redirect), edition.language)
    for gone in edition.place.gone:
        here = Here(edition, kind_named(gone.kind).page(gone.id))
        yield Page(here.path, "gone.html", gone_page(here, gone), edition.language)
