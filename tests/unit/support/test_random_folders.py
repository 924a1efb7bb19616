from __future__ import annotations

from collections.abc import Iterator

import pytest

from generator.model import shapes
from generator.model.badge import Badge
from generator.model.declaration import declarations
from generator.model.opportunity import Opportunity
from generator.model.organisation import Organisation
from generator.model.pathway import Pathway
from generator.model.problem import Severity
from generator.model.settings import Settings
from generator.model.shapes import Shape, nothing
from generator.model.taxonomy import Taxonomy
from generator.model.venue import Venue
from generator.model.written_page import WrittenPage
from generator.rules.references import values
from tests.support.in_memory import understand_in_memory
from tests.support.random_folders import Wanted, seeded_folder


@pytest.mark.parametrize("seed", range(12))
def test_random_place_has_no_mistake(seed: int) -> None:
    languages = (("en",), ("en", "cy"), ("cy", "en"))[seed % 3]
    wanted = Wanted(size=40, languages=languages, chance=(0.2, 0.5, 0.9)[seed % 3])

    understood = understand_in_memory(seeded_folder(seed, wanted))

    assert [one for one in understood.problems if one.severity is Severity.ERROR] == []


def test_same_seed_gives_the_same_place_and_another_another() -> None:
    places = [seeded_folder(seed, Wanted(size=30)) for seed in (1, 1, 2)]

    assert places[0] == places[1]
    assert places[0] != places[2]


def test_place_is_as_large_as_it_was_asked_to_be() -> None:
    files = seeded_folder(3, Wanted(size=300))

    assert 290 <= sum(path.endswith(".md") for path in files) <= 310


def test_every_field_of_every_kind_is_reached() -> None:
    wanted = Wanted(size=300, languages=("en", "cy"), chance=0.6)

    place = understand_in_memory(seeded_folder(6, wanted)).place

    records = {
        Opportunity: place.opportunities,
        Badge: place.badges,
        Organisation: place.organisations,
        Venue: place.venues,
        Pathway: place.pathways,
        WrittenPage: place.written_pages,
    }
    for record_type, made in records.items():
        reached = {path for record in made.values() for path in _reached(record)}
        # A draft is in no place, by its definition.
        assert set(_declared(record_type)) - reached == {"draft"}


def test_every_setting_and_every_part_of_a_term_is_reached() -> None:
    places = [
        understand_in_memory(seeded_folder(seed, Wanted(size=1, chance=0.6))).place
        for seed in range(20)
    ]

    settings = {path for place in places for path in _reached(place.settings)}
    taxonomies = {path for place in places for path in _reached(place.taxonomy)}

    # A tile host would be asked for tiles by whoever opens a page of a random place, and a path
    # that counts for each look at one.
    unwanted = {"basemap.tiles", "basemap.attribution", "counting"}
    assert set(_declared(Settings)) - settings == unwanted
    assert set(_declared(Taxonomy)) - taxonomies == set()


def _declared(record_type: type, before: str = "") -> Iterator[str]:
    for field in declarations(record_type):
        yield from _paths(field.shape, f"{before}{field.name}")


def _paths(shape: Shape, path: str) -> Iterator[str]:
    match shape:
        case shapes.Many(of=item):
            yield from _paths(item, path)
        case shapes.Group(type=group):
            yield from _declared(group, f"{path}.")
        case _:
            yield path


def _reached(record: object) -> Iterator[str]:
    for shape, value, path in values(record):
        if value not in (nothing(shape), None):
            yield ".".join(step for step in path if not step.isdigit())
