from __future__ import annotations

from datetime import date, datetime

import pytest

from generator.model.schedule import Cancellation, During
from generator.rules.rrules import CalendarRule, as_rrules
from tests.unit.rules.scheduling import MAY_DAY, NEWPORT, recurrence

SEPTEMBER = date(2026, 9, 1)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("day", "FREQ=DAILY;WKST=MO"),
        ("Tuesday, Thursday", "FREQ=WEEKLY;BYDAY=TU,TH;WKST=MO"),
        ("other Tuesday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=MO"),
        ("second Tuesday", "FREQ=MONTHLY;BYDAY=2TU;WKST=MO"),
        ("last Friday", "FREQ=MONTHLY;BYDAY=-1FR;WKST=MO"),
        ("15th", "FREQ=MONTHLY;BYMONTHDAY=15;WKST=MO"),
    ],
)
def test_a_rule_without_end_has_no_until(words: str, expected: str) -> None:
    (rule,) = as_rrules(recurrence(f"{words} 17:00-19:00", SEPTEMBER), NEWPORT)

    assert rule.rrule == expected


def test_until_is_inclusive_and_in_utc() -> None:
    weekly = recurrence("Tuesday 17:00-19:00", SEPTEMBER, until=date(2026, 9, 29))

    (rule,) = as_rrules(weekly, NEWPORT)

    assert rule.rrule.endswith(";UNTIL=20260929T160000Z")


def test_term_time_becomes_one_rule_for_each_known_term() -> None:
    tuesdays = recurrence("Tuesday 17:00-19:00", SEPTEMBER, during=During.TERM)

    rules = as_rrules(tuesdays, NEWPORT)

    assert [rule.start for rule in rules] == [
        datetime(2026, 9, 1, 17),
        datetime(2027, 1, 5, 17),
        datetime(2027, 4, 6, 17),
    ]
    assert [rule.rrule.rpartition("=")[2] for rule in rules] == [
        "20261218T170000Z",
        "20270319T170000Z",
        "20270720T160000Z",
    ]


def test_bank_holidays_and_cancelled_days_are_left_out_of_a_term() -> None:
    cancelled = Cancellation(date(2027, 5, 10))
    mondays = recurrence(
        "Monday 17:00-19:00", date(2027, 4, 20), during=During.TERM, exceptions=(cancelled,)
    )

    (rule,) = as_rrules(mondays, NEWPORT)

    assert rule.exdates == (
        datetime.combine(MAY_DAY, datetime.min.time()).replace(hour=17),
        datetime(2027, 5, 10, 17),
    )


def test_a_rule_starts_on_the_first_day_that_happens() -> None:
    weekly = recurrence("Tuesday 22:00-02:00", SEPTEMBER, exceptions=(Cancellation(SEPTEMBER),))

    assert as_rrules(weekly, NEWPORT) == (
        CalendarRule(
            datetime(2026, 9, 8, 22), datetime(2026, 9, 9, 2), "FREQ=WEEKLY;BYDAY=TU;WKST=MO"
        ),
    )


def test_a_recurrence_in_no_known_term_gives_no_rule() -> None:
    later = recurrence("Tuesday 17:00-19:00", date(2028, 9, 5), during=During.TERM)

    assert as_rrules(later, NEWPORT) == ()


def test_each_of_several_days_of_the_month_is_a_rule_of_its_own() -> None:
    twice = recurrence("1st, 15th 17:00-19:00", SEPTEMBER)

    rules = as_rrules(twice, NEWPORT)

    assert [rule.rrule for rule in rules] == [
        "FREQ=MONTHLY;BYMONTHDAY=1;WKST=MO",
        "FREQ=MONTHLY;BYMONTHDAY=15;WKST=MO",
    ]
