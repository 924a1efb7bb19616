"""What happens when, across all opportunities: the next few of home, and a line of any list."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from generator.model.opportunity import Opportunity
from generator.model.registry import OPPORTUNITY
from generator.model.said import Said
from generator.model.schedule import Occurrence
from generator.views.costs import cost_summary
from generator.views.dates import DateLine, date_lines, prospect_of
from generator.views.here import Here
from generator.views.people import age_words
from generator.views.wheres import where_words

MOST_DAYS = 28
ENOUGH_LINES = 300
"""After so many no further day is begun: a large place has Explore for the rest."""


@dataclass(frozen=True, slots=True)
class HappeningLine:
    """One time that something happens."""

    date: DateLine
    """When."""
    title: Said
    """What."""
    href: str
    """The opportunity's page."""
    where: tuple[Said, ...]
    """Where, by name."""
    cost: str
    """What it costs, in a few words."""
    ages: str
    """Whom it is for, by age."""


@dataclass(frozen=True, slots=True)
class HappeningDay:
    """A day on which something happens."""

    day: date
    """The day."""
    lines: tuple[HappeningLine, ...]
    """What happens, in order of time."""


def happening_days(
    here: Here, most_days: int = MOST_DAYS, enough: int = ENOUGH_LINES
) -> tuple[HappeningDay, ...]:
    """Return the coming days on which something happens, each of them whole."""
    days: list[HappeningDay] = []
    lines = 0
    for day, occurrences in groupby(_coming(here), key=lambda it: it[0].start.date()):
        if len(days) == most_days or lines >= enough:
            break
        days.append(HappeningDay(day, tuple(happening_line(here, *it) for it in occurrences)))
        lines += len(days[-1].lines)
    return tuple(days)


def _coming(here: Here) -> Iterator[tuple[Occurrence, Opportunity]]:
    """Yield what comes, in order of time, no further than anybody asks."""
    place = here.place
    streams = [
        [(occurrence, opportunity) for occurrence in prospect_of(here, opportunity).upcoming]
        for identifier, opportunity in place.opportunities.items()
        if place.listed(OPPORTUNITY.name, identifier)
    ]
    return heapq.merge(*streams, key=lambda it: (it[0].start, it[1].id))


def happening_line(here: Here, occurrence: Occurrence, opportunity: Opportunity) -> HappeningLine:
    """Return one time that an opportunity happens, as a line of a list."""
    line = date_lines(here, opportunity, (occurrence,))[0]
    return HappeningLine(
        date=line,
        title=here.said(opportunity.title),
        href=here.page(OPPORTUNITY.page(opportunity.id)),
        where=(line.where.words,) if line.where else where_words(here, opportunity),
        cost=cost_summary(here, opportunity.costs) if opportunity.cost else "",
        ages=age_words(here, opportunity.ages, opportunity.school_years),
    )
