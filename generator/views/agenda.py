"""What's on, as somebody reads it who wonders what to do: day by day, all that is to come.

What comes round every week would drown what happens once. So the next days say it in a line each,
and the days after those say only what is special; every page of a club has its own dates. Left out
are sessions that nobody new can come to, such as week six of a course that has begun.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from generator.model.opportunity import Opportunity
from generator.model.prospect import JoinState
from generator.model.registry import OPPORTUNITY
from generator.model.schedule import Frequency, Occurrence, Recurrence, SessionStatus, StartRule
from generator.model.status import OpportunityStatus
from generator.views.dates import prospect_of
from generator.views.happenings import HappeningLine, happening_line
from generator.views.here import Here
from generator.views.links import Link

REACH = timedelta(days=14)
"""For so long what comes round every week is told: two of each weekday."""
MONTHLY_REACH = timedelta(days=62)
"""For so long what comes round more seldom is told each time."""
MOST_LINES = 300
"""After so many happenings no further day is begun: the months have pages of their own."""
MOST_REGULARS = 40
"""Of one day; a large place has Explore for the rest."""
MOST_ANYTIME = 60


@dataclass(frozen=True, slots=True)
class Coming:
    """One date that is told, and whether it is one of many alike."""

    occurrence: Occurrence
    opportunity: Opportunity
    regular: bool

    @property
    def day(self) -> date:
        """The day on which it begins."""
        return self.occurrence.start.date()


@dataclass(frozen=True, slots=True)
class AgendaDay:
    """A day on which something happens."""

    day: date
    """The day."""
    lines: tuple[HappeningLine, ...]
    """What is special to it, in order of time."""
    regulars: tuple[HappeningLine, ...]
    """What comes round every week or oftener, in order of time."""
    regular_count: int
    """How many those are, with the ones that are too many to be told."""
    more: Link | None
    """Where the rest of the regular sessions is, if they are too many to be told."""


@dataclass(frozen=True, slots=True)
class Agenda:
    """All that is to come."""

    near: tuple[AgendaDay, ...]
    """The next days, with what comes round every week."""
    later: tuple[AgendaDay, ...]
    """The days after them, with what is special alone."""
    months: tuple[date, ...]
    """The first days of the months that did not find room."""


def agenda(here: Here, coming: Iterable[Coming], most: int = MOST_LINES) -> Agenda:
    """Return all that is to come, as far as a page holds it."""
    days: list[AgendaDay] = []
    lines = 0
    months: dict[date, None] = {}
    for day, held in groupby(coming, key=lambda it: it.day):
        if lines >= most:
            months[day.replace(day=1)] = None
        else:
            days.append(_day(here, day, held))
            lines += len(days[-1].lines)
    near = [it for it in days if it.day < days[0].day + REACH]
    return Agenda(tuple(near), tuple(days[len(near) :]), tuple(months))


def month_days(
    here: Here, coming: Iterable[Coming], month: date, most: int = MOST_LINES
) -> tuple[AgendaDay, ...]:
    """Return what is special in a month, by its days, as far as a page holds it."""
    special = [it for it in coming if not it.regular and it.day.replace(day=1) == month]
    days: list[AgendaDay] = []
    lines = 0
    for day, held in groupby(special, key=lambda it: it.day):
        if lines < most:
            days.append(_day(here, day, held))
            lines += len(days[-1].lines)
    return tuple(days)


def anytime_links(here: Here) -> tuple[Link, ...]:
    """Return what can be done whenever one likes, by title."""
    place = here.place
    found = [
        Link(here.said(it.title), here.page(OPPORTUNITY.page(it.id)))
        for it in place.opportunities.values()
        if place.listed(OPPORTUNITY.name, it.id)
        and prospect_of(here, it).state is JoinState.ANYTIME
    ]
    found.sort(key=lambda link: (here.order(link.words.words), link.href))
    return tuple(found)


def coming_dates(here: Here) -> tuple[Coming, ...]:
    """Return every date that is told, in order of time; it is the same for all pages."""
    place = here.place
    told = [
        (opportunity, _told(here, opportunity))
        for identifier, opportunity in place.opportunities.items()
        if place.listed(OPPORTUNITY.name, identifier)
    ]
    first = min((dates[0].start.date() for _, dates in told if dates), default=date.min)
    found = [it for opportunity, dates in told for it in _chosen(opportunity, dates, first)]
    return tuple(sorted(found, key=lambda it: (it.occurrence.start, it.opportunity.id)))


def _told(here: Here, opportunity: Opportunity) -> list[Occurrence]:
    """Return the dates on which somebody new can come, and those that do not go as planned.

    What begins after all that is worked out is told by its first date alone.
    """
    prospect = prospect_of(here, opportunity)
    if opportunity.status is not OpportunityStatus.OPEN:
        return list(prospect.upcoming)
    joinable = {(it.source, it.start) for it in prospect.joinable}
    far = () if prospect.upcoming else prospect.joinable[:1]
    return [
        it
        for it in (*prospect.upcoming, *far)
        if it.state is not SessionStatus.RUNNING or (it.source, it.start) in joinable
    ]


def _chosen(opportunity: Opportunity, dates: Iterable[Occurrence], first: date) -> Iterator[Coming]:
    """Yield dates, and of what comes round those within reach.

    What has a break is special when it begins again: nobody should miss a holiday club because it
    ran last summer too. Whatever it is, its next date is always told.
    """
    entries = opportunity.schedule.entries
    seen: set[int] = set()
    for it in dates:
        entry = entries[it.source] if it.source < len(entries) else None
        next_of_all = it.source not in seen
        seen.add(it.source)
        if not isinstance(entry, Recurrence):
            yield Coming(it, opportunity, regular=False)
            continue
        weekly = entry.every.frequency is not Frequency.MONTHLY
        reach = first + (REACH if weekly else MONTHLY_REACH)
        begins = opportunity.start_rule == StartRule.FIRST_SESSION and _runs(it)
        if it.start.date() < reach:
            yield Coming(it, opportunity, regular=weekly and not begins)
        elif next_of_all:
            yield Coming(it, opportunity, regular=False)


def _runs(occurrence: Occurrence) -> bool:
    return occurrence.state is SessionStatus.RUNNING


def _day(here: Here, day: date, coming: Iterable[Coming]) -> AgendaDay:
    held = list(coming)
    regulars = [it for it in held if it.regular]
    left = len(regulars) - MOST_REGULARS
    words = here.count("{number} more on this day", "{number} more on this day", max(left, 0))
    return AgendaDay(
        day=day,
        lines=tuple(_line(here, it) for it in held if not it.regular),
        regulars=tuple(_line(here, it) for it in regulars[:MOST_REGULARS]),
        regular_count=len(regulars),
        more=Link(here.own(words), here.page(f"explore/?from={day}&to={day}"))
        if left > 0
        else None,
    )


def _line(here: Here, coming: Coming) -> HappeningLine:
    return happening_line(here, coming.occurrence, coming.opportunity)
