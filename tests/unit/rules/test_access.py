from __future__ import annotations

import pytest

from generator.model.entries import WhereEntry
from generator.rules.access import access_given
from tests.support.places import an_opportunity, en

VENUES = {"library": {"step-free", "hearing-loop"}, "hall": {"step-free", "quiet-space"}}


def test_what_a_venue_has_counts_where_people_meet() -> None:
    club = an_opportunity(access=("bsl",), where=(WhereEntry(venue="library"),))

    assert access_given(club, VENUES) == ("bsl", "hearing-loop", "step-free")


def test_of_several_venues_only_what_all_of_them_have_counts() -> None:
    club = an_opportunity(where=(WhereEntry(venue="library"), WhereEntry(venue="hall")))

    assert access_given(club, VENUES) == ("step-free",)


@pytest.mark.parametrize("where", [WhereEntry(area="harbour"), WhereEntry(words=en("On the quay"))])
def test_a_place_that_is_no_venue_vouches_for_nothing(where: WhereEntry) -> None:
    walk = an_opportunity(where=(WhereEntry(venue="library"), where))

    assert access_given(walk, VENUES) == ()


def test_a_web_address_beside_a_venue_takes_nothing_away() -> None:
    where = (WhereEntry(venue="hall"), WhereEntry(url="https://example.org/"))
    hybrid = an_opportunity(mode=("hybrid",), where=where)

    assert access_given(hybrid, VENUES) == ("quiet-space", "step-free")


def test_what_is_only_online_has_no_door() -> None:
    online = an_opportunity(mode=("online",), where=(WhereEntry(venue="hall"),))

    assert access_given(online, VENUES) == ()


def test_a_venue_that_nothing_is_known_of_has_nothing() -> None:
    assert access_given(an_opportunity(where=(WhereEntry(venue="shed"),)), VENUES) == ()
