from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rules.colours import TEXT_CONTRAST, contrast, mixed, readable

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("#000000", "#ffffff", 21), ("#ffffff", "#ffffff", 1), ("#767676", "#ffffff", 4.54)],
)
def test_contrast_is_what_wcag_defines(one: str, other: str, expected: float) -> None:
    assert contrast(one, other) == pytest.approx(expected, abs=0.005)
    assert contrast(other, one) == contrast(one, other)


def test_colour_that_can_be_read_stays_as_it_is() -> None:
    assert readable("#0b5d5e", "#ffffff") == "#0b5d5e"


@given(colours, colours)
def test_every_colour_has_a_shade_that_can_be_read(colour: str, behind: str) -> None:
    assert contrast(readable(colour, behind), behind) >= TEXT_CONTRAST


def test_mixing_goes_from_one_colour_to_the_other() -> None:
    assert mixed("#102030", "#ffffff", 0) == "#102030"
    assert mixed("#102030", "#ffffff", 1) == "#ffffff"
