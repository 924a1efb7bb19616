from __future__ import annotations

import pytest

from generator.model.venue import Venue
from generator.rules.checks.secrets import check_secrets
from tests.support.places import a_venue, an_opportunity, en

REFUGE = a_venue(
    "refuge",
    address="99 Secret Lane, Avonport",
    postcode="YO21 1AE",
    location_shown="hidden",
    transport=en("Get off at 99 Secret Lane"),
)


def told(*records: Venue) -> list[str]:
    return [
        f"{problem.code} {problem.mark.path}"
        for problem in check_secrets(records, [REFUGE, *records])
    ]


@pytest.mark.parametrize(
    "words", ["Come to 99 Secret Lane", "yo211ae", "99, SECRET-LANE", "YO21 1AE."]
)
def test_text_that_gives_a_withheld_address_away_is_an_error(words: str) -> None:
    record = an_opportunity(summary=en(words), path="a.md")

    problems = list(check_secrets([record], [REFUGE]))

    assert [problem.code for problem in problems] == ["address-given-away"]


def test_withheld_venue_may_say_its_own_address() -> None:
    assert told(REFUGE) == []


def test_venue_in_the_same_postcode_gives_nothing_away() -> None:
    neighbour = a_venue("library", postcode="YO211AE", address="1 Main Street")

    assert told(neighbour) == []


def test_two_withheld_venues_at_one_address_give_nothing_away() -> None:
    other = a_venue("flat", address="99 Secret Lane", postcode="YO21 1AE", location_shown="area")

    assert told(other) == []


def test_venue_that_shows_the_withheld_street_is_an_error() -> None:
    double = a_venue("double", address="99 Secret Lane", postcode="YO21 1AE")

    assert len(told(double)) == 1
