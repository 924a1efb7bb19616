"""The licence that holds where place.yaml names none, and the texts of those that are known."""

from __future__ import annotations

import pytest

from generator.model.settings import Licence
from generator.rules.licences import DEFAULT, TEXTS, licensed
from tests.support.places import en, settings


@pytest.mark.parametrize("nation", ["england", "wales", "scotland", "northern-ireland"])
def test_data_of_a_place_in_the_united_kingdom_is_open(nation: str) -> None:
    made = licensed(settings(nation=nation, licence=None))

    assert made.licence == Licence(DEFAULT, TEXTS[DEFAULT])


def test_elsewhere_nothing_is_given_away_unasked() -> None:
    assert licensed(settings(nation="other", licence=None)).licence is None


def test_text_of_a_known_licence_is_found_by_its_name() -> None:
    made = licensed(settings(licence=Licence("ODbL-1.0", attribution=en("Us"))))

    assert made.licence == Licence("ODbL-1.0", TEXTS["ODbL-1.0"], en("Us"))


@pytest.mark.parametrize(
    "licence", [Licence("CC-BY-4.0", "https://example.org/ours"), Licence("Ask us")]
)
def test_what_the_team_says_is_kept(licence: Licence) -> None:
    assert licensed(settings(licence=licence)).licence == licence
