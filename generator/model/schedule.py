"""When an opportunity happens, as its author said it: sessions, recurrences, or at any time.

Recurrences are kept as the parts of an RFC 5545 rule and not as a list of dates, so that a course
without an end stays one line and a calendar program can be given the rule itself.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date, datetime, time

from generator.model.text import NO_TEXT, Text


class SessionStatus(enum.StrEnum):
    """What became of a session. A moved one runs, elsewhere or later, as its note says."""

    RUNNING = "running"
    FULL = "full"
    CANCELLED = "cancelled"
    MOVED = "moved"


class During(enum.StrEnum):
    """The part of the year in which a recurrence holds."""

    TERM = "term"
    HOLIDAYS = "holidays"
    ALL_YEAR = "all-year"


class StartRule(enum.StrEnum):
    """When a learner can begin."""

    ANY_SESSION = "any-session"
    FIRST_SESSION = "first-session"
    ROLLING = "rolling"
    ENOUGH_PEOPLE = "enough-people"


class Frequency(enum.StrEnum):
    """How often a recurrence comes round; nothing faster than a day is accepted."""

    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"


@dataclass(frozen=True, slots=True, order=True)
class ByDay:
    """A weekday from Monday = 0; with ``ordinal`` the n-th of its month, -1 being the last.

    An ``ordinal`` of 0 means every one of them.
    """

    weekday: int
    ordinal: int = 0


@dataclass(frozen=True, slots=True)
class Every:
    """What the words under ``every`` mean: the parts of a rule, and the clock times.

    An ``end`` that is not later than ``start`` is on the next day.
    """

    frequency: Frequency
    start: time
    end: time
    interval: int = 1
    by_day: tuple[ByDay, ...] = ()
    by_month_day: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Session:
    """One dated session, in local time of the place without a zone.

    ``where`` is a venue id, or "" for wherever the opportunity is.
    """

    start: datetime
    end: datetime
    where: str = ""
    status: SessionStatus = SessionStatus.RUNNING
    note: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Cancellation:
    """A day on which a recurrence does not happen, still shown, and why."""

    day: date
    reason: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Recurrence:
    """Sessions that come round again.

    ``first`` is the first day on which one may fall, and what "every other week" is counted from;
    whoever reads a record without ``from`` gives the day it was checked on, a day on which the
    author knew it to run. ``until`` is the last such day, or None for no end.
    """

    every: Every
    first: date
    until: date | None = None
    during: During = During.ALL_YEAR
    exceptions: tuple[Cancellation, ...] = ()
    where: str = ""
    status: SessionStatus = SessionStatus.RUNNING
    note: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Schedule:
    """When an opportunity happens: at any time, or in these entries, in the author's order.

    Neither ``anytime`` nor an entry means that no date has been given yet.
    """

    anytime: bool = False
    entries: tuple[Session | Recurrence, ...] = ()

    @property
    def sessions(self) -> tuple[Session, ...]:
        """The dated sessions alone."""
        return tuple(entry for entry in self.entries if isinstance(entry, Session))

    @property
    def recurrences(self) -> tuple[Recurrence, ...]:
        """The recurrences alone."""
        return tuple(entry for entry in self.entries if isinstance(entry, Recurrence))


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time that something happens.

    ``start`` and ``end`` are what the clock on the wall says; ``start_at`` and ``end_at`` are the
    same instants with the zone's UTC offset. ``source`` is the index of the entry in
    ``Schedule.entries`` that it comes from. ``note`` is the entry's note, or for a cancelled date
    of a recurrence the reason.
    """

    start: datetime
    end: datetime
    start_at: datetime
    end_at: datetime
    where: str = ""
    state: SessionStatus = SessionStatus.RUNNING
    note: Text = NO_TEXT
    source: int = 0


UNSCHEDULED = Schedule()
