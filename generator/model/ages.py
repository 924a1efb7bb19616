"""Whom an opportunity is for, by age and by school year."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from generator.model.declaration import declared
from generator.model.shapes import Choice, Whole


class AgeAt(enum.StrEnum):
    """The day on which the age counts: when it starts, or as schools count, on 31 August."""

    START = "start"
    THE_31_AUGUST = "31-august"


@dataclass(frozen=True, slots=True)
class AgeRange:
    """Ages in whole years, both included; None where there is no limit on that side."""

    youngest: int | None = declared(Whole(most=120), "The youngest age.", name="from")
    oldest: int | None = declared(Whole(most=120), "The oldest age.", name="to")
    at: AgeAt = declared(
        Choice(tuple(AgeAt)), "The day on which the age counts.", default=AgeAt.START
    )


@dataclass(frozen=True, slots=True)
class SchoolYears:
    """School years, both included; 0 is reception, None where there is no limit on that side."""

    first: int | None = declared(Whole(most=14), "The first year; reception is 0.", name="from")
    last: int | None = declared(Whole(most=14), "The last year.", name="to")
