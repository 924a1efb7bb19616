"""A place's colours can be read, or the nearest that can be is named."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.model.settings import Colours
from generator.rules.checks.settings import check_settings
from generator.rules.colours import PAPER, TEXT_CONTRAST, contrast
from tests.support.places import settings

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def told(primary: str, accent: str = "") -> list[str]:
    problems = check_settings(settings(colours=Colours(primary, accent)))
    return [it.message for it in problems if it.code == "unreadable-colour"]


def test_colours_that_can_be_read_are_taken() -> None:
    assert told("#0b4f6c", "#ac511d") == []


def test_each_colour_is_looked_at_on_its_own() -> None:
    assert len(told("#ffcc00", "#ffee00")) == 2
    assert len(told("#0b4f6c", "#ffee00")) == 1


def test_place_may_have_no_colours() -> None:
    assert [it.code for it in check_settings(settings(colours=None))] == []


@given(colours)
def test_shade_that_is_named_is_taken(colour: str) -> None:
    for message in told(colour):
        named = message.rpartition(" ")[2]

        assert contrast(named, PAPER) >= TEXT_CONTRAST
        assert told(named) == []
