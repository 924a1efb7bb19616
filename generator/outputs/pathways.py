"""The page on which pathways are found, what it searches, and a page for each pathway."""

from __future__ import annotations

from functools import partial

from generator.model.artifact import Artifact
from generator.model.edition import Edition, Output, Produced
from generator.model.registry import PATHWAY
from generator.ports import Stemmer
from generator.views.catalogue import Catalogue, catalogue_finder
from generator.views.facets.pathways import PATHWAY_FACETS
from generator.views.finder import index_path
from generator.views.found_pathways import findable_pathways
from generator.views.here import Here, page
from generator.views.pathway import pathway_page
from generator.views.pathways import pathways_page


def pathways(stemmer: Stemmer) -> Output:
    """Return the output of the page of all pathways, and one for each."""
    return lambda edition: _pathways(edition, stemmer)


def _pathways(edition: Edition, stemmer: Stemmer) -> Produced:
    listing = Here(edition, "pathways/")
    catalogue = Catalogue("pathways", PATHWAY_FACETS, findable_pathways(listing))
    stems = partial(stemmer.stems, edition.language)
    finder, files = catalogue_finder(listing, catalogue, stems)
    pages = [page(listing, "pathways.html", pathways_page, finder)]
    for pathway in edition.place.pathways.values():
        here = Here(edition, PATHWAY.page(pathway.id))
        pages.append(page(here, "pathway.html", pathway_page, pathway, source=pathway.path))
    artifacts = (Artifact(index_path(listing, file.name), file.content) for file in files)
    return Produced(tuple(pages), tuple(artifacts))
