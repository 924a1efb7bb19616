from __future__ import annotations

from datetime import UTC, datetime, timedelta

from generator.model.finding import Meeting
from generator.model.prospect import JoinState, Prospect
from generator.model.schedule import Occurrence, SessionStatus
from generator.rules.meetings import meetings

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
