"""When an opportunity happens, as a page says it: absolute dates only, cancelled ones too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from generator.model.opportunity import Opportunity
from generator.model.prospect import Prospect
from generator.model.registry import VENUE
from generator.model.said import Said
from generator.model.schedule import Occurrence, SessionStatus
from generator.model.status import OpportunityStatus
from generator.rules.patterns import Pattern, patterns
from generator.views.here import Here
from generator.views.labels import DAYS_SPAN, HOURS_SPAN, SESSION_STATES, START_RULES, label
from generator.views.links import Link, record_link
from generator.views.timetable import pattern_words, rhythm_words

MOST_DATES = 12
"""A weekly club has a year of dates; the pattern says the rest, and so does the calendar file."""

_OVERRULING = (
    OpportunityStatus.FULL,
    OpportunityStatus.WAITING_LIST,
    OpportunityStatus.CANCELLED,
    OpportunityStatus.POSTPONED,
)


@dataclass(frozen=True, slots=True)
class DateLine:
    """One coming date. Templates put ``end_at`` where the browser can hide what has passed."""

    start: datetime
    """When it starts, by the clock on the wall."""
    end: datetime
    """When it ends, by the clock on the wall."""
    start_at: datetime
    """The same instant as ``start``, with its offset: for a ``time`` element's ``datetime``."""
    end_at: datetime
    """The same instant as ``end``, with its offset."""
    same_day: bool
    """Whether it ends on the day on which it starts, or in the night after it."""
    state: str
    """``running``, ``full``, ``cancelled`` or ``moved``; where the whole opportunity is not open,
    what it is: ``postponed`` or ``waiting-list`` too."""
    state_words: str
    """The same in words; "" for one that simply runs."""
    note: Said
    """What a learner must know about this date, or why it is cancelled; may be empty."""
    where: Link | None
    """The venue, where this date has one of its own."""
    joinable: bool
    """Whether somebody who is not yet part of it can join on this date."""


@dataclass(frozen=True, slots=True)
class TimetableLine:
    """One line of a timetable that comes round again."""

    words: str
    """“Every Tuesday, 17:00 to 19:00, in term time”."""
    note: Said
    """What a learner must know about it; may be empty."""
    where: Link | None
    """The venue, where this line has one of its own."""
    state: str
    """Whether it is full, cancelled or moved, in words; "" for one that simply runs."""


@dataclass(frozen=True, slots=True)
class WhenFacts:
    """When it happens."""

    anytime: bool
    """Whether it can be done whenever one likes."""
    timetable: tuple[TimetableLine, ...]
    """What comes round again."""
    dates: tuple[DateLine, ...]
    """The next coming dates, at most twelve."""
    next: DateLine | None
    """The first date on which somebody new can join."""
    start_rule: str
    """When one can begin, in a sentence; "" where there are no dates."""
    enrol_by: date | None
    """The last day to sign up."""
    calendar: str
    """Where its calendar file is from this page; "" where it has no dates."""


def when_facts(here: Here, opportunity: Opportunity) -> WhenFacts:
    """Return when an opportunity happens."""
    prospect = prospect_of(here, opportunity)
    dated = bool(opportunity.schedule.entries)
    return WhenFacts(
        anytime=opportunity.schedule.anytime,
        timetable=_timetable(here, opportunity, prospect),
        dates=date_lines(here, opportunity, prospect.upcoming[:MOST_DATES]),
        next=next_date(here, opportunity),
        start_rule=label(here, START_RULES, opportunity.start_rule) if dated else "",
        enrol_by=opportunity.enrol_by,
        calendar=here.page(f"opportunities/{opportunity.id}/event.ics") if dated else "",
    )


def next_date(here: Here, opportunity: Opportunity) -> DateLine | None:
    """Return the first date on which somebody new can join, if there is one."""
    joinable = prospect_of(here, opportunity).joinable
    lines = date_lines(here, opportunity, joinable[:1])
    return lines[0] if lines else None


def date_lines(
    here: Here, opportunity: Opportunity, occurrences: Iterable[Occurrence]
) -> tuple[DateLine, ...]:
    """Return occurrences as lines."""
    joinable = frozenset((it.source, it.start_at) for it in prospect_of(here, opportunity).joinable)
    return tuple(
        DateLine(
            start=it.start,
            end=it.end,
            start_at=it.start_at,
            end_at=it.end_at,
            same_day=_same_day(it),
            state=_state(opportunity, it),
            state_words=label(here, SESSION_STATES, _state(opportunity, it)),
            note=here.said(it.note),
            where=record_link(here, VENUE, it.where),
            joinable=(it.source, it.start_at) in joinable,
        )
        for it in occurrences
    )


def prospect_of(here: Here, opportunity: Opportunity) -> Prospect:
    """Return what can still be come to."""
    return here.place.prospects.get(opportunity.id, Prospect())


def _state(opportunity: Opportunity, occurrence: Occurrence) -> str:
    """Return how one date stands: no date runs of what is cancelled or full as a whole."""
    if occurrence.state is SessionStatus.CANCELLED or opportunity.status not in _OVERRULING:
        return occurrence.state.value
    return opportunity.status.value


def _same_day(occurrence: Occurrence) -> bool:
    """Say whether one day names it: a disco until one in the morning is one evening to all."""
    hours = (occurrence.end - occurrence.start).total_seconds() / 3600
    return occurrence.start.date() == occurrence.end.date() or hours < 12  # noqa: PLR2004 - half a day


def _timetable(
    here: Here, opportunity: Opportunity, prospect: Prospect
) -> tuple[TimetableLine, ...]:
    """Return the lines that are not over."""
    return tuple(
        TimetableLine(
            words=pattern_words(here, pattern),
            note=here.said(pattern.note),
            where=record_link(here, VENUE, pattern.where),
            state=label(here, SESSION_STATES, pattern.status),
        )
        for pattern in _patterns(opportunity, prospect)
    )


def _patterns(opportunity: Opportunity, prospect: Prospect) -> tuple[Pattern, ...]:
    """Return what comes round again and is not over.

    Today never enters a view; the first coming date says as well what is over and what is to begin.
    """
    seen_from = prospect.upcoming[0].start.date() if prospect.upcoming else date.min
    return patterns(opportunity.schedule, seen_from)


def schedule_words(here: Here, opportunity: Opportunity) -> str:
    """Return the schedule in one line, for where no next date may stand: it stays true for long.

    “Every Tuesday, 17:00 to 19:00”, the one date there is, or the first of several and the last.
    """
    if opportunity.schedule.anytime:
        return here.say("At any time")
    sessions = opportunity.schedule.sessions
    rhythms = [
        rhythm_words(here, it) for it in _patterns(opportunity, prospect_of(here, opportunity))
    ]
    if rhythms:
        several = len(rhythms) > 1 or bool(sessions)
        return here.say("{times}, and at other times", times=rhythms[0]) if several else rhythms[0]
    if not sessions:
        return ""
    day, clock = here.wording.day, here.wording.clock
    start, end = min(it.start for it in sessions), max(it.end for it in sessions)
    several_days = len(sessions) > 1 and start.date() != end.date()
    if several_days or (end - start).days:
        return here.say(DAYS_SPAN, start=day(start.date()), end=day(end.date()))
    hours = here.say(HOURS_SPAN, start=clock(start), end=clock(end))
    return f"{day(start.date())}, {hours}"
