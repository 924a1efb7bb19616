"""What the demonstration owes: it looks alive on any day for years, Saturdays above all."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from generator.model.opportunity import Opportunity
from generator.model.prospect import JoinState
from generator.rules.costs import free_for_everyone
from tests.support.demonstration import LATER, TODAY, demonstration, listed

DAYS = (TODAY, *LATER)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# The wards that have postcodes of NP19.
NP19 = ("alway", "beechwood", "liswerry", "llanwern", "ringland", "st-julians", "victoria")
FIFTEEN = 15
CHRISTMAS = ((12, 24), (12, 25), (12, 26))

# What is wrong with it on purpose, to show how it looks: a draft, and records nobody looked after.
MEANT = {"missing-field", "too-few", "refers-to-unpublished", "review-due", "review-overdue"}


def joinable_days(record: Opportunity, today: str) -> set[date]:
    return {it.start.date() for it in demonstration(today).place.prospects[record.id].joinable}


@pytest.mark.parametrize("today", DAYS)
def test_nothing_is_wrong_with_it_but_what_is_meant_to_be(today: str) -> None:
    problems = demonstration(today).problems

    assert {problem.code for problem in problems} <= MEANT


def test_today_only_one_record_has_been_forgotten() -> None:
    problems = demonstration().problems

    forgotten = [it.mark.path for it in problems if it.code == "review-overdue"]

    assert forgotten == ["content/opportunities/dance-at-sixty.md"]


@pytest.mark.parametrize("today", DAYS)
def test_almost_everything_can_still_be_joined(today: str) -> None:
    prospects = demonstration(today).place.prospects

    states = [prospects[record.id].state for record in listed(today)]

    assert len(states) >= 165
    assert states.count(JoinState.JOINABLE) >= 130
    assert states.count(JoinState.ANYTIME) >= 15
    assert states.count(JoinState.FULL) >= 5


@pytest.mark.parametrize("today", DAYS)
def test_every_day_of_the_week_has_plenty_to_come_to(today: str) -> None:
    begin = date.fromisoformat(today)
    weeks = {begin + timedelta(offset) for offset in range(28)}

    on = {
        name: sum(
            any(day.weekday() == at for day in joinable_days(record, today) & weeks)
            for record in listed(today)
        )
        for at, name in enumerate(WEEKDAYS)
    }

    assert {name: count for name, count in on.items() if count < 14} == {}


@pytest.mark.parametrize("today", DAYS)
def test_no_week_of_the_next_twelve_looks_empty(today: str) -> None:
    starts = [date.fromisoformat(today) + timedelta(7 * week) for week in range(12)]

    busy = [
        sum(
            any(start <= day < start + timedelta(7) for day in joinable_days(record, today))
            for record in listed(today)
        )
        for start in starts
    ]

    assert min(busy) >= 50


@pytest.mark.parametrize("today", DAYS)
def test_a_15_year_old_near_np19_has_three_free_things_on_saturday_that_earn_a_badge(
    today: str,
) -> None:
    begin = date.fromisoformat(today)
    saturday = begin + timedelta((5 - begin.weekday()) % 7)
    place = demonstration(today).place
    near = {it for area in NP19 for it in place.links.opportunities_in[area]}

    saturdays = (saturday + timedelta(7 * week) for week in range(12))

    answers = {
        day: [
            record.id
            for record in listed(today)
            if record.id in near and suits(record) and day in joinable_days(record, today)
        ]
        for day in saturdays
        if (day.month, day.day) not in CHRISTMAS
    }

    assert {day: found for day, found in answers.items() if len(found) < 3} == {}


def suits(record: Opportunity) -> bool:
    """Say whether somebody of 15 can simply come, for nothing, and earn a badge."""
    ages = record.ages
    youngest, oldest = (ages.youngest or 0, ages.oldest or 120) if ages else (0, 120)
    return bool(
        youngest <= FIFTEEN <= oldest
        and free_for_everyone(record.costs)
        and record.badges
        and {"turn-up", "book"} & set(record.join)
        and not record.eligible
    )
