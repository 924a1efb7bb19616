"""The finder of a catalogue: of badges, or of pathways.

It is that of opportunities without dates, places and ages, which neither has. Where a page lists so
few that they are read as fast as a question is asked, it stays a list.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Generic

from generator.model.finding import (
    Findable,
    FinderScope,
    IndexFile,
    OfferedFacet,
    Suggestion,
)
from generator.rules.search.index import index
from generator.rules.search.words import Stems
from generator.views.facets.facet import Asked, FacetOf
from generator.views.facets.offering import counted
from generator.views.finder import Asking, FinderView, finder_view
from generator.views.finder_scope import offered_facets, speaks_welsh
from generator.views.here import Here

FEWEST = 8
"""What a phone shows in three or four screens: fewer are sooner read than asked for."""

FEWEST_ANSWERS = 2

Finder = tuple[FinderView | None, tuple[IndexFile, ...]]


@dataclass(frozen=True, slots=True)
class Catalogue(Generic[Asked]):
    """What a catalogue ``finds`` (badges, pathways), by what, and what else typing may mean."""

    finds: str
    facets: tuple[FacetOf[Asked], ...]
    rows: tuple[Findable, ...]
    suggestions: tuple[Suggestion, ...] = ()


def catalogue_finder(here: Here, catalogue: Catalogue[Asked], stems: Stems) -> Finder:
    """Return the finder of a catalogue and the files of its index; None where it has few rows."""
    rows = catalogue.rows
    if len(rows) < FEWEST:
        return None, ()
    scope = FinderScope(
        language=here.language,
        zone=here.settings.timezone,
        facets=tuple(worth_asking(here, catalogue.facets, rows)),
        suggestions=catalogue.suggestions,
        welsh=speaks_welsh(here),
        by_title=True,
    )
    made = index(rows, scope, stems)
    view = finder_view(here, catalogue.finds, made, scope.facets, Asking())
    if not any(row.checked for row in rows):
        view = replace(view, sorts=tuple(it for it in view.sorts if it[0] != "checked"))
    return view, made.files


def worth_asking(
    here: Here, facets: Sequence[FacetOf[Asked]], rows: Sequence[Findable]
) -> list[OfferedFacet]:
    """Return what is worth offering: a question of which two answers find more than one record.

    Nine pathways, each kept by somebody else, are not narrowed by nine names; they are read. A
    question with a single answer, as “You can earn it here”, is meant to have one.
    """
    counts = counted(row.facets for row in rows)
    single = {facet.name for facet in facets if len(list(facet.choices(here))) == 1}
    return [
        it
        for it in offered_facets(here, facets, rows)
        if it.name in single
        or sum(counts[it.name, one.value] > 1 for one in it.choices) >= FEWEST_ANSWERS
    ]
