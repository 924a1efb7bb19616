"""What only the passing of time makes wrong."""

from __future__ import annotations

from datetime import date

import pytest

from generator.model.problem import Severity
from generator.pipeline import stops
from tests.support.saltmarsh import place_files, with_fields
from tests.support.understanding import understood

ROBOTICS = "opportunities/robotics.md"


@pytest.mark.parametrize("today", [date(2026, 11, 23), date(2027, 9, 1), date(2040, 1, 1)])
def test_right_place_can_be_published_for_ever_even_strictly(today: date) -> None:
    term = "when:\n  sessions:\n    - {every: day 09:00-10:00, from: 2026-09-01, during: term}\n"
    image = "image: {file: images/robot.png, alt: A robot, consent_until: 2026-12-01}\n"
    files = place_files() | {ROBOTICS: with_fields(ROBOTICS, term + image)}

    problems = understood(files, today=today).problems

    assert not stops(problems, strict=True)
    assert {one.severity for one in problems} <= {Severity.WARNING, Severity.NOTE}


def test_record_becomes_due_then_overdue() -> None:
    def codes(today: date) -> set[str]:
        return understood(place_files(), today=today).codes()

    assert codes(date(2027, 4, 29)) == set()
    assert codes(date(2027, 4, 30)) == {"review-due"}
    assert "review-overdue" in codes(date(2027, 6, 30))


def test_picture_past_its_consent_is_not_shown() -> None:
    image = "image: {file: images/robot.png, alt: A robot, consent_until: 2026-11-22}\n"
    files = place_files() | {ROBOTICS: with_fields(ROBOTICS, image)}

    found = understood(files)

    assert found.place.opportunities["robotics"].image is None
    assert found.place.pictures == {}
