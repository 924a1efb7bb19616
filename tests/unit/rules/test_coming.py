from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from generator.model.finding import Meeting
from generator.rules.coming import EPOCH, Run, runs

START = datetime(2026, 9, 8, 17, 0)


def weekly(count: int) -> list[Meeting]:
    starts = [START + timedelta(weeks=at) for at in range(count)]
    return [Meeting(start, start + timedelta(hours=2)) for start in starts]


def test_a_weekly_course_is_one_run() -> None:
    [run] = runs(weekly(52))

    assert run == Run(day=(START.date() - EPOCH).days, start=1020, length=120, step=7, count=52)


def test_a_gap_begins_another_run() -> None:
    course = weekly(10)
    del course[4]

    assert [run.count for run in runs(course)] == [4, 5]


def test_a_meeting_past_midnight_keeps_its_length() -> None:
    [run] = runs([Meeting(START.replace(hour=23), START.replace(hour=23) + timedelta(hours=3))])

    assert (run.start, run.length, run.step) == (1380, 180, 0)


@given(
    meetings=st.frozensets(
        st.builds(
            lambda day, hour, length: Meeting(
                START + timedelta(days=day, hours=hour),
                START + timedelta(days=day, hours=hour + length),
            ),
            st.integers(0, 40),
            st.integers(0, 3),
            st.integers(1, 12),
        ),
        max_size=30,
    )
)
def test_runs_hold_exactly_the_meetings(meetings: frozenset[Meeting]) -> None:
    unrolled = {
        Meeting(start, start + timedelta(minutes=run.length))
        for run in runs(meetings)
        for at in range(run.count)
        for start in [
            datetime.combine(EPOCH, datetime.min.time())
            + timedelta(days=run.day + at * run.step, minutes=run.start)
        ]
    }

    assert unrolled == meetings
