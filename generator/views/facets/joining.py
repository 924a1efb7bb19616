"""How one joins, whether there is room, and with whom."""

from __future__ import annotations

from types import MappingProxyType

from generator.model.opportunity import Opportunity
from generator.model.place import Place
from generator.model.prospect import JoinState, Prospect
from generator.model.registry import ORGANISATION
from generator.model.status import OpportunityStatus
from generator.views.facets.facet import Facet, Group, Named, Read, by_name, called, coded, of_each
from generator.views.here import Here
from generator.views.labels import JOIN as JOIN_LABELS
from generator.views.labels import marked

OVER = (JoinState.CLOSED, JoinState.ENDED)
"""How what nobody new can join any more stands."""

ROOM, WAITING = "left", "waiting-list"

SPACES_LABELS = MappingProxyType({
    ROOM: marked("Places left"),
    WAITING: marked("Waiting list"),
})  # fmt: skip

JOIN = Facet(
    name="join",
    words=called(marked("How to join")),
    group=Group.JOINING,
    reader=of_each(lambda it: it.join),
    choices=coded(JOIN_LABELS),
)


def _spaces(place: Place) -> Read:
    """Return what reads whether there is room: what is full and keeps no list has no answer."""
    prospects = place.prospects
    unknown = Prospect()

    def read(opportunity: Opportunity) -> tuple[str, ...]:
        status = opportunity.status
        if status is OpportunityStatus.WAITING_LIST or opportunity.join == (WAITING,):
            return (WAITING,)
        full = prospects.get(opportunity.id, unknown).state is JoinState.FULL
        if status is OpportunityStatus.OPEN and not full:
            return (ROOM,)
        return (WAITING,) if WAITING in opportunity.join else ()

    return read


SPACES = Facet(
    name="spaces",
    words=called(marked("Places")),
    group=Group.JOINING,
    reader=_spaces,
    choices=coded(SPACES_LABELS),
)


def organisations(here: Here) -> Named:
    """Return the organisations that may be listed."""
    place = here.place
    return [
        (it.id, here.said(it.title))
        for it in place.organisations.values()
        if place.listed(ORGANISATION.name, it.id)
    ]


def _runs(opportunity: Opportunity) -> tuple[str, ...]:
    return (opportunity.organisation,)


RUN_BY = Facet(
    name="organisation",
    words=called(marked("Organisation")),
    group=Group.JOINING,
    reader=of_each(_runs),
    choices=by_name(organisations),
    own_pages=ORGANISATION.address,
)
