"""When a place's schools are open, and which days everybody is off: what ``during`` is read by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.text import Text


@dataclass(frozen=True, slots=True)
class Term:
    """One school term, its first and last day included."""

    name: Text
    first: date
    last: date

    def contains(self, day: date) -> bool:
        """Say whether the day lies in the term."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Calendar:
    """A place's time zone key, its terms in order of date, and its bank holidays.

    ``zone`` is one of ``generator.rules.zones.zone_keys()``.
    Terms do not overlap. What lies between two terms is holiday; what lies before the first or
    after the last term is unknown, because a term list runs out before the years do.
    """

    zone: str = "UTC"
    terms: tuple[Term, ...] = ()
    bank_holidays: tuple[date, ...] = ()
