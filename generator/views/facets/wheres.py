"""Where and how: in person or not, and in which neighbourhood."""

from __future__ import annotations

from generator.model.place import Place
from generator.views.facets.facet import Facet, Group, Named, Read, by_name, called, coded, of_each
from generator.views.here import Here
from generator.views.labels import MODES, marked

MODE = Facet(
    name="mode",
    words=called(marked("How it happens")),
    group=Group.WHERE,
    reader=of_each(lambda it: tuple(dict.fromkeys(it.mode))),
    choices=coded(MODES),
)


def _neighbourhoods(place: Place) -> Read:
    found: dict[str, list[str]] = {}
    for neighbourhood, held in place.links.opportunities_in.items():
        for identifier in held:
            found.setdefault(identifier, []).append(neighbourhood)
    return lambda opportunity: tuple(found.get(opportunity.id, ()))


def _names(here: Here) -> Named:
    return [(it.id, here.said(it.name)) for it in here.place.neighbourhoods.values()]


NEIGHBOURHOOD = Facet(
    name="neighbourhood",
    words=called(marked("Neighbourhood")),
    group=Group.WHERE,
    reader=_neighbourhoods,
    choices=by_name(_names),
    own_pages="neighbourhoods/",
)
