"""The times at which somebody who is new can come."""

from __future__ import annotations

from generator.model.finding import Meeting
from generator.model.prospect import JoinState, Prospect
from generator.model.schedule import Occurrence, SessionStatus

_GOING_ON = (SessionStatus.RUNNING, SessionStatus.MOVED, SessionStatus.FULL)


def meetings(prospect: Prospect) -> tuple[Meeting, ...]:
    """Return the times a learner can come; of what is full, those they could if a place came free.

    A course that begins together has only its first: week six is no use to who was not there.
    """
    dates: tuple[Occurrence, ...] = prospect.joinable
    if prospect.state is JoinState.FULL:
        dates = tuple(date for date in prospect.upcoming if date.state in _GOING_ON)
    return tuple(Meeting(date.start, date.end) for date in dates)
