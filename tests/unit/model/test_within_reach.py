"""What is left of a choice when some of its options are not published."""

from __future__ import annotations

from generator.model.badge import Requirement
from generator.model.pathway import Option, Step
from generator.model.text import Text

A, B = Option(badge="a"), Option(badge="b")


def test_a_choice_asks_for_no_more_than_it_offers() -> None:
    step = Step(choose=3, of=(A, B)).within_reach()

    assert step == Step(choose=2, of=(A, B))


def test_a_choice_that_can_be_made_is_left_alone() -> None:
    step = Step(choose=1, of=(A, B))

    assert step.within_reach() is step


def test_a_step_without_anything_left_is_none() -> None:
    assert Step(choose=2, optional=True).within_reach() is None
    assert Step(text=Text.plain("en", "Ask")).within_reach() is not None


def test_a_requirement_follows_the_same_rule() -> None:
    assert Requirement(some=3, of=("a", "b")).within_reach() == Requirement(some=2, of=("a", "b"))
    assert Requirement(some=1).within_reach() is None
    assert Requirement(all_of=("a",)).within_reach() == Requirement(all_of=("a",))
