"""The finder: its page and its index."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from generator.model.artifact import Artifact
from generator.model.edition import Edition, Output, Produced
from generator.model.finding import Findable
from generator.model.page import Page
from generator.ports import Stemmer
from generator.rules.search.index import index
from generator.rules.search.stemmer_modules import module_path
from generator.views.category import everything_page
from generator.views.explore import explore_page
from generator.views.finder import index_path
from generator.views.finder_scope import opportunity_scope
from generator.views.found import findables
from generator.views.here import Here, page
from generator.views.pager import short_parts


def explore(stemmer: Stemmer) -> Output:
    """Return the output of the page on which opportunities are found, and what it searches."""
    return lambda edition: _explore(edition, stemmer)


def _explore(edition: Edition, stemmer: Stemmer) -> Produced:
    here = Here(edition, "explore/")
    rows = findables(here)
    scope = opportunity_scope(here, rows)
    made = index(rows, scope, partial(stemmer.stems, edition.language))
    stems = module_path(edition.language) if stemmer.browser_module(edition.language) else ""
    first = page(here, "explore.html", explore_page, rows, scope, made, stems)
    files = (Artifact(index_path(here, file.name), file.content) for file in made.files)
    return Produced((first, *_further(edition, rows)), tuple(files))


def _further(edition: Edition, rows: Sequence[Findable]) -> Iterator[Page]:
    """Yield the further pages of the plain list, for a browser without script."""
    for part in short_parts(len(rows)):
        if not part.first:
            here = Here(edition, part.address("explore/"))
            listed = tuple(row.id for row in part.of(rows))
            yield page(here, "category.html", everything_page, listed, part)
