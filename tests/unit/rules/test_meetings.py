from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from generator.model.finding import Meeting
from generator.model.prospect import JoinState, Prospect
from generator.model.schedule import Occurrence, SessionStatus, StartRule
from generator.rules.meetings import is_open_while_it_runs, meetings
from tests.support.places import an_opportunity

START = datetime(2026, 12, 8, 17, 0)
END = START + timedelta(hours=2)


def happening(state: SessionStatus, weeks: int = 0) -> Occurrence:
    start, end = START + timedelta(weeks=weeks), END + timedelta(weeks=weeks)
    return Occurrence(start, end, start.replace(tzinfo=UTC), end.replace(tzinfo=UTC), state=state)


def test_a_newcomer_can_come_to_what_is_joinable() -> None:
    course = (happening(SessionStatus.RUNNING), happening(SessionStatus.RUNNING, 1))

    assert meetings(Prospect(JoinState.JOINABLE, course, course[:1])) == (Meeting(START, END),)


def test_of_what_is_full_those_count_that_go_on() -> None:
    full = (happening(SessionStatus.FULL), happening(SessionStatus.CANCELLED, 1))

    assert meetings(Prospect(JoinState.FULL, full)) == (Meeting(START, END),)


def test_what_nobody_joins_once_it_has_begun_can_be_come_to_until_it_starts() -> None:
    course = (happening(SessionStatus.RUNNING),)

    coming = meetings(Prospect(JoinState.JOINABLE, course, course), while_it_runs=False)

    assert coming == (Meeting(START, START),)


@pytest.mark.parametrize(
    ("join", "start_rule", "late"),
    [
        (("turn-up",), StartRule.ANY_SESSION, True),
        (("book", "turn-up"), StartRule.ROLLING, True),
        (("turn-up",), StartRule.FIRST_SESSION, False),
        (("book",), StartRule.ANY_SESSION, False),
    ],
)
def test_somebody_comes_late_to_what_one_just_turns_up_at(
    join: tuple[str, ...], start_rule: StartRule, *, late: bool
) -> None:
    opportunity = an_opportunity(join=join, start_rule=start_rule)

    assert is_open_while_it_runs(opportunity) == late
