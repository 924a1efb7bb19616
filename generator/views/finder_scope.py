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
from generator.views.facets.people import GETS, IS
from generator.views.facets.wheres import NEIGHBOURHOOD
from generator.views.here import Here
from generator.views.maps import mapped_venues

MOST_AT_A_GLANCE = 12
TERMS = (
    ("topic", "", "topics"),
    ("skill", "", "skills"),
    ("career", "", "careers"),
    ("access", "", "access"),
    ("support", "", "support"),
    ("eligibility", IS, "eligibility"),
    ("eligibility", GETS, "benefits"),
)
"""Facets whose values are terms: what the values begin with, and the scheme."""


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
        name=" ".join(words for _, words in place.settings.name.spoken),
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
    """Return what else brings a choice up: its names in other languages, and its synonyms."""
    if facet == NEIGHBOURHOOD.name:
        return tuple(words for _, words in here.place.neighbourhoods[value].name.spoken[1:])
    for name, before, scheme in TERMS:
        if name == facet and value.startswith(before):
            term = here.place.taxonomy.term(scheme, value.removeprefix(before))
            if term is not None:
                names = (words for _, words in term.label.spoken[1:])
                synonyms = (it for _, words in term.synonyms for it in words)
                return tuple(dict.fromkeys((*names, *synonyms)))
    return ()


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
