from __future__ import annotations

from datetime import date

import pytest

from generator.model.ages import AgeAt, AgeRange, SchoolYears
from generator.rules.ages import (
    AgeRequirement,
    admits,
    admits_under_18,
    age_on,
    age_requirement,
    ages_admitted,
    range_mistake,
    school_year_ages,
)


@pytest.mark.parametrize(("age", "expected"), [(10, False), (11, True), (16, True), (17, False)])
def test_both_ends_of_a_range_are_included(age: int, expected: bool) -> None:  # noqa: FBT001  # a table's column
    assert admits(AgeRange(11, 16), age) is expected


@pytest.mark.parametrize(
    ("ages", "expected"),
    [
        (AgeRange(18, None), False),
        (AgeRange(19, None), False),
        (AgeRange(16, 24), True),
        (AgeRange(None, 24), True),
        (AgeRange(), True),
    ],
)
def test_children_are_admitted_unless_a_lower_limit_keeps_them_out(
    ages: AgeRange,
    expected: bool,  # noqa: FBT001  # a table's column
) -> None:
    assert admits_under_18(ages) is expected


@pytest.mark.parametrize(
    ("start", "counted_on"),
    [
        (date(2026, 9, 8), date(2026, 8, 31)),
        (date(2027, 3, 1), date(2026, 8, 31)),
        (date(2027, 7, 31), date(2026, 8, 31)),
        (date(2027, 8, 1), date(2027, 8, 31)),
    ],
)
def test_ages_by_31_august_count_on_the_one_of_the_academic_year(
    start: date, counted_on: date
) -> None:
    ages = AgeRange(16, 18, AgeAt.THE_31_AUGUST)

    assert age_requirement(ages, start) == AgeRequirement(16, 18, counted_on)


def test_ages_at_the_start_count_on_the_start() -> None:
    start = date(2026, 12, 8)

    assert age_requirement(AgeRange(11, None), start).on == start


def test_with_an_open_start_no_day_can_be_told() -> None:
    assert age_requirement(AgeRange(16, 18, AgeAt.THE_31_AUGUST), None).on is None


def test_a_person_is_a_year_older_on_their_birthday_and_not_before() -> None:
    born = date(2010, 6, 15)

    assert age_on(born, date(2026, 6, 14)) == 15
    assert age_on(born, date(2026, 6, 15)) == 16


def test_someone_born_on_29_february_has_their_birthday_on_1_march() -> None:
    born = date(2008, 2, 29)

    assert age_on(born, date(2026, 2, 28)) == 17
    assert age_on(born, date(2026, 3, 1)) == 18


@pytest.mark.parametrize(
    ("nation", "expected"),
    [
        ("wales", AgeRange(11, 16)),
        ("england", AgeRange(11, 16)),
        ("northern-ireland", AgeRange(10, 15)),
        ("scotland", AgeRange(10, 16)),
    ],
)
def test_school_years_are_told_as_the_ages_of_their_pupils(nation: str, expected: AgeRange) -> None:
    assert school_year_ages(SchoolYears(7, 11), nation) == expected


def test_reception_begins_at_four() -> None:
    assert school_year_ages(SchoolYears(0, None), "wales") == AgeRange(4, None)


def test_ages_said_outright_go_before_school_years() -> None:
    assert ages_admitted(AgeRange(12, 14), SchoolYears(7, 11), "wales") == AgeRange(12, 14)
    assert ages_admitted(None, SchoolYears(7, 11), "wales") == AgeRange(11, 16)
    assert ages_admitted(None, None) == AgeRange()


def test_a_range_the_wrong_way_round_is_told_so() -> None:
    assert "did you mean from 11 to 16?" in (range_mistake(AgeRange(16, 11)) or "")
    assert "did you mean from 7 to 9?" in (range_mistake(SchoolYears(9, 7)) or "")
    assert range_mistake(AgeRange(16, None)) is None
