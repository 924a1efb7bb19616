from __future__ import annotations

import time
from datetime import UTC, date, datetime

import pytest

from generator.adapters.clock import day_of
from generator.model.fault import Fault

BEFORE_MIDNIGHT = int(datetime(2026, 11, 23, 23, 30, tzinfo=UTC).timestamp())


@pytest.fixture(autouse=True)
def _no_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


def test_day_that_is_given_is_the_day_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    today = day_of(date(2026, 2, 3))

    assert {today(zone) for zone in ("UTC", "Asia/Tokyo")} == {date(2026, 2, 3)}


@pytest.mark.parametrize(
    ("zone", "day"),
    [("Europe/London", 23), ("Asia/Tokyo", 24), ("America/New_York", 23)],
)
def test_epoch_is_a_day_in_the_place_s_time_zone(
    monkeypatch: pytest.MonkeyPatch, zone: str, day: int
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(BEFORE_MIDNIGHT))
    monkeypatch.setattr(time, "time", lambda: 0.0)

    assert day_of(None)(zone) == date(2026, 11, day)


def test_clock_is_asked_once_and_in_the_place_s_time_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "time", lambda: float(BEFORE_MIDNIGHT))
    today = day_of(None)
    monkeypatch.setattr(time, "time", lambda: BEFORE_MIDNIGHT + 86_400.0)

    assert today("Europe/London") == date(2026, 11, 23)
    assert today("Asia/Tokyo") == date(2026, 11, 24)


@pytest.mark.parametrize("epoch", ["yesterday", "1e9", "9" * 30])
def test_epoch_that_is_none_is_told(monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)

    with pytest.raises(Fault, match="expected seconds since 1970"):
        day_of(None)
