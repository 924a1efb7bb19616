"""A page changes on the day on which what it says changes, and on no other."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from generator.model.problem import Severity
from tests.support.in_memory import build_in_memory
from tests.support.random_folders import Files, Wanted, seeded_folder
from tests.support.record_text import record_file
from tests.support.sites import TODAY

DAY = date.fromisoformat(TODAY)
WEDNESDAY, THURSDAY = date(2026, 11, 25), date(2026, 11, 26)


def dateless() -> Files:
    """Return a place in which nothing ever happens and nothing falls due."""
    files = seeded_folder(7, Wanted(size=1, hidden_from_readers=False, chance=0))
    place = files["place.yaml"].decode()
    place = place.replace("review_every: 180", "review_every: 3650")
    place = "".join(line for line in place.splitlines(keepends=True) if not line.startswith(_DATED))
    files["place.yaml"] = place.encode()
    return {**files, "opportunities/opportunity-1.md": happening("anytime")}


_DATED = ("terms:", "bank_holidays:", "statement:")


def happening(when: str, **more: object) -> bytes:
    fields = {
        "title": "Reading", "summary": "With others.", "organisation": "organisation-1",
        "kind": "club", "mode": ["in-person"], "where": ["venue-1"], "join": ["turn-up"],
        "cost": [{"free": True}], "checked_on": "2026-11-01", "review_by": "2036-01-01", **more,
    }  # fmt: skip
    return record_file(fields).replace("---\n", f"---\nwhen: {when}\n", 1).encode()


def changed(files: Files, *days: date) -> set[str]:
    """Return which files differ between builds of the same place on these days."""
    first, *others = (build(files, day) for day in days)
    return {
        name
        for other in others
        for name in first.keys() | other.keys()
        if first.get(name) != other.get(name)
    }


def build(files: Files, day: date) -> dict[str, bytes]:
    built = build_in_memory(files, day.isoformat())
    assert [one for one in built.problems if one.severity is Severity.ERROR] == []
    return dict(built.files)


def test_no_file_carries_the_day_of_its_build() -> None:
    assert changed(dateless(), DAY, DAY + timedelta(days=1), DAY + timedelta(days=1000)) == set()


def test_day_without_a_change_changes_nothing() -> None:
    # A Tuesday's club, seen on a Wednesday and a Thursday: what comes next is the same.
    weekly = "{sessions: [{every: 'Tuesday 17:00-19:00', from: 2026-09-01}]}"
    files = {**dateless(), "opportunities/opportunity-1.md": happening(weekly)}

    assert changed(files, WEDNESDAY, THURSDAY) == set()
    assert "opportunities/opportunity-1/index.html" in changed(
        files, WEDNESDAY, WEDNESDAY + timedelta(days=7)
    )


def test_session_that_is_over_changes_its_own_page_and_what_lists_it() -> None:
    once = (
        "{sessions: [{start: 2026-11-25 10:00, end: 12:00}, {start: 2027-03-02 10:00, end: 12:00}]}"
    )
    club = happening("anytime", title="Chess")
    files = {
        **dateless(),
        "opportunities/opportunity-1.md": happening(once),
        "opportunities/chess.md": club,
    }

    found = changed(files, WEDNESDAY, THURSDAY)

    assert "opportunities/opportunity-1/index.html" in found
    assert "opportunities/chess/index.html" not in found
    assert "about/index.html" not in found


@pytest.mark.parametrize("seed", range(2))
def test_passing_of_time_never_stops_a_build(seed: int) -> None:
    files = seeded_folder(seed, Wanted(size=20))

    for days in (-400, 0, 400, 4000):
        assert build(files, DAY + timedelta(days=days))
