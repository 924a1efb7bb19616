"""What a learner can still come to: an opportunity's dates as seen from one day."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date

from generator.model.schedule import Occurrence


class JoinState(enum.StrEnum):
    """How the door stands.

    FULL: nothing is left that has room. CLOSED: it goes on, but begins no more, or enrolment is
    over, or it is called off. NOT_SCHEDULED: no date is known.
    """

    JOINABLE = "joinable"
    ANYTIME = "anytime"
    FULL = "full"
    CLOSED = "closed"
    ENDED = "ended"
    NOT_SCHEDULED = "not-scheduled"


@dataclass(frozen=True, slots=True)
class Prospect:
    """The coming dates of one opportunity.

    ``upcoming`` holds every occurrence within the horizon, cancelled ones too, so that they can be
    shown as cancelled. ``joinable`` are those that somebody who is not yet part of it can join; the
    first of them is there even beyond the horizon. It may be empty while ``state`` is JOINABLE,
    where a course begins once enough people have asked. ``last_day`` is the day on which it all
    ends, None where no end is known.
    """

    state: JoinState = JoinState.NOT_SCHEDULED
    upcoming: tuple[Occurrence, ...] = ()
    joinable: tuple[Occurrence, ...] = ()
    last_day: date | None = None

    @property
    def open(self) -> bool:
        """One can join."""
        return self.state in (JoinState.JOINABLE, JoinState.ANYTIME)
