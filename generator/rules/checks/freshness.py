"""What only the passing of time makes wrong: warnings always, errors never."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.model.life import Life, Standing
from generator.model.opportunity import Opportunity
from generator.model.problem import Problem, note, warning
from generator.model.record import Kept
from generator.model.settings import Settings
from generator.rules.checks.pictures import consent_over
from generator.rules.schedules import beyond_known_terms


def check_freshness(
    record: Kept, standing: Standing, settings: Settings, today: date
) -> Iterator[Problem]:
    """Yield what has become old in a record."""
    mark = record.marks.at("review_by" if record.review_by else "checked_on")
    if standing.life is Life.OVERDUE:
        message = (
            f"should have been checked by {standing.due_on}; it has left the lists and keeps only "
            "its page. Check it, then bring `checked_on` up to date"
        )
        yield warning("review-overdue", mark, message, passing=True)
    elif standing.life is Life.DUE:
        leaves = f"; it leaves the lists on {standing.overdue_on}" if standing.overdue_on else ""
        yield note("review-due", mark, f"was to be checked again on {standing.due_on}{leaves}")
    if record.checked_on and record.checked_on > today:
        message = f"{record.checked_on} is still to come; expected the day it was last checked"
        mark = record.marks.at("checked_on")
        yield warning("checked-in-future", mark, message, passing=True)
    yield from consent_over(record, today)
    if isinstance(record, Opportunity) and record.added_on and record.added_on > today:
        message = f"{record.added_on} is still to come; expected the day it was first listed here"
        yield warning("added-in-future", record.marks.at("added_on"), message, passing=True)
    if isinstance(record, Opportunity) and standing.listed:
        calendar = settings.calendar
        if calendar.terms and beyond_known_terms(record.schedule, calendar, today):
            message = "the terms in place.yaml end before today, so its sessions cannot be told"
            yield warning("terms-run-out", record.marks.at("when"), message, passing=True)
