from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given

from generator.model.badge import Badge, Requirement
from generator.model.place import Links, Place
from generator.model.prospect import JoinState, Prospect
from generator.model.registry import BADGE, OPPORTUNITY, ORGANISATION, PATHWAY
from generator.views.facets.badges import BADGE_FACETS
from generator.views.facets.offering import reader_of
from generator.views.facets.pathways import PATHWAY_FACETS
from generator.views.here import Here
from tests.support.places import a_badge, a_place, an_opportunity
from tests.support.random_places import places
from tests.support.wordings import edition

ASKED_OTHERWISE = {"q", "sort"}


def answers(badge: Badge, place: Place | None = None) -> dict[str, tuple[str, ...]]:
    return dict(reader_of(place or a_place(badge), BADGE_FACETS)(badge))


@pytest.mark.parametrize("facets", [BADGE_FACETS, PATHWAY_FACETS], ids=["badges", "pathways"])
def test_no_name_is_given_twice_or_means_something_else_in_the_address(
    facets: tuple[object, ...],
) -> None:
    names = [getattr(facet, "name", "") for facet in facets]

    assert len(set(names)) == len(names)
    assert not ASKED_OTHERWISE.intersection(names)
    assert [name for name in names if not re.fullmatch("[a-z]+", name)] == []


@given(places(kinds=(OPPORTUNITY, BADGE, PATHWAY, ORGANISATION)))
def test_values_are_safe_in_addresses_and_each_is_offered_once(place: Place) -> None:
    here = Here(edition(place), "badges/")

    for facet in (*BADGE_FACETS, *PATHWAY_FACETS):
        values = [value for value, _ in facet.choices(here)]
        assert len(set(values)) == len(values), facet.name
        assert all(re.fullmatch(r"[A-Za-z0-9-]+", value) for value in values), facet.name


@pytest.mark.parametrize(
    ("hours", "bands"),
    [
        (None, ()),
        ("0.5", ("5", "20")),
        ("5", ("5", "20")),
        ("5.5", ("20",)),
        ("20", ("20",)),
        ("21", ("more",)),
    ],
)
def test_up_to_twenty_hours_holds_up_to_five(hours: str | None, bands: tuple[str, ...]) -> None:
    badge = a_badge(hours=None if hours is None else Decimal(hours))

    assert answers(badge)["hours"] == bands


@pytest.mark.parametrize(
    ("state", "value"),
    [
        (JoinState.JOINABLE, ("yes",)),
        (JoinState.ANYTIME, ("yes",)),
        (JoinState.FULL, ("yes",)),
        (JoinState.CLOSED, ()),
        (JoinState.ENDED, ()),
    ],
)
def test_it_is_earned_here_where_somebody_new_can_still_come(
    state: JoinState, value: tuple[str, ...]
) -> None:
    badge = a_badge()
    place = a_place(
        badge,
        an_opportunity(),
        links=Links(earned_in={badge.id: ("robotics",)}),
        prospects={"robotics": Prospect(state)},
    )

    assert answers(badge, place)["here"] == value


def test_a_badge_that_nothing_awards_is_not_earned_here() -> None:
    assert answers(a_badge())["here"] == ()


def test_one_begins_with_what_needs_no_other_badge() -> None:
    needing = a_badge(requires=Requirement(all_of=("robotics-0",)))

    assert answers(a_badge())["start"] == ("yes",)
    assert answers(needing)["start"] == ()


def test_a_badge_without_languages_is_earned_in_the_place_s_own() -> None:
    assert answers(a_badge())["language"] == ("en",)
    assert answers(a_badge(languages=("cy", "en")))["language"] == ("cy", "en")


def test_a_badge_whose_cost_nobody_gave_has_no_band() -> None:
    assert answers(a_badge())["cost"] == ()
