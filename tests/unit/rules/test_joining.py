from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from generator.model.prospect import JoinState, Prospect
from generator.model.schedule import (
    Cancellation,
    During,
    Schedule,
    Session,
    SessionStatus,
    StartRule,
)
from generator.model.status import OpportunityStatus
from generator.rules.joining import JoinTerms, next_joinable
from tests.unit.rules.scheduling import NEWPORT, recurrence, scheduled, session

TUESDAY = date(2026, 9, 8)
WEEK = timedelta(days=7)
EVENINGS = scheduled(*(session(TUESDAY + week * WEEK) for week in range(6)))
CLUB = scheduled(recurrence("Tuesday 17:00-19:00", TUESDAY))


def asked(schedule: Schedule, terms: JoinTerms, today: date) -> Prospect:
    return next_joinable(schedule, NEWPORT, terms, today, today + 4 * WEEK)


def test_any_session_can_be_joined_from_the_next_one_that_runs() -> None:
    week_three = TUESDAY + 2 * WEEK + timedelta(days=1)

    prospect = asked(EVENINGS, JoinTerms(), week_three)

    assert prospect.state is JoinState.JOINABLE
    assert [it.start.date() for it in prospect.joinable] == [
        TUESDAY + 3 * WEEK,
        TUESDAY + 4 * WEEK,
        TUESDAY + 5 * WEEK,
    ]
    assert prospect.last_day == TUESDAY + 5 * WEEK


def test_week_six_of_a_course_that_starts_once_is_closed_and_still_visible() -> None:
    terms = JoinTerms(StartRule.FIRST_SESSION)

    prospect = asked(EVENINGS, terms, TUESDAY + 5 * WEEK)

    assert prospect.state is JoinState.CLOSED
    assert prospect.joinable == ()
    assert len(prospect.upcoming) == 1


def test_a_course_that_starts_once_can_be_joined_on_its_first_day_only_with_that_date() -> None:
    prospect = asked(EVENINGS, JoinTerms(StartRule.FIRST_SESSION), TUESDAY)

    assert [it.start.date() for it in prospect.joinable] == [TUESDAY]


def test_a_first_session_that_is_cancelled_leaves_the_next_one_as_the_first() -> None:
    course = scheduled(session(TUESDAY, SessionStatus.CANCELLED), session(TUESDAY + WEEK))

    prospect = asked(course, JoinTerms(StartRule.FIRST_SESSION), TUESDAY + timedelta(days=1))

    assert [it.start.date() for it in prospect.joinable] == [TUESDAY + WEEK]


def test_a_first_session_that_is_full_makes_the_course_full() -> None:
    course = scheduled(session(TUESDAY, SessionStatus.FULL), session(TUESDAY + WEEK))

    prospect = asked(course, JoinTerms(StartRule.FIRST_SESSION), TUESDAY)

    assert prospect.state is JoinState.FULL


def test_a_course_that_began_before_any_known_term_is_closed() -> None:
    old = scheduled(recurrence("Tuesday 17:00-19:00", date(2019, 9, 3), during=During.TERM))

    prospect = asked(old, JoinTerms(StartRule.FIRST_SESSION), TUESDAY)

    assert prospect.state is JoinState.CLOSED


@pytest.mark.parametrize(
    ("enrol_by", "expected"),
    [(TUESDAY, JoinState.JOINABLE), (TUESDAY - timedelta(days=1), JoinState.CLOSED)],
)
def test_enrolment_closes_the_day_after_its_last_day(enrol_by: date, expected: JoinState) -> None:
    assert asked(CLUB, JoinTerms(enrol_by=enrol_by), TUESDAY).state is expected


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (OpportunityStatus.FULL, JoinState.FULL),
        (OpportunityStatus.WAITING_LIST, JoinState.FULL),
        (OpportunityStatus.CANCELLED, JoinState.CLOSED),
        (OpportunityStatus.POSTPONED, JoinState.CLOSED),
        (OpportunityStatus.ENDED, JoinState.ENDED),
    ],
)
def test_a_status_shuts_the_door_whatever_the_dates_say(
    status: OpportunityStatus, expected: JoinState
) -> None:
    prospect = asked(CLUB, JoinTerms(status=status), TUESDAY)

    assert prospect.state is expected
    assert prospect.joinable == ()


def test_a_postponed_opportunity_has_not_ended_with_its_old_dates() -> None:
    past = TUESDAY + 20 * WEEK

    prospect = asked(EVENINGS, JoinTerms(status=OpportunityStatus.POSTPONED), past)

    assert prospect.state is JoinState.CLOSED


def test_full_and_cancelled_dates_are_shown_and_cannot_be_joined() -> None:
    club = scheduled(
        session(TUESDAY, SessionStatus.FULL),
        recurrence(
            "Tuesday 17:00-19:00", TUESDAY + WEEK, exceptions=(Cancellation(TUESDAY + WEEK),)
        ),
    )

    prospect = asked(club, JoinTerms(), TUESDAY)

    assert [it.state for it in prospect.upcoming[:2]] == [
        SessionStatus.FULL,
        SessionStatus.CANCELLED,
    ]
    assert prospect.joinable[0].start.date() == TUESDAY + 2 * WEEK


def test_nothing_but_full_dates_is_full_and_nothing_but_cancelled_ones_is_closed() -> None:
    full = scheduled(session(TUESDAY, SessionStatus.FULL))
    off = scheduled(session(TUESDAY, SessionStatus.CANCELLED))

    assert asked(full, JoinTerms(), TUESDAY).state is JoinState.FULL
    assert asked(off, JoinTerms(), TUESDAY).state is JoinState.CLOSED


def test_a_moved_session_can_be_joined() -> None:
    moved = scheduled(session(TUESDAY, SessionStatus.MOVED))

    assert asked(moved, JoinTerms(), TUESDAY).state is JoinState.JOINABLE


def test_the_first_date_is_told_even_beyond_the_horizon() -> None:
    far = scheduled(session(TUESDAY + 30 * WEEK))

    prospect = asked(far, JoinTerms(), TUESDAY)

    assert prospect.upcoming == ()
    assert [it.start.date() for it in prospect.joinable] == [TUESDAY + 30 * WEEK]


def test_what_begins_once_enough_people_have_asked_needs_no_date_to_be_joined() -> None:
    prospect = asked(Schedule(), JoinTerms(StartRule.ENOUGH_PEOPLE), TUESDAY)

    assert prospect.state is JoinState.JOINABLE
    assert prospect.joinable == ()


def test_what_has_no_date_is_not_scheduled() -> None:
    assert asked(Schedule(), JoinTerms(), TUESDAY).state is JoinState.NOT_SCHEDULED


def test_a_term_time_club_in_the_unknown_is_not_scheduled_rather_than_ended() -> None:
    club = scheduled(recurrence("Tuesday 17:00-19:00", TUESDAY, during=During.TERM))

    assert asked(club, JoinTerms(), date(2028, 1, 1)).state is JoinState.NOT_SCHEDULED


def test_what_can_be_done_at_any_time_is_open_until_its_closing_date() -> None:
    anytime = Schedule(anytime=True)
    terms = JoinTerms(enrol_by=TUESDAY)

    assert asked(anytime, terms, TUESDAY).open
    assert asked(anytime, terms, TUESDAY + WEEK).state is JoinState.CLOSED


def test_what_is_over_has_ended() -> None:
    assert asked(EVENINGS, JoinTerms(), TUESDAY + 20 * WEEK).state is JoinState.ENDED


def test_last_night_cannot_be_joined_and_an_exhibition_under_way_can() -> None:
    night = scheduled(recurrence("Friday 22:00-02:00", TUESDAY))
    exhibition = scheduled(Session(datetime(2026, 9, 1, 10), datetime(2026, 9, 30, 16)))
    saturday = date(2026, 9, 12)

    assert asked(night, JoinTerms(), saturday).joinable[0].start.date() == date(2026, 9, 18)
    assert asked(exhibition, JoinTerms(), saturday).open


def test_a_horizon_at_the_end_of_time_does_not_overflow() -> None:
    off = scheduled(session(TUESDAY, SessionStatus.CANCELLED))

    prospect = next_joinable(off, NEWPORT, JoinTerms(), TUESDAY, date.max)

    assert prospect.state is JoinState.CLOSED
