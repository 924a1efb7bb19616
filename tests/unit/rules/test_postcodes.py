from __future__ import annotations

from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.rules import postcodes


@pytest.mark.parametrize(
    "text",
    [
        "NP20 1PA",
        "np201pa",
        "  Np20\t1pA ",
        "NP 20 1PA",
        "NP20-1PA",
        "NP20\N{NO-BREAK SPACE}1PA",
        "ＮＰ２０ １ＰＡ",
        "N.P.20.1PA",
    ],
)
def test_any_spelling_becomes_the_normal_one(text: str) -> None:
    assert postcodes.normalise(text) == "NP20 1PA"


@pytest.mark.parametrize(
    "text", ["M1 1AE", "M60 1NW", "CR2 6XH", "DN55 1PT", "W1A 1HQ", "EC1A 1BB"]
)
def test_each_form_of_postcode_is_accepted(text: str) -> None:
    assert postcodes.normalise(text) == text


def test_girobank_keeps_its_own_form() -> None:
    assert postcodes.normalise("gir0aa") == "GIR 0AA"


@pytest.mark.parametrize(
    "text",
    ["", "NP20", "NP20 1", "NP20 1P", "NP2O 1PA", "NP20 1CA", "QP20 1PA", "12345", "NP20 1PA 3"],
)
def test_what_has_not_the_form_of_a_postcode_is_none(text: str) -> None:
    assert postcodes.normalise(text) is None


def test_parts_of_a_postcode() -> None:
    assert postcodes.district("NP20 1PA") == "NP20"
    assert postcodes.sector("NP20 1PA") == "NP20 1"
    assert postcodes.inward("NP20 1PA") == "1PA"


def test_a_lookalike_sign_is_the_likeliest_slip() -> None:
    assert next(postcodes.slips("NP2O 1PA")) == "NP20 1PA"


@pytest.mark.parametrize("text", ["NP20 1AP", "PN20 1PA", "NP20 1P", "NP20 11PA", "NP20 1PW"])
def test_every_kind_of_slip_leads_back(text: str) -> None:
    assert "NP20 1PA" in set(postcodes.slips(text))


def test_slips_at_the_end_come_before_slips_at_the_start() -> None:
    found = list(postcodes.slips("NP20 1PA"))

    assert found.index("NP20 1PB") < found.index("CP20 1PA")


def test_a_long_text_has_no_slips() -> None:
    assert list(islice(postcodes.slips("N" * 100_000), 1)) == []


@settings(max_examples=50)
@given(st.text(max_size=14))
def test_slips_are_postcodes_each_once_and_never_the_text_itself(text: str) -> None:
    found = list(postcodes.slips(text))

    assert all(postcodes.normalise(one) == one for one in found)
    assert len(found) == len(set(found))
    assert postcodes.normalise(text) not in found
