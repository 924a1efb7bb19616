from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from generator.rules.zones import instant, settled, skipped, utc, zone_mistake

LONDON = "Europe/London"


def test_a_local_time_in_summer_is_an_hour_ahead_of_utc() -> None:
    assert utc(datetime(2026, 7, 1, 17), LONDON) == datetime(2026, 7, 1, 16, tzinfo=UTC)


def test_a_local_time_in_winter_is_utc_in_london() -> None:
    assert instant(datetime(2026, 12, 8, 17), LONDON).utcoffset() == timedelta(0)


def test_a_time_the_clocks_jump_over_is_moved_on_by_the_jump() -> None:
    assert settled(datetime(2026, 3, 29, 1, 30), LONDON) == datetime(2026, 3, 29, 2, 30)


def test_a_time_shown_twice_means_the_first_of_the_two() -> None:
    first = instant(datetime(2026, 10, 25, 1, 30), LONDON)

    assert first.utcoffset() == timedelta(hours=1)


def test_a_time_shown_twice_is_not_in_a_gap() -> None:
    assert not skipped(datetime(2026, 10, 25, 1, 30), LONDON)


def test_a_gap_of_half_an_hour_moves_a_time_by_half_an_hour() -> None:
    lord_howe = settled(datetime(2026, 10, 4, 2, 15), "Australia/Lord_Howe")

    assert lord_howe == datetime(2026, 10, 4, 2, 45)


def test_instants_on_both_sides_of_a_clock_change_are_as_far_apart_as_they_really_are() -> None:
    before = instant(datetime(2026, 3, 29, 0, 30), LONDON)
    after = instant(datetime(2026, 3, 29, 2, 30), LONDON)

    assert after - before == timedelta(hours=1)


@pytest.mark.parametrize("key", ["Europe/London", "UTC", "America/Argentina/Buenos_Aires"])
def test_a_known_zone_is_no_mistake(key: str) -> None:
    assert zone_mistake(key) is None


@pytest.mark.parametrize("key", ["../../etc/passwd", "/etc/localtime", "localtime", "", "Europe"])
def test_a_path_is_not_a_zone(key: str) -> None:
    assert zone_mistake(key) is not None


def test_a_misspelt_zone_is_answered_with_the_nearest() -> None:
    assert 'did you mean "Europe/London"?' in (zone_mistake("Europe/Londn") or "")


def test_an_unknown_zone_is_never_opened() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        instant(datetime(2026, 1, 1), "../../etc/passwd")
