"""The page on which badges are found, what it searches, and a page for each badge."""

from __future__ import annotations

from functools import partial

from generator.model.artifact import Artifact
from generator.model.edition import Edition, Output, Produced
from generator.model.registry import BADGE
from generator.ports import Stemmer
from generator.views.badge import badge_page
from generator.views.badges import badges_page
from generator.views.catalogue import Catalogue, catalogue_finder
from generator.views.facets.badges import BADGE_FACETS
from generator.views.finder import index_path
from generator.views.found_badges import findable_badges, retired_suggestions
from generator.views.here import Here, page


def badges(stemmer: Stemmer) -> Output:
    """Return the output of the page of all badges, and one for each, retired ones too."""
    return lambda edition: _badges(edition, stemmer)


def _badges(edition: Edition, stemmer: Stemmer) -> Produced:
    listing = Here(edition, "badges/")
    catalogue = Catalogue(
        "badges", BADGE_FACETS, findable_badges(listing), tuple(retired_suggestions(listing))
    )
    stems = partial(stemmer.stems, edition.language)
    finder, files = catalogue_finder(listing, catalogue, stems)
    pages = [page(listing, "badges.html", badges_page, finder)]
    for badge in edition.place.badges.values():
        here = Here(edition, BADGE.page(badge.id))
        pages.append(page(here, "badge.html", badge_page, badge, source=badge.path))
    artifacts = (Artifact(index_path(listing, file.name), file.content) for file in files)
    return Produced(tuple(pages), tuple(artifacts))
