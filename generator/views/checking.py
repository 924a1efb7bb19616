"""How fresh a record is: when somebody last made sure of it, who, and when it is due again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.life import Life, Standing
from generator.model.record import Kept
from generator.model.registry import kind_of
from generator.model.said import Said
from generator.views.here import Here


@dataclass(frozen=True, slots=True)
class CheckedFacts:
    """How fresh a record is."""

    on: date | None
    """When somebody last made sure that it is right."""
    by: Said
    """Who did, by role; may be empty."""
    due: date | None
    """The day by which it should have been checked again, only where that has come."""
    overdue: bool
    """Whether it has left lists, search and map for want of checking."""


def checked_facts(here: Here, record: Kept) -> CheckedFacts:
    """Return how fresh a record is."""
    standing = here.place.standing.get((kind_of(record).name, record.id), Standing())
    due = standing.life in (Life.DUE, Life.OVERDUE)
    return CheckedFacts(
        on=record.checked_on,
        by=here.said(record.checked_by),
        due=standing.due_on if due else None,
        overdue=standing.life is Life.OVERDUE,
    )
