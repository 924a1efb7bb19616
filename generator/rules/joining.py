"""Whether a learner can still join, and when: what keeps week six of a closed course off a list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.model.prospect import JoinState, Prospect
from generator.model.schedule import Occurrence, Schedule, Session, SessionStatus, StartRule
from generator.model.status import OpportunityStatus
from generator.model.terms import Calendar
from generator.rules.schedules import has_ended, last_day, occurrences

HAPPENING = (SessionStatus.RUNNING, SessionStatus.MOVED)
LONGER_THAN_A_NIGHT = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class JoinTerms:
    """What besides its dates decides whether an opportunity can be joined."""

    start_rule: StartRule = StartRule.ANY_SESSION
    enrol_by: date | None = None
    status: OpportunityStatus = OpportunityStatus.OPEN


def next_joinable(
    schedule: Schedule, calendar: Calendar, terms: JoinTerms, today: date, horizon: date
) -> Prospect:
    """Return what comes up to ``horizon``, and how one can join on ``today``.

    With a first-session start only the first date of the whole schedule counts: courses that can
    be joined separately are separate opportunities. A status of full, cancelled or over, and a
    past ``enrol_by``, shut the door whatever the dates say.
    """
    upcoming = tuple(occurrences(schedule, calendar, today, horizon))
    last = last_day(schedule, calendar)
    shut = _shut(schedule, calendar, terms, today)
    if shut:
        return Prospect(shut, upcoming, last_day=last)
    if schedule.anytime:
        return Prospect(JoinState.ANYTIME, upcoming)
    match terms.start_rule:
        case StartRule.FIRST_SESSION:
            state, dates = _before_the_first(schedule, calendar, today)
        case StartRule.ANY_SESSION | StartRule.ROLLING | StartRule.ENOUGH_PEOPLE:
            state, dates = _any_that_comes(schedule, calendar, today, horizon, upcoming)
    if state is JoinState.NOT_SCHEDULED and terms.start_rule is StartRule.ENOUGH_PEOPLE:
        state = JoinState.JOINABLE
    return Prospect(state, upcoming, dates, last)


def _shut(
    schedule: Schedule, calendar: Calendar, terms: JoinTerms, today: date
) -> JoinState | None:
    by_status = _shut_by_status(terms.status)
    if terms.status is OpportunityStatus.POSTPONED:
        return by_status  # its dates hold no longer, so that they are past says nothing
    if by_status is JoinState.ENDED or has_ended(schedule, calendar, today):
        return JoinState.ENDED
    if by_status is None and terms.enrol_by and terms.enrol_by < today:
        return JoinState.CLOSED
    return by_status


def _shut_by_status(status: OpportunityStatus) -> JoinState | None:
    match status:
        case OpportunityStatus.OPEN:
            return None
        case OpportunityStatus.FULL | OpportunityStatus.WAITING_LIST:
            return JoinState.FULL
        case OpportunityStatus.CANCELLED | OpportunityStatus.POSTPONED:
            return JoinState.CLOSED
        case OpportunityStatus.ENDED | OpportunityStatus.WITHDRAWN:
            return JoinState.ENDED


def _any_that_comes(
    schedule: Schedule,
    calendar: Calendar,
    today: date,
    horizon: date,
    upcoming: tuple[Occurrence, ...],
) -> tuple[JoinState, tuple[Occurrence, ...]]:
    to_come = [occurrence for occurrence in upcoming if _still_to_come(occurrence, today)]
    dates = tuple(occurrence for occurrence in to_come if occurrence.state in HAPPENING)
    if dates:
        return JoinState.JOINABLE, dates
    seen = {occurrence.state for occurrence in to_come}
    for occurrence in _beyond(schedule, calendar, horizon):
        if occurrence.state in HAPPENING:
            return JoinState.JOINABLE, (occurrence,)
        seen.add(occurrence.state)
    if not seen:
        return JoinState.NOT_SCHEDULED, ()
    return (JoinState.FULL if SessionStatus.FULL in seen else JoinState.CLOSED), ()


def _still_to_come(occurrence: Occurrence, today: date) -> bool:
    """Say whether it begins today or later, or is under way for days, as an exhibition is."""
    return (
        occurrence.start.date() >= today or occurrence.end - occurrence.start > LONGER_THAN_A_NIGHT
    )


def _beyond(schedule: Schedule, calendar: Calendar, horizon: date) -> Iterator[Occurrence]:
    """Yield what begins after the horizon, where there is a day after it."""
    following = horizon + timedelta(days=1) if horizon < date.max else horizon
    return (
        occurrence
        for occurrence in occurrences(schedule, calendar, following)
        if occurrence.start.date() > horizon
    )


def _before_the_first(
    schedule: Schedule, calendar: Calendar, today: date
) -> tuple[JoinState, tuple[Occurrence, ...]]:
    begin = _first_day(schedule)
    if begin is None:
        return JoinState.NOT_SCHEDULED, ()
    expanded = occurrences(schedule, calendar, begin)
    first = next((it for it in expanded if it.state is not SessionStatus.CANCELLED), None)
    if first is None:
        # Begun before the first term that is known, or all called off: nobody can say it is open.
        return (JoinState.NOT_SCHEDULED if begin >= today else JoinState.CLOSED), ()
    if first.start.date() < today:
        return JoinState.CLOSED, ()
    if first.state is SessionStatus.FULL:
        return JoinState.FULL, ()
    return JoinState.JOINABLE, (first,)


def _first_day(schedule: Schedule) -> date | None:
    begins = [
        entry.start.date() if isinstance(entry, Session) else entry.first
        for entry in schedule.entries
    ]
    return min(begins, default=None)
