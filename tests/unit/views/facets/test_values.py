"""What each facet says of an opportunity, where that is a decision and not the field itself."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.model.entries import CostEntry
from generator.model.life import Life, Standing
from generator.model.money import Pay
from generator.model.opportunity import Eligibility, Opportunity
from generator.model.place import Links, Place
from generator.model.prospect import JoinState, Prospect
from generator.model.status import OpportunityStatus
from generator.views.facets.access import ACCESS, LANGUAGE, SUPPORT
from generator.views.facets.facet import Facet
from generator.views.facets.joining import RUN_BY, SPACES
from generator.views.facets.money import COST, PAID
from generator.views.facets.people import ELIGIBILITY
from generator.views.facets.subjects import EARNS_BADGE, SKILL, TOPIC
from generator.views.facets.wheres import NEIGHBOURHOOD
from generator.views.here import Here
from tests.support.places import (
    a_badge,
    a_neighbourhood,
    a_place,
    a_venue,
    an_opportunity,
    an_organisation,
    en,
    settings,
    taxonomy,
)
from tests.support.wordings import edition

FREE = CostEntry(free=True)
FREE_FOR_CARERS = CostEntry(free=True, whom=("carer",))
FIVE = CostEntry(amount=Decimal(5))


def values(facet: Facet, opportunity: Opportunity, place: Place | None = None) -> tuple[str, ...]:
    return facet.reader(place or a_place(opportunity))(opportunity)


def names(facet: Facet, place: Place) -> list[str]:
    return [words.words for _, words in facet.choices(Here(edition(place), "explore/"))]


@pytest.mark.parametrize(
    ("cost", "band"),
    [
        ((FREE,), ("free",)),
        ((FREE_FOR_CARERS, FIVE), ("free-if-qualifying",)),
        ((FIVE,), ("paid",)),
        ((), ()),
    ],
)
def test_each_price_is_in_one_band(cost: tuple[CostEntry, ...], band: tuple[str, ...]) -> None:
    assert values(COST, an_opportunity(cost=cost)) == band


@pytest.mark.parametrize("pay", [None, Pay(paid=False)])
def test_what_is_unpaid_or_says_nothing_is_not_paid(pay: Pay | None) -> None:
    assert values(PAID, an_opportunity(paid=pay)) == ()
    assert values(PAID, an_opportunity(paid=Pay())) == ("yes",)


@pytest.mark.parametrize("nothing", [None, Eligibility(), Eligibility(diagnosis=False)])
def test_where_nothing_is_asked_everyone_can_join(nothing: Eligibility | None) -> None:
    assert values(ELIGIBILITY, an_opportunity(eligible=nothing)) == ("everyone",)


def test_a_note_alone_is_not_open_to_everyone() -> None:
    women = Eligibility(note=en("Women and girls only"))

    assert values(ELIGIBILITY, an_opportunity(eligible=women)) == ()


def test_each_thing_that_qualifies_can_be_said() -> None:
    asked = Eligibility((en("harbour"),), ("universal-credit",), ("carer",), diagnosis=True)

    assert values(ELIGIBILITY, an_opportunity(eligible=asked)) == (
        "is-carer", "gets-universal-credit", "lives-in-harbour", "diagnosis",
    )  # fmt: skip


def test_a_better_price_for_carers_is_something_for_carers() -> None:
    club = an_opportunity(cost=(FREE_FOR_CARERS, FIVE))

    assert values(ELIGIBILITY, club) == ("everyone", "is-carer")


def test_where_one_must_live_is_offered_only_as_a_neighbourhood() -> None:
    place = a_place(a_neighbourhood())

    assert "People who live in Harbour" in names(ELIGIBILITY, place)


def test_a_badge_is_earned_with_its_layer() -> None:
    club = an_opportunity(badges=("robotics-1",))

    assert values(EARNS_BADGE, club, a_place(club, a_badge())) == ("any", "layer-participate")


@pytest.mark.parametrize(
    ("status", "life"), [("retired", Life.CHECKED), ("draft", Life.CHECKED), ("live", Life.OVERDUE)]
)
def test_a_badge_that_is_not_awarded_is_not_earned(status: str, life: Life) -> None:
    club = an_opportunity(badges=("robotics-1",))
    standing = {("badge", "robotics-1"): Standing(life)}

    place = a_place(club, a_badge(status=status), standing=standing)

    assert values(EARNS_BADGE, club, place) == ()


@pytest.mark.parametrize(
    ("given", "state", "answer"),
    [
        ({}, JoinState.JOINABLE, ("left",)),
        ({}, JoinState.ANYTIME, ("left",)),
        ({}, JoinState.FULL, ()),
        ({"status": OpportunityStatus.FULL}, JoinState.JOINABLE, ()),
        ({"status": OpportunityStatus.WAITING_LIST}, JoinState.FULL, ("waiting-list",)),
        ({"join": ("waiting-list",)}, JoinState.JOINABLE, ("waiting-list",)),
        ({"join": ("book", "waiting-list")}, JoinState.JOINABLE, ("left",)),
        ({"join": ("book", "waiting-list")}, JoinState.FULL, ("waiting-list",)),
    ],
)
def test_spaces_are_left_or_waited_for(
    given: dict[str, object], state: JoinState, answer: tuple[str, ...]
) -> None:
    club = an_opportunity("robotics", **given)

    assert values(SPACES, club, a_place(club, prospects={club.id: Prospect(state)})) == answer


def test_a_venue_s_access_is_the_opportunity_s() -> None:
    club = an_opportunity()

    assert values(ACCESS, club, a_place(club, a_venue(access=("step-free",)))) == ("step-free",)


def test_support_is_called_what_the_place_calls_it() -> None:
    here = Here(edition(a_place(settings=settings(support_label=en("ALN")))), "explore/")

    assert SUPPORT.words(here) == "Support (ALN)"


def test_it_is_held_in_the_place_s_language_unless_it_says_otherwise() -> None:
    assert values(LANGUAGE, an_opportunity()) == ("en",)
    assert values(LANGUAGE, an_opportunity(languages=("bfi", "cy"))) == ("bfi", "cy")


def test_the_place_s_own_languages_come_first() -> None:
    bilingual = settings(languages=("en", "cy"))
    place = a_place(an_opportunity(languages=("bfi", "ar", "cy")), settings=bilingual)

    assert names(LANGUAGE, place) == ["en", "cy", "ar", "bfi"]


def test_a_neighbourhood_finds_what_happens_in_it() -> None:
    club = an_opportunity()
    links = Links(opportunities_in={"hill": ("other",), "pill": ("robotics", "other")})

    assert values(NEIGHBOURHOOD, club, a_place(club, links=links)) == ("pill",)


def test_topics_keep_the_team_s_order_and_long_lists_go_by_name() -> None:
    [topic] = taxonomy().topics
    zebras, ants = (type(topic)(name, en(name)) for name in ("zebras", "ants"))
    place = a_place(taxonomy=taxonomy(topics=(zebras, ants), skills=(zebras, ants)))

    assert names(TOPIC, place) == ["zebras", "ants"]
    assert names(SKILL, place) == ["ants", "zebras"]


def test_an_organisation_that_has_left_the_lists_is_not_offered() -> None:
    standing = {("organisation", "makers"): Standing(Life.OVERDUE)}

    assert names(RUN_BY, a_place(an_organisation(), standing=standing)) == []
