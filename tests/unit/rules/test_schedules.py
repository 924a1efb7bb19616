from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import islice

import pytest

from generator.model.schedule import Cancellation, During, Schedule, Session, SessionStatus
from generator.model.terms import Calendar
from generator.model.text import Text
from generator.rules.schedules import (
    MOST_OCCURRENCES,
    beyond_known_terms,
    has_ended,
    last_day,
    occurrences,
)
from tests.unit.rules.scheduling import MAY_DAY, NEWPORT, recurrence, scheduled, session

SEPTEMBER = date(2026, 9, 1)


def days(schedule: Schedule, first: date, last: date, calendar: Calendar = NEWPORT) -> list[date]:
    return [it.start.date() for it in occurrences(schedule, calendar, first, last)]


def test_a_weekly_recurrence_falls_on_its_weekday_from_its_first_date_to_its_last() -> None:
    weekly = scheduled(recurrence("Tuesday 17:00-19:00", date(2026, 9, 9), until=date(2026, 9, 29)))

    found = days(weekly, date(2026, 1, 1), date(2026, 12, 31))

    assert found == [date(2026, 9, 15), date(2026, 9, 22), date(2026, 9, 29)]


def test_every_other_week_is_counted_from_the_first_day_named_not_from_the_week_of_from() -> None:
    fortnightly = scheduled(recurrence("other Tuesday 17:00-19:00", date(2026, 9, 9)))

    found = days(fortnightly, SEPTEMBER, date(2026, 10, 15))

    assert found == [date(2026, 9, 15), date(2026, 9, 29), date(2026, 10, 13)]


def test_every_other_week_keeps_its_rhythm_when_asked_from_a_week_between() -> None:
    fortnightly = scheduled(recurrence("other Tuesday 17:00-19:00", date(2026, 9, 9)))

    assert days(fortnightly, date(2026, 9, 21), date(2026, 10, 1)) == [date(2026, 9, 29)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("second Tuesday", [date(2026, 9, 8), date(2026, 10, 13), date(2026, 11, 10)]),
        ("last Friday", [date(2026, 9, 25), date(2026, 10, 30), date(2026, 11, 27)]),
        ("31st", [date(2026, 10, 31)]),
    ],
)
def test_monthly_rules_fall_on_their_day_and_pass_over_months_without_it(
    words: str, expected: list[date]
) -> None:
    monthly = scheduled(recurrence(f"{words} 17:00-19:00", SEPTEMBER))

    assert days(monthly, SEPTEMBER, date(2026, 11, 30)) == expected


def test_a_term_time_session_rests_in_the_holidays_and_on_bank_holidays() -> None:
    mondays = scheduled(recurrence("Monday 17:00-19:00", SEPTEMBER, during=During.TERM))

    found = days(mondays, date(2026, 12, 10), date(2027, 5, 15))

    assert date(2026, 12, 14) in found
    assert date(2026, 12, 21) not in found
    assert MAY_DAY not in found
    assert MAY_DAY + timedelta(days=7) in found


def test_a_holiday_club_runs_between_terms_but_not_on_bank_holidays() -> None:
    club = scheduled(recurrence("weekday 09:00-15:00", SEPTEMBER, during=During.HOLIDAYS))

    found = days(club, date(2026, 12, 1), date(2027, 1, 31))

    assert found[0] == date(2026, 12, 21)
    assert found[-1] == date(2026, 12, 31)
    assert date(2026, 12, 25) not in found


def test_an_all_year_session_goes_on_through_bank_holidays() -> None:
    mondays = scheduled(recurrence("Monday 17:00-19:00", SEPTEMBER))

    assert MAY_DAY in days(mondays, MAY_DAY, MAY_DAY)


def test_nothing_that_follows_the_terms_is_shown_after_the_last_known_term() -> None:
    term_time = recurrence("Tuesday 17:00-19:00", SEPTEMBER, during=During.TERM)
    holidays = recurrence("Tuesday 10:00-12:00", SEPTEMBER, during=During.HOLIDAYS)

    assert days(scheduled(term_time, holidays), date(2027, 7, 21), date(2027, 12, 31)) == []


def test_terms_have_run_out_for_a_recurrence_that_follows_them_and_goes_on() -> None:
    goes_on = scheduled(recurrence("Tuesday 17:00-19:00", SEPTEMBER, during=During.TERM))
    all_year = scheduled(recurrence("Tuesday 17:00-19:00", SEPTEMBER))
    stops = scheduled(
        recurrence("Tuesday 17:00-19:00", SEPTEMBER, during=During.TERM, until=date(2027, 7, 1))
    )

    after = date(2027, 7, 21)
    assert beyond_known_terms(goes_on, NEWPORT, after)
    assert not beyond_known_terms(goes_on, NEWPORT, date(2027, 7, 20))
    assert not beyond_known_terms(all_year, NEWPORT, after)
    assert not beyond_known_terms(stops, NEWPORT, after)


def test_a_cancelled_date_stays_visible_with_its_reason() -> None:
    reason = Text.plain("en", "Library closed")
    weekly = scheduled(
        recurrence(
            "Tuesday 17:00-19:00",
            SEPTEMBER,
            exceptions=(Cancellation(date(2026, 12, 22), reason),),
            during=During.TERM,
        )
    )

    (cancelled,) = occurrences(weekly, NEWPORT, date(2026, 12, 21), date(2026, 12, 24))

    assert cancelled.state is SessionStatus.CANCELLED
    assert cancelled.note == reason


def test_the_clock_on_the_wall_stays_the_same_when_the_clocks_change() -> None:
    weekly = scheduled(recurrence("Tuesday 17:00-19:00", SEPTEMBER))

    summer, winter = occurrences(weekly, NEWPORT, date(2026, 10, 20), date(2026, 10, 27))

    assert (summer.start.hour, winter.start.hour) == (17, 17)
    assert summer.start_at == datetime(2026, 10, 20, 16, tzinfo=UTC)
    assert winter.start_at == datetime(2026, 10, 27, 17, tzinfo=UTC)


def test_a_recurrence_in_the_missing_hour_is_moved_on_and_keeps_its_length() -> None:
    nightly = scheduled(recurrence("day 01:30-02:15", SEPTEMBER))

    (short_night,) = occurrences(nightly, NEWPORT, date(2027, 3, 28), date(2027, 3, 28))

    assert short_night.start == datetime(2027, 3, 28, 2, 30)
    assert short_night.end == datetime(2027, 3, 28, 3, 15)


def test_a_night_that_passes_midnight_is_still_on_the_day_after() -> None:
    night = scheduled(recurrence("Friday 22:00-02:00", SEPTEMBER))

    (found,) = occurrences(night, NEWPORT, date(2026, 9, 5), date(2026, 9, 5))

    assert found.start == datetime(2026, 9, 4, 22)
    assert found.end == datetime(2026, 9, 5, 2)


def test_a_night_that_ends_at_midnight_is_over_on_the_day_after() -> None:
    evening = scheduled(recurrence("Friday 22:00-00:00", SEPTEMBER))

    assert days(evening, date(2026, 9, 5), date(2026, 9, 5)) == []


def test_occurrences_of_several_entries_come_in_order_and_name_their_entry() -> None:
    mixed = scheduled(
        session(date(2026, 9, 16)), recurrence("Tuesday 17:00-19:00", date(2026, 9, 9))
    )

    found = list(islice(occurrences(mixed, NEWPORT, SEPTEMBER), 3))

    assert [it.start.day for it in found] == [15, 16, 22]
    assert [it.source for it in found] == [1, 0, 1]


def test_the_expansion_is_capped_and_the_rule_is_not() -> None:
    daily = scheduled(recurrence("day 09:00-10:00", date(2000, 1, 1)))

    assert len(list(occurrences(daily, NEWPORT, SEPTEMBER))) == MOST_OCCURRENCES
    assert len(list(occurrences(daily, NEWPORT, date(2090, 1, 1)))) == MOST_OCCURRENCES


def test_a_rule_without_end_is_not_followed_to_the_end_of_time() -> None:
    rare = scheduled(recurrence("31st 09:00-10:00", SEPTEMBER, until=date(9999, 12, 31)))

    assert len(list(occurrences(rare, NEWPORT, SEPTEMBER))) == 14
    assert list(occurrences(rare, NEWPORT, date(9999, 1, 1))) == []


def test_what_happens_at_any_time_never_ends() -> None:
    assert not has_ended(Schedule(anytime=True), NEWPORT, date(2090, 1, 1))


def test_what_has_no_dates_yet_has_not_ended() -> None:
    assert not has_ended(Schedule(), NEWPORT, date(2090, 1, 1))


def test_a_schedule_ends_the_day_after_its_last_session() -> None:
    single = scheduled(session(SEPTEMBER))

    assert not has_ended(single, NEWPORT, SEPTEMBER)
    assert has_ended(single, NEWPORT, SEPTEMBER + timedelta(days=1))


def test_the_last_day_is_the_last_real_one_and_not_the_until() -> None:
    term_time = scheduled(
        recurrence("Tuesday 17:00-19:00", SEPTEMBER, during=During.TERM, until=date(2027, 3, 31))
    )

    assert last_day(term_time, NEWPORT) == date(2027, 3, 16)


def test_a_recurrence_past_the_known_terms_is_taken_to_last_until_it_says() -> None:
    term_time = scheduled(
        recurrence("Tuesday 17:00-19:00", SEPTEMBER, during=During.TERM, until=date(2027, 12, 31))
    )

    assert last_day(term_time, NEWPORT) == date(2027, 12, 31)


def test_one_entry_without_end_keeps_the_whole_schedule_open() -> None:
    mixed = scheduled(session(SEPTEMBER), recurrence("Tuesday 17:00-19:00", SEPTEMBER))

    assert last_day(mixed, NEWPORT) is None


def test_a_session_over_several_days_is_on_until_its_last() -> None:
    exhibition = Session(datetime(2026, 12, 1, 10), datetime(2026, 12, 5, 16))

    found = days(scheduled(exhibition), date(2026, 12, 5), date(2026, 12, 6))

    assert found == [date(2026, 12, 1)]
