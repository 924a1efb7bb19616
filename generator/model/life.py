"""Where a record is in its life."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date


class Life(enum.StrEnum):
    """A record's life, in order: checked, due, overdue, then ended or withdrawn."""

    CHECKED = "checked"
    DUE = "due"
    OVERDUE = "overdue"
    ENDED = "ended"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Standing:
    """A record's life, and the day by which it must be checked again, where one is known."""

    life: Life = Life.CHECKED
    review_by: date | None = None

    @property
    def listed(self) -> bool:
        """An overdue, ended or withdrawn record leaves lists, search, map and feeds."""
        return self.life in (Life.CHECKED, Life.DUE)
