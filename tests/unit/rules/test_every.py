from __future__ import annotations

from datetime import time

import pytest

from generator.model.schedule import ByDay, Every, Frequency
from generator.rules.every import parse_every, parse_times

FIVE, SEVEN = time(17), time(19)
TUESDAY, THURSDAY = 1, 3


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Tuesday", Every(Frequency.WEEKLY, FIVE, SEVEN, by_day=(ByDay(TUESDAY),))),
        (
            "thursday, Tuesday",
            Every(Frequency.WEEKLY, FIVE, SEVEN, by_day=(ByDay(TUESDAY), ByDay(THURSDAY))),
        ),
        (
            "Tuesday and Thursday",
            Every(Frequency.WEEKLY, FIVE, SEVEN, by_day=(ByDay(TUESDAY), ByDay(THURSDAY))),
        ),
        ("other Tuesday", Every(Frequency.WEEKLY, FIVE, SEVEN, 2, by_day=(ByDay(TUESDAY),))),
        ("day", Every(Frequency.DAILY, FIVE, SEVEN)),
        (
            "weekday",
            Every(Frequency.WEEKLY, FIVE, SEVEN, by_day=tuple(ByDay(day) for day in range(5))),
        ),
        ("second Tuesday", Every(Frequency.MONTHLY, FIVE, SEVEN, by_day=(ByDay(TUESDAY, 2),))),
        ("last Tuesday", Every(Frequency.MONTHLY, FIVE, SEVEN, by_day=(ByDay(TUESDAY, -1),))),
        ("15th", Every(Frequency.MONTHLY, FIVE, SEVEN, by_month_day=(15,))),
        ("31st, 1st", Every(Frequency.MONTHLY, FIVE, SEVEN, by_month_day=(1, 31))),
    ],
)
def test_each_form_of_the_grammar_becomes_the_parts_of_a_rule(words: str, expected: Every) -> None:
    assert parse_every(f"{words} 17:00-19:00") == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Tuseday 17:00-19:00", '"Tuseday" is not a weekday; did you mean Tuesday?'),
        ("wed 17:00-19:00", '"wed" is not a weekday; did you mean Wednesday?'),
        ("Monday, Fryday 17:00-19:00", '"Fryday" is not a weekday; did you mean Friday?'),
        ("sometimes 17:00-19:00", 'expected days such as "Tuesday 17:00-19:00"'),
        ("Tuesday", 'such as "Tuesday 17:00-19:00"'),
        ("", 'such as "Tuesday 17:00-19:00"'),
        ("Tuesday 5pm-7pm", 'expected a time range such as "17:00-19:00", not "5pm-7pm"'),
        ("Tuesday 17:00-24:30", "expected times from 00:00 to 23:59"),
        ("Tuesday 17:00-17:00", "expected an end that is not the start"),
        ("Tuesday 19:00-17:00", "the wrong way round"),
        ("fifth Tuesday 17:00-19:00", 'before Tuesday, not "fifth"'),
        ("32nd 17:00-19:00", "from 1st to 31st"),
        ("0th 17:00-19:00", "from 1st to 31st"),
        ("2 weeks Tuesday 17:00-19:00", 'expected "other Tuesday"'),
        ("Monday, last Tuesday 17:00-19:00", "write two sessions"),
        ("other last Tuesday 17:00-19:00", "expected a plain weekday after other"),
        ("fourth Tuesday, last Tuesday 17:00-19:00", "the fourth is often the last too"),
        ("second 17:00-19:00", '"second" is not a weekday'),
    ],
)
def test_a_slip_is_answered_with_what_was_expected(words: str, expected: str) -> None:
    answer = parse_every(words)

    assert isinstance(answer, str)
    assert expected in answer


def test_a_range_may_pass_midnight_as_long_as_a_night() -> None:
    assert parse_times("22:00-02:00") == (time(22), time(2))


def test_an_en_dash_and_a_single_digit_hour_are_understood() -> None:
    assert parse_times("9:00 – 15:30") == (time(9), time(15, 30))


def test_words_far_too_long_are_refused_without_being_searched() -> None:
    answer = parse_every(" 1" * 100_000)

    assert isinstance(answer, str)
    assert len(answer) < 100
