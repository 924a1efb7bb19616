"""Schedules against an independent expansion of RFC 5545 (dateutil), and laws that always hold."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from itertools import pairwise

from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.schedule import (
    ByDay,
    Cancellation,
    During,
    Every,
    Frequency,
    Recurrence,
    Schedule,
    SessionStatus,
)
from generator.model.terms import Calendar
from generator.rules.recurring import rule_days
from generator.rules.rrules import as_rrules
from generator.rules.schedules import (
    FARTHEST,
    MOST_OCCURRENCES,
    has_ended,
    last_day,
    occurrences,
)
from generator.rules.zones import skipped, utc
from tests.unit.rules.scheduling import NEWPORT

SMALL = settings(max_examples=60, deadline=None)
ZONES = ("Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata")

days = st.dates(date(2026, 8, 1), date(2027, 9, 30))
clock_times = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30, 45]))
weekdays = st.lists(st.integers(0, 6), min_size=1, max_size=4, unique=True).map(sorted)
weekly = st.builds(
    Every,
    st.just(Frequency.WEEKLY),
    clock_times,
    clock_times,
    st.integers(1, 2),
    weekdays.map(lambda numbers: tuple(ByDay(number) for number in numbers)),
)
daily = st.builds(Every, st.just(Frequency.DAILY), clock_times, clock_times, st.integers(1, 3))
monthly_by_weekday = st.builds(
    lambda start, end, weekday, ordinal: Every(
        Frequency.MONTHLY, start, end, by_day=(ByDay(weekday, ordinal),)
    ),
    clock_times,
    clock_times,
    st.integers(0, 6),
    st.sampled_from([1, 2, 3, 4, -1]),
)
monthly_by_date = st.builds(
    lambda start, end, numbers: Every(Frequency.MONTHLY, start, end, by_month_day=tuple(numbers)),
    clock_times,
    clock_times,
    st.lists(st.integers(1, 31), min_size=1, max_size=3, unique=True).map(sorted),
)
everies = st.one_of(daily, weekly, monthly_by_weekday, monthly_by_date)


@st.composite
def recurrences(draw: st.DrawFn) -> Recurrence:
    first = draw(days)
    length = draw(st.none() | st.integers(0, 500))
    return Recurrence(
        draw(everies),
        first,
        until=None if length is None else first + timedelta(days=length),
        during=draw(st.sampled_from(During)),
        exceptions=tuple(Cancellation(day) for day in draw(st.lists(days, max_size=4))),
    )


schedules = st.lists(recurrences(), min_size=1, max_size=3).map(
    lambda entries: Schedule(entries=tuple(entries))
)
calendars = st.sampled_from(ZONES).map(
    lambda zone: Calendar(zone, NEWPORT.terms, NEWPORT.bank_holidays)
)


@SMALL
@given(everies, days, st.integers(0, 60), st.integers(0, 400))
def test_a_rule_falls_on_the_days_that_dateutil_gives(
    every: Every, first: date, wait: int, length: int
) -> None:
    endless = Recurrence(every, first)
    rules = as_rrules(endless, NEWPORT)
    start = first + timedelta(days=wait)
    stop = start + timedelta(days=length)

    found = list(rule_days(every, first, start, stop))

    midnight, last = datetime.combine(start, time.min), datetime.combine(stop, time.max)
    oracles = [rrulestr(rule.rrule, dtstart=rule.start) for rule in rules]
    moments = [it for oracle in oracles for it in oracle.between(midnight, last, inc=True)]
    assert found == sorted(moment.date() for moment in moments)


@SMALL
@given(recurrences(), days)
def test_the_calendar_rules_give_just_what_happens(recurrence: Recurrence, today: date) -> None:
    horizon = today + timedelta(days=300)
    happening = {
        it.start.date()
        for it in occurrences(Schedule(entries=(recurrence,)), NEWPORT, today, horizon)
        if it.state is not SessionStatus.CANCELLED and it.start.date() >= today
    }

    told: list[date] = []
    for rule in as_rrules(recurrence, NEWPORT):
        bare, _, until = rule.rrule.partition(";UNTIL=")
        moments = rrulestr(bare, dtstart=rule.start).between(
            datetime.combine(today, time.min), datetime.combine(horizon, time.max), inc=True
        )
        told += [
            moment.date()
            for moment in moments
            if moment not in rule.exdates
            and (not until or f"{utc(moment, NEWPORT.zone):%Y%m%dT%H%M%SZ}" <= until)
        ]

    assert sorted(told) == sorted(happening)


@SMALL
@given(schedules, calendars, days)
def test_the_clock_on_the_wall_never_changes_but_in_a_missing_hour(
    schedule: Schedule, calendar: Calendar, today: date
) -> None:
    for occurrence in occurrences(schedule, calendar, today):
        every = schedule.recurrences[occurrence.source].every
        day = (occurrence.start_at.replace(tzinfo=None)).date()

        typed = datetime.combine(day, every.start)

        assert occurrence.start == typed or skipped(typed, calendar.zone)
        assert occurrence.start_at.replace(tzinfo=None) == occurrence.start
        assert occurrence.end > occurrence.start


@SMALL
@given(schedules, calendars, days)
def test_the_expansion_is_sorted_and_capped(
    schedule: Schedule, calendar: Calendar, today: date
) -> None:
    found = list(occurrences(schedule, calendar, today))

    assert all(before.start <= after.start for before, after in pairwise(found))
    assert len(found) <= MOST_OCCURRENCES
    assert all(it.start.date() <= today + FARTHEST for it in found)


@SMALL
@given(schedules, days, st.integers(0, 100))
def test_asked_from_a_later_day_it_is_the_rest_of_what_it_was(
    schedule: Schedule, today: date, wait: int
) -> None:
    # A horizon within which even three daily recurrences stay below the cap.
    horizon = today + timedelta(days=120)
    later = today + timedelta(days=wait)

    early = list(occurrences(schedule, NEWPORT, today, horizon))
    late = list(occurrences(schedule, NEWPORT, later, horizon))

    assert late == [it for it in early if it.end > datetime.combine(later, time.min)]


@SMALL
@given(recurrences(), days)
def test_every_exception_on_a_day_of_the_rule_stays_visible(
    recurrence: Recurrence, today: date
) -> None:
    horizon = today + timedelta(days=300)
    stop = min(recurrence.until or horizon, horizon)
    ruled = set(rule_days(recurrence.every, recurrence.first, today, stop))
    schedule = Schedule(entries=(recurrence,))

    cancelled = {
        it.start.date()
        for it in occurrences(schedule, NEWPORT, today, horizon)
        if it.state is SessionStatus.CANCELLED and it.start.date() >= today
    }

    assert cancelled == {it.day for it in recurrence.exceptions} & ruled


@SMALL
@given(schedules)
def test_nothing_happens_after_the_last_day(schedule: Schedule) -> None:
    last = last_day(schedule, NEWPORT)

    if last is not None:
        after = last + timedelta(days=1)
        assert has_ended(schedule, NEWPORT, after)
        assert not has_ended(schedule, NEWPORT, last)
        assert list(occurrences(schedule, NEWPORT, after)) == []


@settings(max_examples=100, deadline=None)
@given(schedules, st.dates(), st.dates())
def test_no_date_there_is_breaks_the_expansion(
    schedule: Schedule, today: date, horizon: date
) -> None:
    found = list(occurrences(schedule, NEWPORT, today, horizon))

    assert all(it.start.date() <= horizon for it in found)
