"""A venue: where something happens, and how much of that may be told."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.declaration import declared
from generator.model.location import Location, Placing
from generator.model.record import Kept, Provenance
from generator.model.shapes import (
    Choice,
    Flag,
    Group,
    Many,
    Neighbourhood,
    Point,
    Term,
    Token,
    Words,
)
from generator.model.text import Text

SHOWN = ("exact", "area", "hidden")


@dataclass(frozen=True, slots=True, kw_only=True)
class Venue(Kept):
    """Somewhere that people go to.

    ``placed`` and ``placing`` are filled by the locate stage, ``neighbourhood`` too. A venue that
    is not shown exactly leaves that stage without address, postcode, coordinates, property number
    and directions, so that no output can give away what it never had.
    """

    address: str = declared(Token(longest=300), "Street and town, on one line.")
    postcode: str = declared(Token(longest=20), "Its postcode, in any spelling.")
    location: Location | None = declared(
        Point(), "Its position, where no address leads to the right door."
    )
    location_shown: str = declared(
        Choice(SHOWN),
        "How much is shown: the door, only the neighbourhood, or nothing.",
        default="exact",
    )
    area: str = declared(Neighbourhood(), "The neighbourhood it is in.")
    uprn: str = declared(Token(r"\d{1,12}", '"100100000000"'), "Unique Property Reference Number.")
    access: tuple[str, ...] = declared(Many(Term(("access",))), "What makes it possible to come.")
    facilities: tuple[str, ...] = declared(Many(Term(("facilities",))), "What there is.")
    transport: Text = declared(Words(longest=400), "How to get there without a car.")
    opening: Text = declared(Words(longest=400), "When it is open.")
    outside: bool = declared(Flag(), "Beyond the place's bounds on purpose.")
    source: Provenance | None = declared(Group(Provenance), "Where the record came from.")

    placed: Location | None = None
    placing: Placing | None = None
    neighbourhood: str = ""
