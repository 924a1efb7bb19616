"""The page of all pathways, and a page for each."""

from __future__ import annotations

from generator.model.artifact import Page
from generator.model.edition import Edition, Produced
from generator.model.registry import PATHWAY
from generator.views.here import Here
from generator.views.lists import pathways_list
from generator.views.pathway import pathway_page


def pathways(edition: Edition) -> Produced:
    """Return the page of all pathways, and one for each."""
    listing = Here(edition, "pathways/")
    pages = [Page(listing.path, "list.html", pathways_list(listing), edition.language)]
    for pathway in edition.place.pathways.values():
        here = Here(edition, PATHWAY.page(pathway.id))
        view = pathway_page(here, pathway)
        pages.append(Page(here.path, "pathway.html", view, edition.language, pathway.path))
    return Produced(tuple(pages))
