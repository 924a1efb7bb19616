"""Whom an opportunity is for: ages, school years, and who qualifies."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.ages import AgeAt, AgeRange, SchoolYears
from generator.model.opportunity import Opportunity
from generator.model.said import Said
from generator.model.text import Text
from generator.views.costs import qualifying
from generator.views.here import Here
from generator.views.labels import AUDIENCE, label
from generator.views.links import Link, neighbourhood_link

_OLD_AGE = 120


@dataclass(frozen=True, slots=True)
class PeopleFacts:
    """Whom it is for."""

    ages: str
    """“Ages 11 to 16”, or “All ages”."""
    school_years: str
    """“School years 7 to 11”; "" where none are named."""
    audience: tuple[str, ...]
    """Individuals, families, groups or schools; empty where nothing is said."""
    lives_in: tuple[Link, ...]
    """Where one must live: any one of these."""
    benefits: tuple[Said, ...]
    """Benefits, any one of which qualifies."""
    situations: tuple[Said, ...]
    """Situations, any one of which qualifies."""
    diagnosis: str
    """Whether a diagnosis is needed, in a sentence; "" where nothing is said."""
    proof: Said
    """What shows that one qualifies; may be empty."""
    note: Said
    """Anything else about who can join; may be empty."""


def people_facts(here: Here, opportunity: Opportunity) -> PeopleFacts:
    """Return whom an opportunity is for."""
    eligible = opportunity.eligible
    return PeopleFacts(
        ages=age_words(here, opportunity.ages, opportunity.school_years),
        school_years=school_year_words(here, opportunity.school_years),
        audience=tuple(label(here, AUDIENCE, code) for code in opportunity.audience),
        lives_in=tuple(_home(here, it) for it in eligible.lives_in) if eligible else (),
        benefits=qualifying(here, eligible.benefits) if eligible else (),
        situations=qualifying(here, eligible.status) if eligible else (),
        diagnosis=_diagnosis(here, eligible.diagnosis if eligible else None),
        proof=here.said(eligible.proof) if eligible else Said(),
        note=here.said(eligible.note) if eligible else Said(),
    )


def age_words(here: Here, ages: AgeRange | None, years: SchoolYears | None = None) -> str:
    """Return ages in a few words; school years alone stand in where no ages are said."""
    if ages is None or (not ages.youngest and ages.oldest is None):
        return school_year_words(here, years) or here.say("All ages")
    words = _range(here, ages)
    if ages.at is AgeAt.THE_31_AUGUST:
        return here.say("{ages}, on 31 August", ages=words)
    return words


def _range(here: Here, ages: AgeRange) -> str:
    number = here.wording.number
    if not ages.youngest and ages.oldest is not None:
        return here.say("Up to age {oldest}", oldest=number(ages.oldest))
    if ages.oldest is None:
        return here.say("Ages {youngest} and over", youngest=number(ages.youngest or 0))
    if ages.youngest == ages.oldest:
        return here.say("Age {age}", age=number(ages.oldest))
    youngest, oldest = number(ages.youngest or 0), number(ages.oldest)
    return here.say("Ages {youngest} to {oldest}", youngest=youngest, oldest=oldest)


def school_year_words(here: Here, years: SchoolYears | None) -> str:
    """Return school years in a few words, "" for none."""
    if years is None or (years.first is None and years.last is None):
        return ""
    first, last = _year(here, years.first), _year(here, years.last)
    if not first:
        return here.say("Up to {year}", year=last)
    if not last:
        return here.say("{year} and above", year=first)
    if first == last:
        return first
    if years.first:
        number = here.wording.number
        return here.say(
            "School years {first} to {last}",
            first=number(years.first),
            last=number(years.last or 0),
        )
    return here.say("{first} to {last}", first=first, last=last)


def _year(here: Here, number: int | None) -> str:
    if number is None:
        return ""
    return here.say("School year {number}", number=number) if number else here.say("Reception")


def _home(here: Here, home: Text) -> Link:
    return neighbourhood_link(here, home.original) or Link(here.said(home))


def _diagnosis(here: Here, needed: bool | None) -> str:  # noqa: FBT001 - as the record has it: yes, no or unsaid
    if needed is None:
        return ""
    if needed:
        return here.say("You need a diagnosis.")
    return here.say("You do not need a diagnosis.")


def band_words(here: Here, youngest: int, oldest: int) -> str:
    """Return a band of ages, as a category page names it."""
    if youngest == 0:
        return here.say("Under {age}", age=here.wording.number(oldest + 1))
    return _range(here, AgeRange(youngest, oldest if oldest < _OLD_AGE else None))
