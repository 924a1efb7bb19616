"""Whom it is for: what a learner can say of themselves, and with whom they come.

Ticking “Carers” finds what being a carer gets one: what is kept for carers, and what is free or
cheaper for them. It does not find everything that carers may come to as anybody may, or it would
find nearly all there is; that is the tick “Open to everyone”, and both may be ticked.
Where somebody must live somewhere *and* be somebody, either answer finds it: the form says what may
fit, the opportunity's page what is asked. Where one must live is offered where the author named a
neighbourhood; words such as “near the docks” cannot be ticked.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from generator.model.opportunity import Eligibility, Opportunity
from generator.model.place import Place
from generator.views.facets.facet import Facet, Group, Named, Read, called, coded, of_each
from generator.views.facets.wheres import NEIGHBOURHOOD
from generator.views.here import Here
from generator.views.labels import marked

EVERYONE = "everyone"
DIAGNOSIS = "diagnosis"
IS, GETS, _LIVES_IN = "is-", "gets-", "lives-in-"
"""Before an id, which may be that of a situation, of a benefit or of a neighbourhood."""

_NOTHING_ASKED = (Eligibility(), Eligibility(diagnosis=False))
"""A note alone may say “women only”, so that it is not open to everyone either."""

AUDIENCE = MappingProxyType({
    "individuals": marked("Individuals"),
    "families": marked("Families"),
    "groups": marked("Groups"),
    "schools": marked("Schools"),
})  # fmt: skip


def _eligibility(place: Place) -> Read:
    """Return what reads who qualifies. A price names situations and benefits alike by their id."""
    taxonomy = place.taxonomy
    qualifying = MappingProxyType({
        **{term.id: GETS + term.id for term in taxonomy.benefits},
        **{term.id: IS + term.id for term in taxonomy.eligibility},
    })  # fmt: skip

    def read(opportunity: Opportunity) -> tuple[str, ...]:
        prices = (term for cost in opportunity.costs for term in cost.qualifying)
        cheaper = (qualifying[term] for term in prices if term in qualifying)
        return tuple(dict.fromkeys((*_admitted(opportunity), *cheaper)))

    return read


def _admitted(opportunity: Opportunity) -> Iterator[str]:
    eligible = opportunity.eligible
    if eligible is None or eligible in _NOTHING_ASKED:
        yield EVERYONE
        return
    yield from (IS + it for it in eligible.status)
    yield from (GETS + it for it in eligible.benefits)
    yield from (_LIVES_IN + it.original for it in eligible.lives_in)
    if eligible.diagnosis:
        yield DIAGNOSIS


def _answers(here: Here) -> Named:
    taxonomy = here.place.taxonomy
    return [
        (EVERYONE, here.own(here.say("Open to everyone"))),
        *((IS + term.id, here.said(term.label)) for term in taxonomy.eligibility),
        *((GETS + term.id, here.said(term.label)) for term in taxonomy.benefits),
        (DIAGNOSIS, here.own(here.say("People with a diagnosis"))),
        *(
            (
                _LIVES_IN + identifier,
                here.own(here.say("People who live in {neighbourhood}", neighbourhood=name)),
            )
            for identifier, name in NEIGHBOURHOOD.choices(here)
        ),
    ]


ELIGIBILITY = Facet(
    name="eligibility",
    words=called(marked("Who can join")),
    group=Group.PEOPLE,
    reader=_eligibility,
    choices=_answers,
)

FOR = Facet(
    name="for",
    words=called(marked("Who it is for")),
    group=Group.PEOPLE,
    reader=of_each(lambda it: it.audience),
    choices=coded(AUDIENCE),
)
