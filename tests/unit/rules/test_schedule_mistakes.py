from __future__ import annotations

from datetime import date, datetime, time

import pytest

from generator.model.schedule import Cancellation
from generator.rules.schedule_mistakes import (
    recurrence_mistake,
    session_end,
    session_mistake,
    stray_exceptions,
)
from tests.unit.rules.scheduling import recurrence

FIVE = datetime(2026, 12, 8, 17)


def test_an_end_time_is_on_the_day_of_the_start() -> None:
    assert session_end(FIVE, time(19)) == datetime(2026, 12, 8, 19)


def test_an_early_end_time_is_on_the_next_day() -> None:
    assert session_end(datetime(2026, 12, 8, 22), time(2)) == datetime(2026, 12, 9, 2)


@pytest.mark.parametrize("end", [time(17), time(16)])
def test_an_end_time_just_before_the_start_is_a_mistake(end: time) -> None:
    answer = session_end(FIVE, end)

    assert isinstance(answer, str)
    assert "not after its start at 17:00" in answer


def test_an_end_time_in_the_last_year_there_is_does_not_overflow() -> None:
    assert isinstance(session_end(datetime(9999, 12, 31, 22), time(2)), str)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (FIVE, datetime(2026, 12, 7, 19), "not after its start, 2026-12-08 17:00"),
        (FIVE, FIVE, "not after its start"),
        (datetime(2027, 3, 28, 1, 30), datetime(2027, 3, 28, 5), "did you mean 02:30?"),
        (datetime(2027, 3, 27, 23), datetime(2027, 3, 28, 1, 15), "did you mean 02:15?"),
        (datetime(9999, 1, 1), datetime(9999, 1, 2), "expected a year from 1970 to 2999"),
        (datetime(26, 1, 1), datetime(26, 1, 2), "expected a year from 1970 to 2999"),
    ],
)
def test_a_session_with_impossible_times_is_told_why(
    start: datetime, end: datetime, expected: str
) -> None:
    assert expected in (session_mistake(start, end, "Europe/London") or "")


def test_a_session_in_the_hour_that_comes_twice_is_no_mistake() -> None:
    start, end = datetime(2026, 10, 25, 1, 30), datetime(2026, 10, 25, 3)

    assert session_mistake(start, end, "Europe/London") is None


@pytest.mark.parametrize(
    ("words", "first", "until", "expected"),
    [
        ("Tuesday", date(2026, 9, 8), date(2026, 9, 1), "until 2026-09-01 lies before"),
        ("Tuesday", date(2026, 9, 9), date(2026, 9, 14), "no such day falls between"),
        ("31st", date(2026, 9, 1), date(2026, 9, 30), "no such day falls between"),
        ("Tuesday", date(9999, 1, 1), None, "expected a year"),
        ("Tuesday", date(2026, 1, 1), date(9999, 12, 31), "expected a year"),
    ],
)
def test_a_recurrence_that_cannot_happen_is_told_why(
    words: str, first: date, until: date | None, expected: str
) -> None:
    odd = recurrence(f"{words} 17:00-19:00", first, until=until)

    assert expected in (recurrence_mistake(odd) or "")


def test_a_recurrence_without_end_is_no_mistake() -> None:
    assert recurrence_mistake(recurrence("31st 17:00-19:00", date(2026, 9, 1))) is None


def test_an_exception_on_another_weekday_or_after_the_end_is_stray() -> None:
    wednesday, late = Cancellation(date(2026, 9, 16)), Cancellation(date(2026, 10, 6))
    weekly = recurrence(
        "Tuesday 17:00-19:00",
        date(2026, 9, 8),
        until=date(2026, 9, 30),
        exceptions=(wednesday, Cancellation(date(2026, 9, 15)), late),
    )

    assert stray_exceptions(weekly) == (wednesday, late)
