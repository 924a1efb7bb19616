"""Where a record is in its life."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date


class Life(enum.StrEnum):
    """Where a record stands.

    OVERDUE leaves lists, search, map and feeds and keeps its page; ENDED keeps its page, with
    alternatives; WITHDRAWN leaves no text anywhere.
    """

    CHECKED = "checked"
    DUE = "due"
    OVERDUE = "overdue"
    ENDED = "ended"
    WITHDRAWN = "withdrawn"

    @property
    def listed(self) -> bool:
        """It is in lists, search, map and feeds."""
        return self in (Life.CHECKED, Life.DUE)

    @property
    def has_page(self) -> bool:
        """Its page keeps its text."""
        return self is not Life.WITHDRAWN


@dataclass(frozen=True, slots=True)
class Standing:
    """A record's life on a day, with the dates that a page shows.

    ``due_on`` is the day it should be checked again, ``overdue_on`` the first day on which it is
    no longer listed for want of that, ``ended_on`` the day it ended, where that is known.
    """

    life: Life = Life.CHECKED
    due_on: date | None = None
    overdue_on: date | None = None
    ended_on: date | None = None

    @property
    def listed(self) -> bool:
        """It is in lists, search, map and feeds."""
        return self.life.listed
