"""Schedules that several tests start from."""

from __future__ import annotations

from datetime import date, datetime, time

from generator.model.schedule import Recurrence, Schedule, Session, SessionStatus
from generator.model.terms import Calendar, Term
from generator.model.text import Text
from generator.rules.every import parse_every

AUTUMN = Term(Text.plain("en", "Autumn"), date(2026, 9, 1), date(2026, 12, 18))
SPRING = Term(Text.plain("en", "Spring"), date(2027, 1, 4), date(2027, 3, 19))
SUMMER = Term(Text.plain("en", "Summer"), date(2027, 4, 5), date(2027, 7, 20))
MAY_DAY = date(2027, 5, 3)
NEWPORT = Calendar(
    "Europe/London",
    (AUTUMN, SPRING, SUMMER),
    (date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1), MAY_DAY),
)


def recurrence(words: str, first: date, **changes: object) -> Recurrence:
    """Make a recurrence from the words an author would type."""
    every = parse_every(words)
    assert not isinstance(every, str), every
    return Recurrence(every, first, **changes)  # type: ignore[arg-type]  # any of its fields


def session(day: date, status: SessionStatus = SessionStatus.RUNNING) -> Session:
    """Make a session from 17:00 to 19:00."""
    return Session(datetime.combine(day, time(17)), datetime.combine(day, time(19)), status=status)


def scheduled(*entries: Session | Recurrence) -> Schedule:
    """Make a schedule of these."""
    return Schedule(entries=entries)
