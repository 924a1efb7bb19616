from __future__ import annotations

from datetime import date, time

import pytest

from generator.model.schedule import During
from generator.rules.patterns import Pattern, PatternKind, patterns
from tests.unit.rules.scheduling import recurrence, scheduled, session

FIRST = date(2026, 9, 8)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("day", PatternKind.DAILY),
        ("weekday", PatternKind.WORKING_DAYS),
        ("Tuesday, Friday", PatternKind.WEEKLY),
        ("other Tuesday", PatternKind.EVERY_OTHER_WEEK),
        ("last Friday", PatternKind.MONTHLY_BY_WEEKDAY),
        ("15th", PatternKind.MONTHLY_BY_DATE),
    ],
)
def test_each_form_has_a_sentence_of_its_own(words: str, kind: PatternKind) -> None:
    (pattern,) = patterns(scheduled(recurrence(f"{words} 17:00-19:00", FIRST)), FIRST)

    assert pattern.kind is kind


def test_a_pattern_holds_all_that_the_sentence_needs() -> None:
    club = recurrence(
        "Tuesday 22:00-02:00", FIRST, during=During.TERM, until=date(2027, 7, 20), where="library"
    )

    found = patterns(scheduled(session(FIRST), club), date(2026, 9, 1))

    assert found == (
        Pattern(
            kind=PatternKind.WEEKLY,
            start=time(22),
            end=time(2),
            ends_next_day=True,
            weekdays=(1,),
            during=During.TERM,
            starts_on=FIRST,
            until=date(2027, 7, 20),
            where="library",
            source=1,
        ),
    )


def test_the_day_it_once_began_is_not_told() -> None:
    (pattern,) = patterns(scheduled(recurrence("Tuesday 17:00-19:00", FIRST)), FIRST)

    assert pattern.starts_on is None


def test_a_recurrence_that_is_over_is_not_told() -> None:
    over = recurrence("Tuesday 17:00-19:00", FIRST, until=date(2026, 10, 1))

    assert patterns(scheduled(over), date(2026, 10, 2)) == ()


def test_weekdays_of_the_month_carry_their_ordinal() -> None:
    (pattern,) = patterns(scheduled(recurrence("last Friday 17:00-19:00", FIRST)), FIRST)

    assert (pattern.weekdays, pattern.weekdays_of_month) == ((), ((4, -1),))
