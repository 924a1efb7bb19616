"""Whom an opportunity is for, by age and by school year."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class AgeAt(enum.StrEnum):
    """The day on which the age counts: when it starts, or as schools count, on 31 August."""

    START = "start"
    THE_31_AUGUST = "31-august"


@dataclass(frozen=True, slots=True)
class AgeRange:
    """Ages in whole years, both included; None where there is no limit on that side."""

    youngest: int | None = None
    oldest: int | None = None
    at: AgeAt = AgeAt.START


@dataclass(frozen=True, slots=True)
class SchoolYears:
    """School years, both included; 0 is reception, None where there is no limit on that side."""

    first: int | None = None
    last: int | None = None
