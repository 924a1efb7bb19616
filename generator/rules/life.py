"""A record's life: checked, due for review, overdue, and then ended or withdrawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from generator.model.life import Life, Standing
from generator.model.status import OpportunityStatus


@dataclass(frozen=True, slots=True)
class Upkeep:
    """All that decides a record's life: its own dates, its place's policy, its schedule's end.

    ``schedule_end`` is ``generator.rules.schedules.last_day``, None where nothing ends.
    ``review_every`` and ``grace_days`` are in days; without ``checked_on`` and ``review_by``
    nothing falls due.
    """

    checked_on: date | None = None
    review_by: date | None = None
    expires_on: date | None = None
    ended_on: date | None = None
    status: OpportunityStatus = OpportunityStatus.OPEN
    schedule_end: date | None = None
    review_every: int = 180
    grace_days: int = 60


def standing(upkeep: Upkeep, today: date) -> Standing:
    """Return how a record stands on ``today``.

    Cancelled and postponed records live on like others, listed with their state: whoever planned
    to come must find it. A record is due on the day it is to be checked by, and overdue once all
    its days of grace are over.
    """
    due_on = review_due(upkeep)
    overdue_on = later(due_on, upkeep.grace_days + 1) if due_on else None
    if upkeep.status is OpportunityStatus.WITHDRAWN:
        return Standing(Life.WITHDRAWN, due_on, overdue_on, upkeep.ended_on)
    ended_on = _end(upkeep, today)
    if ended_on or upkeep.status is OpportunityStatus.ENDED:
        return Standing(Life.ENDED, due_on, overdue_on, ended_on or upkeep.ended_on)
    life = Life.CHECKED
    if overdue_on and today >= overdue_on:
        life = Life.OVERDUE
    elif due_on and today >= due_on:
        life = Life.DUE
    return Standing(life, due_on, overdue_on)


def review_due(upkeep: Upkeep) -> date | None:
    """Return the day on which a record should be checked again; None for one never checked."""
    if upkeep.review_by:
        return upkeep.review_by
    return later(upkeep.checked_on, upkeep.review_every) if upkeep.checked_on else None


def _end(upkeep: Upkeep, today: date) -> date | None:
    """Return the earliest day on which it is known to have ended; None while it goes on.

    The day said under ``ended_on`` is itself over; the last day of a schedule, and the day on
    which a record expires, are still good. A postponed record has outlived its old dates.
    """
    postponed = upkeep.status is OpportunityStatus.POSTPONED
    last_days = (upkeep.expires_on, None if postponed else upkeep.schedule_end)
    ends = [day for day in last_days if day and day < today]
    if upkeep.ended_on and upkeep.ended_on <= today:
        ends.append(upkeep.ended_on)
    return min(ends, default=None)


def later(day: date, days: int) -> date:
    """Return the day so many days on, or the last day there is, whatever a policy may say."""
    return day + timedelta(days=min(days, (date.max - day).days))
