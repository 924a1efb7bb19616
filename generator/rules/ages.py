"""Who is old enough, and on which day that counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.ages import AgeAt, AgeRange, SchoolYears

ADULT = 18
AUGUST = 8
_YOUNGEST_IN_YEAR = {"northern-ireland": 3, "scotland": 3}
_OLDEST_IN_YEAR = {"northern-ireland": 4}
_YOUNGEST_ELSEWHERE, _OLDEST_ELSEWHERE = 4, 5


@dataclass(frozen=True, slots=True)
class AgeRequirement:
    """What age a person must be, both limits included, and on which day.

    ``on`` is None where the day is whenever they start.
    """

    youngest: int | None
    oldest: int | None
    on: date | None


def age_requirement(ages: AgeRange, start: date | None) -> AgeRequirement:
    """Return what the ages ask of a person who starts on a day; None where the day is open.

    Ages by 31 August count on the one of the academic year that the start falls in. That year is
    taken to begin on 1 August, as the funding rules for 16 to 19 year olds in England have it, so
    that an August summer school counts for the year to come.
    """
    on = start
    if start and ages.at is AgeAt.THE_31_AUGUST:
        on = date(start.year if start.month >= AUGUST else start.year - 1, AUGUST, 31)
    return AgeRequirement(ages.youngest, ages.oldest, on)


def age_on(born: date, day: date) -> int:
    """Return a person's age in whole years.

    Someone born on 29 February has their birthday on 1 March in other years, as in the law of
    England and Wales.
    """
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def admits(ages: AgeRange, age: int) -> bool:
    """Say whether the age lies in the range."""
    return (ages.youngest is None or ages.youngest <= age) and (
        ages.oldest is None or age <= ages.oldest
    )


def admits_under_18(ages: AgeRange) -> bool:
    """Say whether a child may take part. No lower limit admits children: nothing keeps them out."""
    return ages.youngest is None or ages.youngest < ADULT


def school_year_ages(years: SchoolYears, nation: str = "") -> AgeRange:
    """Return the ages of pupils in the school years, from the first day of the first to the last.

    In England and Wales a pupil begins year 1 at five; in Northern Ireland, whose years run one
    ahead, at four. For Scotland primary 1 to secondary 6 are years 1 to 13, and since pupils there
    begin at four and a half to five and a half, the range is a year wider.
    """
    youngest = _YOUNGEST_IN_YEAR.get(nation, _YOUNGEST_ELSEWHERE)
    oldest = _OLDEST_IN_YEAR.get(nation, _OLDEST_ELSEWHERE)
    return AgeRange(
        None if years.first is None else years.first + youngest,
        None if years.last is None else years.last + oldest,
        AgeAt.START,
    )


def ages_admitted(ages: AgeRange | None, years: SchoolYears | None, nation: str = "") -> AgeRange:
    """Return the range to search by: the ages said, else those of the school years, else any."""
    if ages is not None:
        return ages
    return school_year_ages(years, nation) if years is not None else AgeRange()


def range_mistake(limits: AgeRange | SchoolYears) -> str | None:
    """Return what is wrong with a range of ages or school years, or None."""
    if isinstance(limits, AgeRange):
        low, high = limits.youngest, limits.oldest
    else:
        low, high = limits.first, limits.last
    if low is None or high is None or low <= high:
        return None
    return f"from {low} is above to {high}; did you mean from {high} to {low}?"
