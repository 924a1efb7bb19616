from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from generator.model.ages import AgeRange
from generator.model.prospect import JoinState, Prospect
from generator.model.schedule import Occurrence
from generator.views.facets.times import AGE, BY_DAY
from tests.support.places import a_place, an_opportunity

A_TUESDAY = datetime(2026, 12, 8, 17, 0)


def happening(days: int) -> Occurrence:
    start = A_TUESDAY + timedelta(days=days)
    return Occurrence(start, start, start.replace(tzinfo=UTC), start.replace(tzinfo=UTC))


def test_the_days_are_those_on_which_a_newcomer_can_come() -> None:
    course = an_opportunity()
    dates = (happening(4), happening(0), happening(7), happening(1))
    prospect = Prospect(JoinState.JOINABLE, dates, dates[:3])

    read = BY_DAY.reader(a_place(course, prospects={course.id: prospect}))

    assert read(course) == ("tuesday", "saturday")


def test_what_has_no_date_is_on_no_day() -> None:
    assert BY_DAY.reader(a_place())(an_opportunity()) == ()


@pytest.mark.parametrize(
    ("ages", "bands"),
    [
        (AgeRange(16, 18), ("16-to-17", "18-to-24")),
        (AgeRange(11, 15), ("11-to-15",)),
        (AgeRange(25, None), ("25-and-over",)),
        (AgeRange(None, 4), ("under-5",)),
    ],
)
def test_a_band_holds_what_somebody_in_it_may_come_to(
    ages: AgeRange, bands: tuple[str, ...]
) -> None:
    assert AGE.reader(a_place())(an_opportunity(ages=ages)) == bands


def test_what_names_no_age_is_for_every_band() -> None:
    assert len(AGE.reader(a_place())(an_opportunity())) == 6
