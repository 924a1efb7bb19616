"""What pages say in words: prices, ages, timetables."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest

from generator.adapters.wording_babel import BabelWordings
from generator.model.ages import AgeAt, AgeRange, SchoolYears
from generator.model.edition import Edition
from generator.model.money import Cost, CostPer, Pay, PayPer
from generator.model.schedule import During
from generator.rules.patterns import Pattern, PatternKind
from generator.views.costs import cost_summary, pay_facts
from generator.views.here import Here
from generator.views.people import age_words, band_words, school_year_words
from generator.views.timetable import pattern_words
from tests.support.places import a_place

HERE = Here(Edition(a_place(), "en", BabelWordings().speak("en")), "opportunities/robotics/")
FREE = Cost()
FIVE = Cost(Decimal(5), CostPer.SESSION)
FEE = Cost(Decimal("60.50"), CostPer.COURSE)
FREE_FOR_CARERS = Cost(qualifying=("carer",))
TWO_FOR_CARERS = Cost(Decimal(2), qualifying=("carer",))


@pytest.mark.parametrize(
    ("costs", "expected"),
    [
        ((), ""),
        ((FREE,), "Free"),
        ((FREE, TWO_FOR_CARERS), "Free"),
        ((FIVE,), "£5 a session"),
        ((FEE, FIVE), "From £5 a session"),
        ((FREE, FEE), "Free, or £60.50 for the whole course"),
        ((FREE_FOR_CARERS,), "Free if you qualify"),
        ((FIVE, FREE_FOR_CARERS), "£5 a session, free if you qualify"),
        ((TWO_FOR_CARERS,), "£2 if you qualify"),
    ],
)
def test_free_alone_only_means_free_for_everyone(costs: tuple[Cost, ...], expected: str) -> None:
    assert cost_summary(HERE, costs) == expected


@pytest.mark.parametrize(
    ("ages", "expected"),
    [
        (None, "All ages"),
        (AgeRange(), "All ages"),
        (AgeRange(0), "All ages"),
        (AgeRange(11, 16), "Ages 11 to 16"),
        (AgeRange(16), "Ages 16 and over"),
        (AgeRange(None, 4), "Up to age 4"),
        (AgeRange(0, 4), "Up to age 4"),
        (AgeRange(16, 16), "Age 16"),
        (AgeRange(16, 18, AgeAt.THE_31_AUGUST), "Ages 16 to 18, on 31 August"),
    ],
)
def test_ages_are_said_with_the_day_that_counts(ages: AgeRange | None, expected: str) -> None:
    assert age_words(HERE, ages) == expected


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        (None, ""),
        (SchoolYears(7, 11), "School years 7 to 11"),
        (SchoolYears(0, 2), "Reception to School year 2"),
        (SchoolYears(7, 7), "School year 7"),
        (SchoolYears(12), "School year 12 and above"),
        (SchoolYears(None, 6), "Up to School year 6"),
    ],
)
def test_school_years_are_said(years: SchoolYears | None, expected: str) -> None:
    assert school_year_words(HERE, years) == expected


def test_school_years_stand_in_where_no_ages_are_said() -> None:
    assert age_words(HERE, None, SchoolYears(7, 11)) == "School years 7 to 11"


def test_age_bands_have_names() -> None:
    spoken = [band_words(HERE, *band) for band in ((0, 4), (5, 10), (25, 120))]

    assert spoken == ["Under 5", "Ages 5 to 10", "Ages 25 and over"]


@pytest.mark.parametrize(
    ("pay", "expected"),
    [
        (Pay(paid=False), "Unpaid"),
        (Pay(), "Paid"),
        (Pay(Decimal("7.55"), PayPer.HOUR), "£7.55 an hour"),
        (Pay(Decimal(22000), PayPer.YEAR), "£22,000 a year"),
    ],
)
def test_pay_is_said(pay: Pay, expected: str) -> None:
    facts = pay_facts(HERE, pay)

    assert facts is not None
    assert facts.words == expected


def a_pattern(kind: PatternKind = PatternKind.WEEKLY, **given: object) -> Pattern:
    usual: dict[str, object] = {"kind": kind, "start": time(17), "end": time(19), "weekdays": (1,)}
    return Pattern(**{**usual, **given})  # type: ignore[arg-type] # any field


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (a_pattern(), "Every Tuesday, 17:00 to 19:00"),
        (a_pattern(weekdays=(0, 2)), "Every Monday and Wednesday, 17:00 to 19:00"),
        (a_pattern(during=During.TERM), "Every Tuesday, 17:00 to 19:00, in term time"),
        (
            a_pattern(PatternKind.EVERY_OTHER_WEEK, until=date(2027, 1, 5)),
            "Every other Tuesday, 17:00 to 19:00, until Tuesday 5 January 2027",
        ),
        (
            a_pattern(PatternKind.DAILY, ends_next_day=True),
            "Every day, 17:00 to 19:00 the next day",
        ),
        (a_pattern(PatternKind.WORKING_DAYS), "Monday to Friday, 17:00 to 19:00"),
        (
            a_pattern(PatternKind.MONTHLY_BY_WEEKDAY, weekdays_of_month=((1, 2), (4, -1))),
            "On the second Tuesday of the month and the last Friday of the month, 17:00 to 19:00",
        ),
        (
            a_pattern(PatternKind.MONTHLY_BY_DATE, dates_of_month=(1, 15)),
            "On days 1 and 15 of each month, 17:00 to 19:00",
        ),
        (
            a_pattern(PatternKind.MONTHLY_BY_DATE, dates_of_month=(15,), during=During.HOLIDAYS),
            "On day 15 of each month, 17:00 to 19:00, in the school holidays",
        ),
    ],
)
def test_timetables_are_said_in_a_sentence(pattern: Pattern, expected: str) -> None:
    assert pattern_words(HERE, pattern) == expected
