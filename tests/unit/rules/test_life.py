from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from generator.model.life import Life, Standing
from generator.model.status import OpportunityStatus
from generator.rules.life import Upkeep, standing

CHECKED = date(2026, 1, 1)
KEPT = Upkeep(checked_on=CHECKED, review_every=180, grace_days=60)
DUE = CHECKED + timedelta(days=180)
OVERDUE = DUE + timedelta(days=61)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("today", "life"),
    [
        (CHECKED, Life.CHECKED),
        (DUE - DAY, Life.CHECKED),
        (DUE, Life.DUE),
        (OVERDUE - DAY, Life.DUE),
        (OVERDUE, Life.OVERDUE),
    ],
)
def test_a_record_falls_due_and_then_overdue_as_time_passes(today: date, life: Life) -> None:
    assert standing(KEPT, today) == Standing(life, DUE, OVERDUE)


def test_a_review_date_of_its_own_goes_before_the_policy() -> None:
    kept = replace(KEPT, review_by=date(2027, 1, 1))

    assert standing(kept, date(2026, 12, 31)).life is Life.CHECKED
    assert standing(kept, date(2027, 1, 1)).life is Life.DUE


def test_an_overdue_record_leaves_lists_and_keeps_its_page() -> None:
    life = standing(KEPT, OVERDUE).life

    assert not life.listed
    assert life.has_page


@pytest.mark.parametrize(
    ("kept", "last_good"),
    [
        (replace(KEPT, expires_on=date(2026, 3, 1)), date(2026, 3, 1)),
        (replace(KEPT, schedule_end=date(2026, 3, 1)), date(2026, 3, 1)),
        (replace(KEPT, ended_on=date(2026, 3, 1)), date(2026, 2, 28)),
    ],
)
def test_a_record_ends_by_its_own_dates(kept: Upkeep, last_good: date) -> None:
    before, after = standing(kept, last_good), standing(kept, last_good + DAY)

    assert before.life is Life.CHECKED
    assert (after.life, after.ended_on) == (Life.ENDED, date(2026, 3, 1))


def test_an_ended_record_is_ended_however_recently_it_was_checked() -> None:
    kept = replace(KEPT, status=OpportunityStatus.ENDED, ended_on=date(2026, 5, 1))

    assert standing(kept, CHECKED) == Standing(Life.ENDED, DUE, OVERDUE, date(2026, 5, 1))


def test_a_withdrawn_record_is_withdrawn_whatever_its_dates() -> None:
    kept = replace(KEPT, status=OpportunityStatus.WITHDRAWN, schedule_end=date(2025, 1, 1))

    assert standing(kept, CHECKED).life is Life.WITHDRAWN


@pytest.mark.parametrize(
    "status",
    [OpportunityStatus.CANCELLED, OpportunityStatus.POSTPONED, OpportunityStatus.FULL],
)
def test_a_cancelled_postponed_or_full_record_stays_listed(status: OpportunityStatus) -> None:
    assert standing(replace(KEPT, status=status), CHECKED).listed


def test_a_postponed_record_outlives_its_old_dates() -> None:
    kept = replace(KEPT, status=OpportunityStatus.POSTPONED, schedule_end=CHECKED)

    assert standing(kept, CHECKED + 5 * DAY).life is Life.CHECKED


def test_what_was_never_checked_never_falls_due() -> None:
    assert standing(Upkeep(), date(2090, 1, 1)) == Standing(Life.CHECKED)


def test_the_last_day_there_is_does_not_overflow() -> None:
    assert standing(replace(KEPT, checked_on=date.max), CHECKED).due_on == date.max
