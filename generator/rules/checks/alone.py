"""What a record says by itself, understood and checked, whatever the others hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.model.badge import Badge
from generator.model.location import Bounds
from generator.model.opportunity import Opportunity
from generator.model.pathway import Pathway
from generator.model.problem import Problem
from generator.model.record import Record
from generator.model.venue import Venue
from generator.rules.checks.advice import check_advice
from generator.rules.checks.badges import check_badge
from generator.rules.checks.opportunities import check_opportunity
from generator.rules.checks.pathways import check_pathway
from generator.rules.checks.pictures import check_pictures
from generator.rules.checks.translations import check_translations
from generator.rules.checks.venues import check_venue
from generator.rules.timetable import schedule_of


def checked(record: Record, zone: str, bounds: Bounds) -> tuple[Record, list[Problem]]:
    """Return a record with its schedule understood, and what is wrong with it."""
    problems: list[Problem] = []
    if isinstance(record, Opportunity):
        schedule, found = schedule_of(record, zone)
        record = replace(record, schedule=schedule)
        problems.extend(found)
    if isinstance(record, Badge) and record.status == "draft":
        record = replace(record, draft=True)
    problems.extend(_of_its_kind(record, bounds))
    problems.extend(check_pictures(record))
    problems.extend(check_translations(record))
    problems.extend(check_advice(record))
    return record, problems


def _of_its_kind(record: Record, bounds: Bounds) -> Iterator[Problem]:
    match record:
        case Opportunity():
            yield from check_opportunity(record)
        case Badge():
            yield from check_badge(record)
        case Venue():
            yield from check_venue(record, bounds)
        case Pathway():
            yield from check_pathway(record)
