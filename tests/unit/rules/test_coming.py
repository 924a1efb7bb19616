from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from generator.model.finding import Meeting
from generator.rules.coming import EPOCH, Run, Sitting, sittings

START = datetime(2026, 9, 8, 17, 0)


def weekly(count: int) -> list[Meeting]:
    starts = [START + timedelta(weeks=at) for at in range(count)]
    return [Meeting(start, start + timedelta(hours=2)) for start in starts]


def test_a_weekly_course_is_one_run() -> None:
    [sitting] = sittings(weekly(52))

    first = (START.date() - EPOCH).days
    assert sitting == Sitting(start=1020, length=120, days=(Run(day=first, step=7, count=52),))


def test_a_gap_begins_another_run() -> None:
    course = weekly(10)
    del course[4]

    [sitting] = sittings(course)

    assert [run.count for run in sitting.days] == [4, 5]


def test_meetings_at_two_times_of_day_can_share_their_days() -> None:
    later = [
        Meeting(one.start + timedelta(hours=3), one.end + timedelta(hours=3)) for one in weekly(5)
    ]

    early, late = sittings([*weekly(5), *later])

    assert early.days == late.days
    assert late.start - early.start == 180


def test_a_meeting_past_midnight_keeps_its_length() -> None:
    start = START.replace(hour=23)

    [sitting] = sittings([Meeting(start, start + timedelta(hours=3))])

    assert (sitting.start, sitting.length, sitting.days[0].step) == (1380, 180, 0)


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
def test_sittings_hold_exactly_the_meetings(meetings: frozenset[Meeting]) -> None:
    unrolled = {
        Meeting(start, start + timedelta(minutes=sitting.length))
        for sitting in sittings(meetings)
        for run in sitting.days
        for at in range(run.count)
        for start in [
            datetime.combine(EPOCH, datetime.min.time())
            + timedelta(days=run.day + at * run.step, minutes=sitting.start)
        ]
    }

    assert unrolled == meetings
