"""The benchmark's driver, once over a small city: it must not be found broken when it is needed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from benchmarks import explore_only, finder, mapping
from benchmarks.city.folder import city_of
from benchmarks.host import hosting
from benchmarks.visits import Phone, visiting
from tests.support.sites import ROOT, TODAY

FAST = Phone(slowdown=1, bits_a_second=100_000_000, round_trip_milliseconds=1)


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small city's Explore, as the biggest cities are built."""
    folder = tmp_path_factory.mktemp("city")
    city_of(50).write(folder / "content")
    built = explore_only.build(folder, date.fromisoformat(TODAY))
    assert built.published, built.problems
    return folder / "site"


def test_explore_alone_has_what_it_loads_and_no_page_a_record(city: Path) -> None:
    assert (city / "explore" / "index.html").is_file()
    assert any((city / "assets" / "search").rglob("*.json"))
    assert not (city / "opportunities").exists()
    known = {path.stem for path in (ROOT / "generator" / "outputs").glob("*.py")}
    assert explore_only.LEFT_OUT - known == set()


def test_first_visit_is_measured_from_its_navigation(browser: Browser, city: Path) -> None:
    with (
        hosting({"": city}) as root,
        visiting(browser, f"{root}explore/?q=pottery", FAST) as page,
    ):
        started = finder.start(page)

        assert 0 < started.painted <= started.shown
        assert started.round_trips >= 2
        assert started.bytes > 10_000
        assert any(file.name.endswith(".json") for file in started.files)


def test_queries_and_clicks_are_measured_to_their_answer(browser: Browser, city: Path) -> None:
    with hosting({"": city}) as root, visiting(browser, f"{root}explore/", FAST) as page:
        finder.start(page)
        everything = page.evaluate("measured.found()")

        taken = finder.ask(page, "pottery")
        found = page.evaluate("measured.found()")
        ticked = finder.clicks(page, count=2)

        assert found != everything
        assert all(0 < one.stood < one.drawn < 5_000 for one in (taken, *ticked))


def test_map_is_measured_until_its_points_are_drawn(
    browser: Browser, city: Path, tmp_path: Path
) -> None:
    mapping.lay_out_ours(tmp_path / "ours", city, mapping.points(30))
    held = mapping.Drawn()

    with (
        hosting({"": city, "ours": tmp_path / "ours"}) as root,
        visiting(browser, f"{root}ours/", FAST) as page,
    ):
        mapping.draw(page, held)

    assert len(held.ready) == 1
    assert len(held.redrawn) == mapping.REDRAWS
    assert 0 < held.code[0] <= mapping.MOST_BYTES
