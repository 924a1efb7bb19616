"""What an author types for a price or a session, before it is understood.

Kept apart from ``Cost`` and ``Schedule``, which say what the words mean: a price may be written
as ``free`` or as an amount, a session as a date or as ``every: Tuesday``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from generator.model.declaration import declared
from generator.model.money import Cost, CostPer
from generator.model.schedule import During, SessionStatus
from generator.model.shapes import (
    Amount,
    Choice,
    Day,
    Flag,
    Group,
    Link,
    Many,
    Moment,
    Neighbourhood,
    Ref,
    Term,
    Token,
    Words,
)
from generator.model.text import Text

EVERYONE = "everyone"


@dataclass(frozen=True, slots=True)
class CostEntry:
    """One price as written: ``free``, or an amount, and whom it is for."""

    free: bool = declared(Flag(), "true: nothing to pay. The bare word `free` says the same.")
    amount: Decimal | None = declared(Amount(), "What it costs, in the place's currency.")
    per: CostPer | None = declared(
        Choice(tuple(CostPer)), "What one payment is good for.", default=None
    )
    whom: tuple[str, ...] = declared(
        Many(Term(("eligibility", "benefits"), also=(EVERYONE,))),
        "Who pays this: `everyone` (also when left out), or those who qualify.",
        name="for",
    )
    note: Text = declared(Words(), "Anything else about it, such as “pay on the day”.")

    @property
    def price(self) -> Cost:
        """What the entry means."""
        qualifying = tuple(term for term in self.whom if term != EVERYONE)
        if EVERYONE in self.whom:
            qualifying = ()
        return Cost(self.amount or Decimal(0), self.per, qualifying, self.note)


def cost_shape() -> Group:
    """Return the shape of one price: the word ``free``, an amount, or the whole entry."""
    return Group(CostEntry, bare={"free": ("free", "true")}, scalar_as="amount")


@dataclass(frozen=True, slots=True)
class ExceptionEntry:
    """A day on which a regular session does not happen; it stays visible, struck out."""

    date: date | None = declared(Day(), "The day that is left out.", required=True)
    reason: Text = declared(Words(), "Why: learners see it.")


@dataclass(frozen=True, slots=True)
class SessionEntry:
    """One session with a date, or one line of a timetable that comes round again."""

    start: datetime | None = declared(Moment(), "When a session with a date starts.")
    end: datetime | time | None = declared(
        Moment(or_time=True), "When it ends: a time on the same day, or a date and time."
    )
    every: str = declared(
        Token(),
        "Instead of start and end: `Tuesday 17:00-19:00`, `Monday, Wednesday 10:00-12:00`, "
        "`day …`, `weekday …`, `other Tuesday …`, `second Tuesday …`, `last Friday …`, `15th …`.",
    )
    from_: date | None = declared(
        Day(), "The first day on which it can fall; else `checked_on`.", name="from"
    )
    until: date | None = declared(Day(), "The last day; left out, it goes on without end.")
    during: During = declared(
        Choice(tuple(During)),
        "Only in school terms, only in holidays, or all year.",
        default=During.ALL_YEAR,
    )
    exceptions: tuple[ExceptionEntry, ...] = declared(
        Many(Group(ExceptionEntry, scalar_as="date")), "Days that are left out.", name="except"
    )
    where: str = declared(Ref(("venue",)), "The venue, where the opportunity has several.")
    status: SessionStatus = declared(
        Choice(tuple(SessionStatus)), "Whether it runs.", default=SessionStatus.RUNNING
    )
    note: Text = declared(Words(), "What a learner must know about this session.")


@dataclass(frozen=True, slots=True)
class WhenEntry:
    """When it happens: at any time, or in these sessions."""

    anytime: bool = declared(Flag(), "Whenever one likes. The bare word `anytime` says the same.")
    sessions: tuple[SessionEntry, ...] = declared(
        Many(Group(SessionEntry)), "Sessions with a date, and those that come round again."
    )


@dataclass(frozen=True, slots=True)
class WhereEntry:
    """One of the places where it happens: a venue, a web address, a neighbourhood, or words."""

    venue: str = declared(Ref(("venue",)), "A venue; its bare id says the same.")
    url: str = declared(Link(), "A web address, for what is online; bare, it says the same.")
    area: str = declared(Neighbourhood(), "A neighbourhood, for what has no venue.")
    words: Text = declared(Words(), "Words, such as “at your home”.")
