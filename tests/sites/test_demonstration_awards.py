"""What the demonstration owes: badges as the programme asks, pathways that lead somewhere real."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from generator.model.badge import EARN_VIA, Badge
from generator.model.organisation import SECTORS
from generator.model.pathway import DESTINATIONS, Pathway
from tests.support.demonstration import demonstration, live_badges, short_of

# How much of a skill's name has to come up in a criterion: "Caring for others" as "caring".
ECHO = 5


def test_there_is_enough_to_choose_from() -> None:
    place = demonstration().place

    assert len(place.opportunities) >= 175
    assert len(live_badges()) >= 46
    assert len(place.organisations) >= 28
    assert len(place.pathways) >= 9


def test_badges_are_spread_over_all_layers() -> None:
    standard = demonstration().place.taxonomy.layers
    layers = [layer.id for layer in standard.items] if standard else []

    counts = Counter(badge.layer for badge in live_badges())

    assert len(layers) == 4
    assert short_of(counts, layers, 8) == {}


def test_criteria_say_what_the_earner_has_done() -> None:
    odd = [
        (badge.id, words)
        for badge in live_badges()
        for words in (text.words("en") for text in badge.criteria)
        if not (words.startswith("Earner has ") and words.endswith("."))
    ]

    assert odd == []
    assert min(len(badge.criteria) for badge in live_badges()) >= 2


def test_each_skill_of_a_badge_comes_up_in_a_criterion() -> None:
    skills = demonstration().place.taxonomy.skills
    labels = {term.id: term.label.words("en").casefold() for term in skills}

    silent = [
        (badge.id, skill)
        for badge in live_badges()
        for skill in badge.skills
        if labels[skill][:ECHO] not in " ".join(it.words("en") for it in badge.criteria).casefold()
    ]

    assert silent == []


BADGES: dict[str, tuple[int, Callable[[Badge], bool]]] = {
    "evidence and who looks at it": (25, lambda it: bool(it.evidence and it.evidence.reviewer)),
    "a quality mark with its date": (3, lambda it: bool(it.quality and it.quality.date)),
    "an endorsement with words": (3, lambda it: any(each.note for each in it.endorsements)),
    "all of the badges before it": (8, lambda it: bool(it.requires and it.requires.all_of)),
    "some of the badges before it": (3, lambda it: bool(it.requires and it.requires.some)),
    "what it leads to": (25, lambda it: bool(it.leads_to)),
    "an account with an age": (2, lambda it: bool(it.account and it.account.min_age)),
    "where to apply": (5, lambda it: bool(it.earn_url)),
    "another framework's name for it": (4, lambda it: bool(it.alignments)),
    "a level of CQFW": (8, lambda it: bool(it.level and it.level.framework == "CQFW")),
    "a level of RQF": (3, lambda it: bool(it.level and it.level.framework == "RQF")),
    "a price": (5, lambda it: any(not price.price.free for price in it.cost)),
    "a picture of its own": (2, lambda it: it.image is not None),
    "no picture, so that it is drawn": (30, lambda it: it.image is None),
    "how many earned it": (4, lambda it: any((told.count or 0) >= 10 for told in it.issued)),
    "so few that they are not counted": (1, lambda it: any(
        (told.count or 0) < 10 for told in it.issued)),
    "Welsh": (5, lambda it: "cy" in it.languages),
}  # fmt: skip


@pytest.mark.parametrize("what", BADGES)
def test_badges_show_everything_that_a_badge_can_say(what: str) -> None:
    least, has = BADGES[what]

    assert sum(map(has, live_badges())) >= least


def test_badges_can_be_come_by_in_every_way() -> None:
    ways = Counter(way for badge in live_badges() for way in badge.earn_via)

    assert short_of(ways, EARN_VIA, 2) == {}


def test_every_live_badge_can_be_earned_in_something_or_applied_for() -> None:
    earned = demonstration().place.links.earned_in

    stranded = [
        badge.id
        for badge in live_badges()
        if not earned.get(badge.id) and "apply" not in badge.earn_via
    ]

    assert stranded == []


def test_a_retired_badge_says_what_to_earn_instead() -> None:
    retired = [it for it in demonstration().place.badges.values() if it.status == "retired"]

    assert len(retired) >= 2
    assert all(badge.replaced_by for badge in retired)


def test_pathways_end_in_everything_that_the_programme_is_for() -> None:
    ends = Counter(
        it.destination.kind for it in demonstration().place.pathways.values() if it.destination
    )

    assert short_of(ends, DESTINATIONS, 2) == {}


def options(pathway: Pathway) -> list[tuple[str, str]]:
    return [(it.opportunity, it.badge) for step in pathway.steps for it in step.options]


def test_every_pathway_mixes_things_to_do_with_badges() -> None:
    pathways = demonstration().place.pathways.values()

    thin = [
        it.id
        for it in pathways
        if not (any(do for do, _ in options(it)) and any(badge for _, badge in options(it)))
    ]
    steps = [step for it in pathways for step in it.steps]

    assert thin == []
    assert any(step.optional for step in steps)
    assert any(step.choose for step in steps)
    assert any(step.text and step.url for step in steps)


def test_organisations_are_of_every_kind_and_say_whom_to_turn_to() -> None:
    organisations = demonstration().place.organisations.values()

    sectors = Counter(it.sector for it in organisations)

    assert short_of(sectors, SECTORS, 1) == {}
    assert all(it.safeguarding for it in organisations)
    assert sum(bool(it.assurance) for it in organisations) >= 8
    assert sum(it.logo is not None for it in organisations) >= 4


def test_venues_show_the_door_the_neighbourhood_or_nothing() -> None:
    place = demonstration().place
    venues = place.venues.values()

    shown = Counter(it.location_shown for it in venues)
    facilities = {facility for it in venues for facility in it.facilities}

    assert short_of(shown, ("exact", "area", "hidden"), 2) == {}
    assert facilities == {term.id for term in place.taxonomy.facilities}
    assert any(it.outside for it in venues)
