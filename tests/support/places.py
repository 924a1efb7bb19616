"""Small places made by hand, for tests that are about one thing and need only a few records."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TypeVar

from generator.model.badge import Badge
from generator.model.entries import CostEntry, WhereEntry
from generator.model.location import Location
from generator.model.opportunity import Opportunity
from generator.model.organisation import Organisation
from generator.model.pathway import Pathway, Step
from generator.model.place import Neighbourhood, Place
from generator.model.record import Record
from generator.model.settings import BoundsEntry, PlaceContact, Settings
from generator.model.taxonomy import Layers, Taxonomy, TaxonomyTerm
from generator.model.text import Text
from generator.model.venue import Venue
from generator.model.written_page import WrittenPage

CHECKED = date(2026, 11, 1)

Kind = TypeVar("Kind", bound=Record)


def en(words: str) -> Text:
    """Return English words as a Text."""
    return Text.plain("en", words)


def an_organisation(identifier: str = "makers", **given: object) -> Organisation:
    return _made(
        given,
        Organisation,
        id=identifier,
        title=en("Harbour Makers"),
        summary=en("A workshop for everybody."),
        sector="voluntary",
        checked_on=CHECKED,
    )


def a_venue(identifier: str = "library", **given: object) -> Venue:
    return _made(given, Venue, id=identifier, title=en("Central Library"), checked_on=CHECKED)


def an_opportunity(identifier: str = "robotics", **given: object) -> Opportunity:
    return _made(
        given,
        Opportunity,
        id=identifier,
        title=en("Build your first robot"),
        summary=en("Six evenings of building."),
        organisation="makers",
        kind="course",
        mode=("in-person",),
        where=(WhereEntry(venue="library"),),
        join=("book",),
        cost=(CostEntry(free=True),),
        checked_on=CHECKED,
    )


def a_badge(identifier: str = "robotics-1", **given: object) -> Badge:
    return _made(
        given,
        Badge,
        id=identifier,
        title=en("Robotics 1"),
        summary=en("Has built a robot."),
        issuer="makers",
        layer="participate",
        criteria=(en("Earner has built a robot."), en("Earner has explained how it works.")),
    )


def a_pathway(identifier: str = "engineer", **given: object) -> Pathway:
    return _made(
        given,
        Pathway,
        id=identifier,
        title=en("Become an engineer"),
        summary=en("From a first robot to a first job."),
        goal=en("Design, build and mend machines."),
        steps=(Step(opportunity="robotics"), Step(badge="robotics-1")),
    )


def a_written_page(identifier: str = "about", **given: object) -> WrittenPage:
    return _made(given, WrittenPage, id=identifier, title=en("About"))


def a_neighbourhood(identifier: str = "harbour", **given: object) -> Neighbourhood:
    south, west, north, east = 51.0, -3.0, 51.1, -2.9
    ring = tuple(
        Location(latitude, longitude)
        for latitude, longitude in ((south, west), (south, east), (north, east), (north, west))
    )
    made: dict[str, object] = {
        "name": en("Harbour"),
        "polygons": ((ring,),),
        "middle": Location(51.05, -2.95),
    }
    return Neighbourhood(identifier, **{**made, **given})  # type: ignore[arg-type] # any field


def settings(**given: object) -> Settings:
    made: dict[str, object] = {
        "name": en("Avonport"),
        "url": "https://learning.example.org/avonport/",
        "languages": ("en",),
        "timezone": "Europe/London",
        "contact": PlaceContact(name=en("Avonport Learning"), email="hello@example.org"),
        "bounds_entry": BoundsEntry(),
    }
    return Settings(**{**made, **given})  # type: ignore[arg-type] # any field


def taxonomy(**given: object) -> Taxonomy:
    made: dict[str, object] = {
        "topics": (TaxonomyTerm("digital-making", en("Digital making")),),
        "skills": (TaxonomyTerm("problem-solving", en("Problem solving")),),
        "careers": (TaxonomyTerm("engineer", en("Engineer")),),
        "access": (TaxonomyTerm("step-free", en("Step-free")),),
        "support": (TaxonomyTerm("one-to-one", en("One-to-one support")),),
        "eligibility": (TaxonomyTerm("carer", en("Carers")),),
        "benefits": (TaxonomyTerm("universal-credit", en("Universal Credit")),),
        "facilities": (TaxonomyTerm("toilets", en("Toilets")),),
        "layers": Layers(
            en("Example badging standard"),
            "2021",
            items=(
                TaxonomyTerm("engage", en("Engage")),
                TaxonomyTerm("participate", en("Participate")),
            ),
        ),
    }
    return Taxonomy(**{**made, **given})  # type: ignore[arg-type] # any field


def a_place(*records: Record | Neighbourhood, **given: object) -> Place:
    """Return a place that holds these records; the rest of it may be given by name."""
    made: dict[str, object] = {
        "settings": settings(),
        "taxonomy": taxonomy(),
        "opportunities": _of(Opportunity, records),
        "badges": _of(Badge, records),
        "organisations": _of(Organisation, records),
        "venues": _of(Venue, records),
        "pathways": _of(Pathway, records),
        "written_pages": _of(WrittenPage, records),
        "neighbourhoods": _of(Neighbourhood, records),
    }
    return Place(**{**made, **given})  # type: ignore[arg-type] # any field


def _made(given: Mapping[str, object], record_type: type[Kind], **usual: object) -> Kind:
    return record_type(**{**usual, **given})  # type: ignore[arg-type] # any field of any record


Held = TypeVar("Held", Opportunity, Badge, Organisation, Venue, Pathway, WrittenPage, Neighbourhood)


def _of(kind: type[Held], records: tuple[Record | Neighbourhood, ...]) -> dict[str, Held]:
    held = {record.id: record for record in records if isinstance(record, kind)}
    return dict(sorted(held.items()))
