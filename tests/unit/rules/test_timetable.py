from __future__ import annotations

from datetime import date, datetime

import pytest

from generator.model.opportunity import Opportunity
from generator.model.schedule import Recurrence, Schedule, Session
from generator.rules.timetable import without_venues
from tests.support.saltmarsh import place_files, with_fields
from tests.support.understanding import understood

PATH = "opportunities/robotics.md"


def schedule(when: str) -> tuple[Schedule, list[str]]:
    found = understood(place_files() | {PATH: with_fields(PATH, f"when: {when}\n")})
    record = next(one for one in found.catalogue.records if one.id == "robotics")
    assert isinstance(record, Opportunity)
    return record.schedule, [problem.code for problem in found.problems]


def test_anytime_has_no_sessions() -> None:
    assert schedule("anytime") == (Schedule(anytime=True), [])


def test_end_given_as_a_time_is_on_the_same_day_or_the_night_after() -> None:
    found, problems = schedule(
        "{sessions: [{start: 2026-12-08 17:00, end: 19:00}, {start: 2026-12-08 22:00, end: 01:00}]}"
    )

    ends = [entry.end for entry in found.entries if isinstance(entry, Session)]
    assert problems == []
    assert ends == [datetime(2026, 12, 8, 19), datetime(2026, 12, 9, 1)]


def test_regular_session_begins_when_it_was_checked_unless_it_says_from() -> None:
    found, problems = schedule('{sessions: [{every: "Tuesday 17:00-19:00"}]}')

    assert problems == []
    assert [entry.first for entry in found.recurrences] == [date(2026, 11, 1)]


def test_session_may_be_at_a_venue_that_the_opportunity_does_not_name() -> None:
    found, problems = schedule(
        '{sessions: [{every: "Tuesday 17:00-19:00", from: 2026-09-08, where: hall}]}'
    )

    assert problems == []
    assert [entry.where for entry in found.entries] == ["hall"]


@pytest.mark.parametrize(
    ("when", "code"),
    [
        ("{sessions: []}", "when-unclear"),
        ("{anytime: true, sessions: [{every: day 09:00-17:00}]}", "when-unclear"),
        ("{sessions: [{start: 2026-12-08 17:00}]}", "when-unclear"),
        ("{sessions: [{start: 2026-12-08 17:00, end: 19:00, during: term, from: 2026-12-01}]}",
         "when-unclear"),
        ("{sessions: [{start: 2026-12-08 17:00, end: 9pm}]}", "invalid-time"),
        ("{sessions: [{start: 2026-12-08 17:00, end: 17:00}]}", "session-times"),
        ('{sessions: [{every: "other Tuesday 17:00-19:00"}]}', "every-unclear"),
        ('{sessions: [{every: "Tuesday 19:00-17:00"}]}', "every-unclear"),
    ],
)  # fmt: skip
def test_each_mistake_is_told_once(when: str, code: str) -> None:
    _, problems = schedule(when)

    assert problems == [code]


def test_sessions_lose_venues_that_are_not_published() -> None:
    found, _ = schedule(
        "{sessions: [{start: 2026-12-08 17:00, end: 19:00, where: hall}, "
        '{every: "Tuesday 17:00-19:00", from: 2026-09-08, where: workshop}]}'
    )

    left = without_venues(found, lambda venue: venue == "workshop")

    assert [entry.where for entry in left.entries] == ["", "workshop"]
    assert isinstance(left.entries[1], Recurrence)
