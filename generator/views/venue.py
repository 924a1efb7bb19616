"""A venue's page: how one can come in, before anything else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.said import Passage, Said
from generator.model.venue import Venue
from generator.views import structured_data
from generator.views.cards import OpportunityCard, opportunity_cards
from generator.views.checking import CheckedFacts, checked_facts
from generator.views.frame import Frame, described, frame, shared, speaking
from generator.views.here import Here
from generator.views.licences import SourceFacts, source_facts
from generator.views.links import Link, term_links
from generator.views.maps import MapView, map_view
from generator.views.pager import Pager, first_part, pager
from generator.views.social_cards import page_card
from generator.views.wheres import directions, venue_neighbourhood


@dataclass(frozen=True, slots=True, kw_only=True)
class VenuePage:
    """What ``venue.html`` is given; of a venue that is not shown exactly there is no address."""

    frame: Frame
    """What stands around the page."""
    title: Said
    """What it is called."""
    shown: str
    """``exact``, ``area`` or ``hidden``: how much may be told of where it is."""
    address: str
    """Street and town; "" where that is not to be told."""
    postcode: str
    """Its postcode; "" where that is not to be told."""
    neighbourhood: Link | None
    """The neighbourhood it is in."""
    approximate: bool
    """Whether its point on the map is only near it."""
    access: tuple[Link, ...]
    """What makes it possible to come."""
    facilities: tuple[Link, ...]
    """What there is."""
    transport: Said
    """How to get there without a car; may be empty."""
    opening: Said
    """When it is open; may be empty."""
    opportunities: tuple[OpportunityCard, ...]
    """What happens there."""
    pager: Pager
    """The way to the rest of them."""
    map: MapView | None
    """Where it is on a map; None where that is not known, or not to be told."""
    directions: str
    """Where the way there is shown, on another site; "" where the spot is not known or not told."""
    explore: str
    """Where everything is on one map."""
    body: Passage
    """What its author wrote about it; may be empty."""
    source: SourceFacts | None
    """Where the record was taken from; None where it was written for this site."""
    checked: CheckedFacts
    """How fresh the record is."""


def venue_page(here: Here, venue: Venue, opportunities: Sequence[str]) -> VenuePage:
    """Return a venue's page. ``opportunities`` are all that happen there, in order."""
    first = first_part(len(opportunities))
    return VenuePage(
        frame=_frame(here, venue),
        title=here.said(venue.title),
        shown=venue.location_shown,
        address=venue.address,
        postcode=venue.postcode,
        neighbourhood=venue_neighbourhood(here, venue),
        approximate=venue.placing is not None and venue.placing.approximate,
        access=term_links(here, "access", venue.access),
        facilities=term_links(here, "facilities", venue.facilities),
        transport=here.said(venue.transport),
        opening=here.said(venue.opening),
        opportunities=opportunity_cards(here, first.of(opportunities)),
        pager=pager(here, here.address, first),
        map=map_view(here, (venue,)),
        directions=directions(venue),
        explore=here.page("explore/"),
        body=here.passage(venue),
        source=source_facts(here, venue.source),
        checked=checked_facts(here, venue),
    )


def _frame(here: Here, venue: Venue) -> Frame:
    around = frame(
        here,
        here.said(venue.title),
        ", ".join(part for part in (venue.address, venue.postcode) if part),
        trail=(Link(here.own(here.say("Venues")), here.page("venues/")),),
        record=venue.id,
    )
    area = venue_neighbourhood(here, venue)
    where = (area.words.words,) if area else ()
    around = speaking(here, around, venue, venue.owner)
    around = shared(around, page_card(here, here.say("Venue"), around.title, where))
    return described(here, around, structured_data.venue(here.edition, venue))
