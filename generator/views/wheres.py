"""Where an opportunity happens; never more of a venue than its record still holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import quote

from generator.model.entries import WhereEntry
from generator.model.opportunity import Opportunity
from generator.model.registry import VENUE
from generator.model.said import Said
from generator.model.venue import Venue
from generator.views.here import Here
from generator.views.links import Link, neighbourhood_link, record_link, term_links


@dataclass(frozen=True, slots=True)
class WhereLine:
    """One of the places where it happens."""

    kind: str
    """``venue``, ``online``, ``neighbourhood`` or ``words``."""
    link: Link
    """The venue, web address or neighbourhood; for words, only the words."""
    address: str
    """Street and town; "" where there is none to show."""
    postcode: str
    """Its postcode; "" where there is none to show."""
    neighbourhood: Link | None
    """The neighbourhood that the venue is in."""
    access: tuple[Link, ...]
    """What makes it possible to come to the venue."""
    transport: Said = field(default_factory=Said)
    """How to get to the venue without a car; may be empty."""
    directions: str = ""
    """Where the way there is shown, on another site; "" where the spot is not known or not told."""


def where_lines(here: Here, opportunity: Opportunity) -> tuple[WhereLine, ...]:
    """Return where an opportunity happens, in the author's order, then its sessions' venues."""
    said = tuple(_lines(here, opportunity))
    shown = {entry.venue for entry in opportunity.where}
    others = (
        _venue_line(here, here.place.venues[identifier])
        for identifier in opportunity.venues
        if identifier not in shown and identifier in here.place.venues
    )
    return (*said, *others)


def where_words(here: Here, opportunity: Opportunity) -> tuple[Said, ...]:
    """Return where it happens by name alone, as a card says it."""
    online = here.own(here.say("Online"))
    names = tuple(
        online if line.kind == "online" else line.link.words
        for line in where_lines(here, opportunity)
    )
    return tuple(dict.fromkeys(names))


def _lines(here: Here, opportunity: Opportunity) -> Iterator[WhereLine]:
    for entry in opportunity.where:
        line = _line(here, entry)
        if line:
            yield line


def _line(here: Here, entry: WhereEntry) -> WhereLine | None:
    if entry.venue:
        venue = here.place.venues.get(entry.venue)
        return _venue_line(here, venue) if venue else None
    if entry.url:
        return WhereLine("online", Link(here.own(entry.url), entry.url), "", "", None, ())
    if entry.area:
        link = neighbourhood_link(here, entry.area)
        return WhereLine("neighbourhood", link, "", "", None, ()) if link else None
    return WhereLine("words", Link(here.said(entry.words)), "", "", None, ())


def _venue_line(here: Here, venue: Venue) -> WhereLine:
    return WhereLine(
        kind="venue",
        link=record_link(here, VENUE, venue.id) or Link(here.said(venue.title)),
        address=venue.address,
        postcode=venue.postcode,
        neighbourhood=venue_neighbourhood(here, venue),
        access=term_links(here, "access", venue.access),
        transport=here.said(venue.transport),
        directions=directions(venue),
    )


def directions(venue: Venue) -> str:
    """Return where somebody is shown the way to a venue; "" where its spot is not to be told.

    OpenStreetMap, for it needs no account and follows nobody; the learner says there where from.
    """
    if venue.location_shown != "exact" or venue.placed is None:
        return ""
    spot = f"{venue.placed.latitude:.5f},{venue.placed.longitude:.5f}"
    return f"https://www.openstreetmap.org/directions?to={quote(spot)}"


def venue_neighbourhood(here: Here, venue: Venue) -> Link | None:
    """Return the neighbourhood a venue is in, None also where that is not to be told."""
    if venue.location_shown == "hidden":
        return None
    return neighbourhood_link(here, venue.neighbourhood or venue.area)
