from __future__ import annotations

import pytest

from generator.model.location import Location, Placing
from generator.model.venue import Venue
from tests.support.saltmarsh import place_files, record, with_fields
from tests.support.understanding import understood

HALL = "venues/hall.md"


def located(path: str, text: str) -> tuple[Venue, list[str]]:
    found = understood(place_files() | {path: text})
    return found.place.venues[path.removeprefix("venues/").removesuffix(".md")], found.told()


def test_position_in_the_record_comes_first() -> None:
    venue, told = located(HALL, with_fields(HALL, "location: [54.5, -0.6]\n"))

    assert (venue.placed, venue.placing) == (Location(54.5, -0.6), Placing.RECORD)
    assert told == []


def test_committed_geocode_comes_before_the_postcode() -> None:
    venue, _ = located(HALL, with_fields(HALL, ""))

    assert (venue.placed, venue.placing) == (Location(54.4871, -0.6142), Placing.GEOCODE)
    assert venue.neighbourhood == "harbour"


def test_changed_address_falls_back_to_the_postcode() -> None:
    venue, told = located(HALL, with_fields(HALL, "address: 3 Cliff Road\n"))

    assert venue.placing is Placing.POSTCODE
    assert told == [f"{HALL}:2:10 warning geocode-stale"]


def test_area_comes_last() -> None:
    venue, told = located("venues/tent.md", record("title: Tent\narea: harbour\n"))

    assert venue.placing is Placing.AREA
    assert told == []


@pytest.mark.parametrize("shown", ["area", "hidden"])
def test_venue_that_is_not_shown_exactly_is_stripped(shown: str) -> None:
    venue, _ = located(
        HALL,
        with_fields(
            HALL,
            f"location_shown: {shown}\nlocation: [54.5, -0.6]\nuprn: 100100\narea: harbour\n"
            "transport: Two minutes from the bridge\nsource: {id: way/1}\n",
        ),
    )

    kept = (venue.address, venue.postcode, venue.location, venue.uprn, venue.placed, venue.source)
    assert kept == ("", "", None, "", None, None)
    assert not venue.transport
    assert venue.neighbourhood == ("harbour" if shown == "area" else "")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("postcode: YO21 1AZ\n", ["venues/tent.md:3:11 warning unknown-postcode"]),
        ("postcode: BT1 5GS\n", ["venues/tent.md:1:1 warning venue-not-placed"]),
        ("postcode: BT1 5GS\narea: harbour\n", []),
        ("postcode: YO21 1AZ\nlocation: [54.5, -0.6]\n", []),
        ("postcode: YO21 1AZ\nlocation_shown: hidden\n",
         ["venues/tent.md:3:11 warning unknown-postcode"]),
        ("postcode: nonsense\n", ["venues/tent.md:3:11 error invalid-postcode"]),
        ("postcode: YO21 1AZ\ndraft: true\n", []),
    ],
)  # fmt: skip
def test_what_cannot_be_placed_is_told_once(text: str, told: list[str]) -> None:
    found = understood(place_files() | {"venues/tent.md": record(f"title: Tent\n{text}")})

    assert found.told() == told


def test_geocode_of_a_draft_is_kept_quiet() -> None:
    assert understood(place_files() | {HALL: with_fields(HALL, "draft: true\n")}).told() == []
