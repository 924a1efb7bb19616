"""One record among all others: what is left of it on the site, how it stands, what is wrong.

It reads the record and what is around it, and nothing else, so that of ten thousand records only
the one that was edited is examined again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from generator.model.badge import Badge
from generator.model.life import Standing
from generator.model.opportunity import Opportunity
from generator.model.pathway import Pathway
from generator.model.problem import Problem
from generator.model.prospect import Prospect
from generator.model.record import Kept, Record
from generator.model.registry import VENUE, kind_of
from generator.model.settings import Settings
from generator.model.shapes import Ref
from generator.rules.backlinks import Points, points
from generator.rules.checks.freshness import check_freshness
from generator.rules.checks.pictures import without_stale_pictures
from generator.rules.checks.prose_links import check_prose_links
from generator.rules.checks.references import Known, check_references
from generator.rules.checks.safeguarding import admits_children
from generator.rules.checks.secrets import Needle, given_away
from generator.rules.joining import JoinTerms, next_joinable
from generator.rules.life import Upkeep, standing
from generator.rules.references import pictures_named, pruned
from generator.rules.schedules import last_day
from generator.rules.timetable import without_venues

HORIZON = timedelta(days=92)
"""How far ahead pages, lists and calendars show dates: a school term and its holidays."""


@dataclass(frozen=True, slots=True)
class Around:
    """All that a record is examined against.

    ``pages`` are the addresses that the site will have, ``secrets`` the words that no text may
    hold.
    """

    known: Known
    pages: frozenset[str]
    secrets: tuple[Needle, ...]
    settings: Settings
    today: date


@dataclass(frozen=True, slots=True)
class Examined:
    """What came of examining a record. A hidden one has problems, and nothing else to show.

    ``linked`` is it without its references to what is not published, ``shown`` that without
    pictures that may be shown no longer. ``standing`` is None for what is not kept checked,
    ``prospect`` for what nobody joins. ``pictures`` are those that it shows, by path.
    """

    linked: Record
    shown: Record
    problems: tuple[Problem, ...]
    standing: Standing | None = None
    prospect: Prospect | None = None
    points: Points | None = None
    pictures: tuple[str, ...] = ()
    for_children: bool = False


def examine(record: Record, around: Around) -> Examined:
    """Examine one record."""
    key = (kind_of(record).name, record.id)
    problems = tuple(_names_nothing(record, key, around))
    if key in around.known.hidden:
        return Examined(record, record, problems)
    linked = _linked(record, around.known)
    shown = without_stale_pictures(linked, around.today)
    its_standing = _standing(linked, around) if isinstance(linked, Kept) else None
    found = [*problems, *given_away(linked, around.secrets)]
    if isinstance(linked, Kept) and its_standing:
        found += check_freshness(linked, its_standing, around.settings, around.today)
    opportunity = linked if isinstance(linked, Opportunity) else None
    return Examined(
        linked,
        shown,
        tuple(found),
        its_standing,
        _prospect(opportunity, around) if opportunity else None,
        points(linked, around.settings.language),
        tuple(path for path, _ in pictures_named(shown)),
        opportunity is not None and admits_children(opportunity, around.settings.nation),
    )


def _names_nothing(record: Record, key: tuple[str, str], around: Around) -> Iterator[Problem]:
    """Yield each name that leads nowhere. Drafts and withdrawn records get notes alone."""
    for problem in (
        *check_references(record, key[0], around.known),
        *check_prose_links(record, around.pages, around.known),
    ):
        yield problem.softened() if record.draft or key in around.known.hidden else problem


def _linked(record: Record, known: Known) -> Record:
    """Return a record without its references to what is not on the site."""

    def kept(shape: Ref, identifier: str) -> bool:
        keys = [(kind, identifier) for kind in shape.kinds]
        return any(
            identifier in known.records[kind] and (kind, identifier) not in known.hidden
            for kind in shape.kinds
        ) and not any(key in known.unread for key in keys)

    record = pruned(record, kept)
    if isinstance(record, Pathway):
        steps = [reached for step in record.steps if (reached := step.within_reach())]
        return replace(record, steps=tuple(steps))
    if isinstance(record, Badge) and record.requires:
        return replace(record, requires=record.requires.within_reach())
    if not isinstance(record, Opportunity):
        return record
    venues = Ref((VENUE.name,))
    timetable = without_venues(record.schedule, lambda venue: kept(venues, venue))
    return replace(record, schedule=timetable)


def _standing(record: Kept, around: Around) -> Standing:
    settings, today = around.settings, around.today
    upkeep = Upkeep(
        checked_on=record.checked_on,
        review_by=record.review_by,
        review_every=settings.review_every,
        grace_days=settings.grace_days,
    )
    if isinstance(record, Opportunity):
        upkeep = replace(
            upkeep,
            expires_on=record.expires_on,
            ended_on=record.ended_on,
            status=record.status,
            schedule_end=last_day(record.schedule, settings.calendar),
        )
    return standing(upkeep, today)


def _prospect(opportunity: Opportunity, around: Around) -> Prospect:
    terms = JoinTerms(opportunity.start_rule, opportunity.enrol_by, opportunity.status)
    calendar, today = around.settings.calendar, around.today
    return next_joinable(opportunity.schedule, calendar, terms, today, today + HORIZON)
