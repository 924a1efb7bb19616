from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from dateutil.rrule import rrulestr

from generator.model.calendar_event import Onset
from generator.rules.zone_onsets import zone_onsets
from generator.rules.zones import zone_keys, zone_of

RULED = (
    "Europe/London",
    "Europe/Dublin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
)
LISTED = ("America/Santiago", "Africa/Casablanca", "Asia/Jerusalem", "America/Nuuk")
LAST = datetime(2030, 1, 1)


def changes(onsets: tuple[Onset, ...]) -> list[tuple[datetime, timedelta]]:
    """Read onsets as a calendar program does: each instant, and the offset from then on."""
    return sorted(
        (local.replace(tzinfo=UTC) - onset.before, onset.after)
        for onset in onsets
        for local in _times(onset)
    )


def _times(onset: Onset) -> list[datetime]:
    if onset.rrule:
        return list(rrulestr(onset.rrule, dtstart=onset.start).between(onset.start, LAST, inc=True))
    return [onset.start, *onset.more]


def offset_at(moment: datetime, known: list[tuple[datetime, timedelta]]) -> timedelta:
    return max(change for change in known if change[0] <= moment)[1]


@pytest.mark.parametrize("key", [*RULED, *LISTED])
def test_clocks_agree_with_the_zone_on_every_day_of_three_years(key: str) -> None:
    known = changes(zone_onsets(key))

    for day in range(3 * 365):
        moment = datetime(2026, 1, 1, 1, 30, tzinfo=UTC) + timedelta(days=day)
        assert offset_at(moment, known) == moment.astimezone(zone_of(key)).utcoffset(), moment


def test_summer_time_is_a_rule_and_begins_by_the_clock_before_it() -> None:
    assert zone_onsets("Europe/London") == (
        Onset(
            datetime(1970, 3, 29, 1), timedelta(0), timedelta(hours=1), "BST", daylight=True,
            rrule="FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        ),
        Onset(
            datetime(1970, 10, 25, 2), timedelta(hours=1), timedelta(0), "GMT",
            rrule="FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        ),
    )  # fmt: skip


def test_zone_without_summer_time_has_one_onset() -> None:
    offset = timedelta(hours=5, minutes=30)

    assert zone_onsets("Asia/Kolkata") == (Onset(datetime(1970, 1, 1), offset, offset, "IST"),)


def test_change_that_no_rule_can_say_is_listed() -> None:
    onsets = zone_onsets("America/Santiago")

    assert not any(onset.rrule for onset in onsets)
    assert any(onset.daylight and len(onset.more) > 10 for onset in onsets)


@pytest.mark.soak
def test_every_zone_agrees_with_itself() -> None:
    for key in sorted(zone_keys()):
        known = changes(zone_onsets(key))
        for week in range(104):
            moment = datetime(2026, 1, 1, 1, 30, tzinfo=UTC) + timedelta(weeks=week)
            assert offset_at(moment, known) == moment.astimezone(zone_of(key)).utcoffset(), key
