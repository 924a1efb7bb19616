"""A place whose every list of opportunities is longer than a page."""

from __future__ import annotations

from generator.model.entries import WhereEntry
from generator.model.place import Links, Place
from generator.rules.backlinks import backlinks, points
from tests.support.places import (
    a_neighbourhood,
    a_place,
    a_venue,
    an_opportunity,
    an_organisation,
    en,
    settings,
)


def crowded_place() -> Place:
    """Return a place with one more page of opportunities than one."""
    many = [
        an_opportunity(
            f"o{number}",
            title=en(f"{number:03}"),
            topics=("digital-making",),
            skills=("problem-solving",),
            careers=("engineer",),
            where=(WhereEntry(venue="library"),),
        )
        for number in range(45)
    ]
    links = backlinks(points(it, "en") for it in many)
    return a_place(
        *many,
        an_organisation(),
        a_venue(),
        a_neighbourhood(),
        settings=settings(languages=("en", "cy")),
        links=Links(
            run_by=links.run_by,
            held_at=links.held_at,
            opportunities_by_term=links.opportunities_by_term,
            opportunities_in={"harbour": tuple(it.id for it in many)},
        ),
    )
