from __future__ import annotations

from generator.model.finding import Fact, Findable, WordField
from generator.model.life import Life, Standing
from generator.model.place import Links
from generator.model.prospect import JoinState, Prospect
from generator.model.record import Record
from generator.model.text import Text
from generator.views.found_badges import findable_badges, retired_badges, retired_suggestions
from generator.views.here import Here
from tests.support.places import a_badge, a_place, an_opportunity, an_organisation, en
from tests.support.wordings import edition

OLD = a_badge("old", title=en("Zips"), status="retired")
OLDER = a_badge("older", title=en("Buttons"), status="retired")


def here(*records: Record, **given: object) -> Here:
    return Here(edition(a_place(*records, an_organisation(), **given)), "badges/")


def only(found: tuple[Findable, ...]) -> Findable:
    [row] = found
    return row


def test_a_badge_that_is_no_longer_awarded_is_not_found() -> None:
    assert [row.id for row in findable_badges(here(a_badge(), OLD))] == ["robotics-1"]


def test_a_badge_that_has_left_the_lists_is_neither_found_nor_suggested() -> None:
    overdue = Standing(Life.OVERDUE)
    place = here(
        a_badge(), OLD, standing={("badge", "robotics-1"): overdue, ("badge", "old"): overdue}
    )

    assert findable_badges(place) == ()
    assert list(retired_suggestions(place)) == []


def test_what_is_no_longer_awarded_stands_by_title_and_can_be_gone_to() -> None:
    place = here(a_badge(), OLD, OLDER)

    assert retired_badges(place) == ("older", "old")
    assert [(it.words, it.path) for it in retired_suggestions(place)] == [
        ("Buttons", "badges/older/"),
        ("Zips", "badges/old/"),
    ]


def test_its_issuer_and_every_criterion_can_be_found() -> None:
    badge = a_badge(criteria=(en("Earner has soldered."), en("Earner has measured.")))

    words = only(findable_badges(here(badge))).words

    texts = [text for field, text in words if field is WordField.BODY]
    assert texts[:2] == ["Earner has soldered.", "Earner has measured."]
    assert any(field is WordField.ORGANISATION and text for field, text in words)


def test_its_title_is_found_in_every_language() -> None:
    title = Text((("en", "Robots"), ("cy", "Robotiaid")))

    words = only(findable_badges(here(a_badge(title=title)))).words

    assert (WordField.TITLE, "Robots Robotiaid") in words


def test_its_card_says_where_it_is_earned_while_somebody_new_can_come() -> None:
    badge = a_badge()
    links = Links(earned_in={badge.id: ("robotics",)})

    def facts(state: JoinState) -> tuple[Fact, ...]:
        place = here(badge, an_opportunity(), links=links, prospects={"robotics": Prospect(state)})
        return only(findable_badges(place)).card.facts

    assert Fact("earn", "Earn it here: 1 opportunity") in facts(JoinState.JOINABLE)
    assert not [it for it in facts(JoinState.ENDED) if it.kind == "earn"]


def test_its_card_has_the_drawn_picture() -> None:
    assert only(findable_badges(here(a_badge()))).card.image.endswith(".svg")
