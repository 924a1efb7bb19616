"""A neighbourhood's page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.place import Neighbourhood
from generator.model.said import Said
from generator.views.cards import (
    OpportunityCard,
    RecordCard,
    opportunity_cards,
    opportunity_count,
    venue_cards,
)
from generator.views.frame import Frame, frame, shared
from generator.views.here import Here
from generator.views.links import Link
from generator.views.maps import MapView, map_view
from generator.views.pager import Pager, first_part, pager
from generator.views.social_cards import page_card
from generator.views.subscriptions import Subscription, subscription


@dataclass(frozen=True, slots=True, kw_only=True)
class NeighbourhoodPage:
    """What ``neighbourhood.html`` is given."""

    frame: Frame
    """What stands around the page."""
    title: Said
    """What it is called."""
    count: str
    """How many opportunities there are, in words."""
    opportunities: tuple[OpportunityCard, ...]
    """What happens in it."""
    pager: Pager
    """The way to the rest of them."""
    calendar: Subscription
    """What happens in it, as a calendar to subscribe to."""
    venues: tuple[RecordCard, ...]
    """The venues in it."""
    map: MapView | None
    """Its venues on a map; None where none of them may be shown."""
    explore: str
    """Where everything is on one map."""
    all: Link
    """All neighbourhoods."""


def neighbourhood_page(
    here: Here, neighbourhood: Neighbourhood, opportunities: Sequence[str]
) -> NeighbourhoodPage:
    """Return a neighbourhood's page. ``opportunities`` are all that happen in it, in order."""
    first = first_part(len(opportunities))
    links = here.place.links
    everything = Link(here.own(here.say("Neighbourhoods")), here.page("neighbourhoods/"))
    held = links.venues_in.get(neighbourhood.id, ())
    venues = (here.place.venues[venue] for venue in held if venue in here.place.venues)
    name = neighbourhood.name.words(here.language)
    about = here.say("What you can do and learn in {neighbourhood}", neighbourhood=name)
    around = frame(here, here.said(neighbourhood.name), about, trail=(everything,))
    card = page_card(here, here.say("Neighbourhood"), name)
    return NeighbourhoodPage(
        frame=shared(around, card),
        title=here.said(neighbourhood.name),
        count=opportunity_count(here, len(opportunities)),
        opportunities=opportunity_cards(here, first.of(opportunities)),
        pager=pager(here, here.address, first),
        calendar=subscription(here),
        venues=venue_cards(here, held),
        map=map_view(here, venues),
        explore=here.page("explore/"),
        all=everything,
    )
