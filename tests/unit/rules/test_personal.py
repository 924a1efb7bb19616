"""What looks like one person's, and what like a team's."""

from __future__ import annotations

import pytest

from generator.rules.personal import is_mobile, is_personal_address


@pytest.mark.parametrize(
    "address",
    [
        "sian.davies@makers.example",
        "J.Smith@makers.example",
        "r_jones2@makers.example",
        "dave@makers.example",
        "rhodri-newport@gmail.com",
    ],
)
def test_person_is_told_by_a_name(address: str) -> None:
    assert is_personal_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "hello@makers.example",
        "adult.learning@makers.example",
        "course-bookings@makers.example",
        "ringlandbikeshed@gmail.com",
        "info@davies.example",  # the name of a firm
        "summer.school@makers.example",
        "a@makers.example",
        "annualreport@makers.example",
    ],
)
def test_team_is_left_in_peace(address: str) -> None:
    assert not is_personal_address(address)


@pytest.mark.parametrize(
    ("number", "mobile"),
    [
        ("07700 900123", True),
        ("+44 7700 900123", True),
        ("+44 (0)7700 900123", True),
        ("07700900123", True),
        ("01632 960123", False),
        ("020 7946 0123", False),
        ("07012 345678", False),  # a number that follows somebody about
        ("07640 123456", False),  # a pager
        ("0770090012", False),
        ("", False),
    ],
)
def test_mobile_is_told_by_how_it_begins(number: str, mobile: bool) -> None:  # noqa: FBT001 - each way
    assert is_mobile(number) is mobile
