"""What an index is about besides its rows: venues, areas, facets, and what typing may mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.model.finding import (
    Area,
    FacetChoice,
    Findable,
    FinderScope,
    OfferedFacet,
    Stretch,
    Suggestion,
)
from generator.model.registry import BADGE
from generator.model.schedule import During
from generator.rules.seasons import season_windows
from generator.views.facets.declared import FACETS
from generator.views.facets.facet import Asked, FacetOf
from generator.views.facets.offering import counted, offered
from generator.views.here import Here
from generator.views.maps import mapped_venues

MOST_AT_A_GLANCE = 12
SCHEMES = {"topic": "topics", "skill": "skills", "career": "careers"}


def opportunity_scope(here: Here, rows: Sequence[Findable]) -> FinderScope:
    """Return the scope of the finder of opportunities."""
    place = here.place
    return FinderScope(
        language=here.language,
        zone=place.settings.timezone,
        venues=mapped_venues(here, place.venues.values()),
        areas=tuple(_areas(here)),
        facets=tuple(offered_facets(here, FACETS, rows)),
        suggestions=tuple(_badges(here)),
        holidays=tuple(_holidays(here)),
        welsh=speaks_welsh(here),
    )


def speaks_welsh(here: Here) -> bool:
    """Say whether Welsh words are to be expected among the place's."""
    return here.settings.nation == "wales" or "cy" in here.settings.languages


def offered_facets(
    here: Here, facets: Iterable[FacetOf[Asked]], rows: Sequence[Findable]
) -> list[OfferedFacet]:
    """Return what is worth offering of the facets, for these rows."""
    counts = counted(row.facets for row in rows)
    found = []
    for facet in facets:
        choices = tuple(
            FacetChoice(
                choice.value,
                choice.words.words,
                choice.words.language if choice.words.foreign else "",
                _synonyms(here, facet.name, choice.value),
            )
            for choice in offered(here, facet, counts, len(rows))
        )
        if choices:
            many = len(choices) > MOST_AT_A_GLANCE
            group = facet.group.value
            words = facet.words(here)
            found.append(OfferedFacet(facet.name, words, group, choices, facet.all_of, many))
    return found


def _synonyms(here: Here, facet: str, value: str) -> tuple[str, ...]:
    term = here.place.taxonomy.term(SCHEMES[facet], value) if facet in SCHEMES else None
    if term is None:
        return ()
    spoken = [words for _, words in term.label.spoken]
    return tuple(dict.fromkeys((*spoken[1:], *(it for _, words in term.synonyms for it in words))))


def _areas(here: Here) -> Iterable[Area]:
    for one in here.place.neighbourhoods.values():
        yield Area(one.id, one.name.words(here.language), one.middle)


def _badges(here: Here) -> Iterable[Suggestion]:
    place = here.place
    for badge in place.badges.values():
        if badge.status == "live" and place.listed(BADGE.name, badge.id):
            yield Suggestion("badges", badge.title.words(here.language), BADGE.page(badge.id))


def _holidays(here: Here) -> Iterable[Stretch]:
    for first, last in season_windows(During.HOLIDAYS, here.settings.calendar):
        yield Stretch(here.say("School holidays"), first, last)
