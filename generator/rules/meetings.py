"""The times at which somebody who is new can come."""

from __future__ import annotations

from generator.model.finding import Meeting
from generator.model.opportunity import Opportunity
from generator.model.prospect import JoinState, Prospect
from generator.model.schedule import Occurrence, SessionStatus, StartRule

_GOING_ON = (SessionStatus.RUNNING, SessionStatus.MOVED, SessionStatus.FULL)


def is_open_while_it_runs(opportunity: Opportunity) -> bool:
    """Say whether somebody new can still come to a session that has begun.

    To what one just turns up at, unless all begin together; a place is booked, or applied for,
    before.
    """
    return "turn-up" in opportunity.join and opportunity.start_rule is not StartRule.FIRST_SESSION


def meetings(prospect: Prospect, *, while_it_runs: bool = True) -> tuple[Meeting, ...]:
    """Return the times a learner can come; of what is full, those they could if a place came free.

    A course that begins together has only its first: week six is no use to who was not there.
    Each lasts for as long as one can come: to its end, or only to its start.
    """
    dates: tuple[Occurrence, ...] = prospect.joinable
    if prospect.state is JoinState.FULL:
        dates = tuple(date for date in prospect.upcoming if date.state in _GOING_ON)
    return tuple(Meeting(it.start, it.end if while_it_runs else it.start) for it in dates)
