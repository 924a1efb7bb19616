"""The place's own streets under a map: on every kind of host, in both colours, within budget."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visits
from tests.support.served import Host, ServedSite, serving
from tests.support.visits import DESKTOP, PHONE, Viewer, Visit

VENUE = "venues/riverfront/"
BUDGET = 300_000
DARK = Viewer(colours="dark")
SAVES_DATA = 'Object.defineProperty(navigator.connection, "saveData", { value: true });'
# which colours the canvases of the map show, sampled: a street map has many, a blank has one
COLOURS = """() => {
  const found = new Set();
  const scratch = Object.assign(document.createElement("canvas"), { width: 256, height: 256 });
  const look = scratch.getContext("2d", { willReadFrequently: true });
  for (const canvas of document.querySelectorAll(".map-canvas canvas")) {
    if (canvas.width === 0) { continue; }
    look.drawImage(canvas, 0, 0, 256, 256);
    const { data } = look.getImageData(0, 0, 256, 256);
    for (let at = 0; at < data.length; at += 4 * 97) {
      found.add(data.slice(at, at + 3).join());
    }
  }
  return [...found];
}"""
MANY = 20
MIDDLE = 128
# milliseconds
PATIENCE = 10_000
STEP = 50
STREETS = ".map-with-streets canvas.leaflet-tile-loaded"


@pytest.fixture(scope="module")
def with_ranges(newport: Path) -> Iterator[ServedSite]:
    with serving(newport, Host(ranges=True, compresses=True)) as served:
        yield served


def colours(window: Visit, wanted: Callable[[list[str]], bool]) -> list[str]:
    """Return the colours of the map once they are as wanted.

    Playwright's own waiting would evaluate a string in the page, which its policy forbids.
    """
    for _ in range(PATIENCE // STEP):
        found = list(window.page.evaluate(COLOURS))
        if wanted(found):
            return found
        window.page.wait_for_timeout(STEP)
    raise AssertionError(f"the map's colours stayed {found}")


def see_streets(window: Visit) -> list[str]:
    """Scroll to the map, wait for its streets, and return the colours they are drawn in."""
    window.page.locator(".map").scroll_into_view_if_needed()
    expect(window.page.locator(STREETS).first).to_be_visible()
    return colours(window, lambda found: len(found) > MANY)


def light(found: list[str]) -> float:
    """Return how light the colours are on average, 0 to 255."""
    shades = [sum(map(int, colour.split(","))) / 3 for colour in found]
    return sum(shades) / len(shades)


def asked_for_streets(served: ServedSite) -> int:
    return sum(path.endswith(".pmtiles") for path in served.asked)


@pytest.mark.parametrize("viewer", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_streets_are_drawn_from_pieces_of_the_file(
    visit: Visits, with_ranges: ServedSite, viewer: Viewer
) -> None:
    window = visit(with_ranges.root + VENUE, viewer)

    see_streets(window)

    credit = window.page.locator(".map .leaflet-control-attribution")
    expect(credit).to_contain_text("© OpenStreetMap contributors")
    expect(credit.locator('a[href="#credits"]')).to_have_text("All credits")
    expect(window.page.locator("#credits")).to_contain_text("Contains Ordnance Survey data")
    expect(window.page.locator(".map-point button")).to_have_count(1)
    assert window.faults() == []


def test_a_large_file_on_a_host_without_ranges_leaves_the_outlines(
    visit: Visits, newport: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    shutil.copytree(newport, site)
    page = site / VENUE / "index.html"
    told = page.read_text("utf-8").replace('data-streets-bytes="', 'data-streets-bytes="9')
    page.write_text(told, encoding="utf-8")
    with serving(site) as served:
        window = visit(served.root + VENUE)
        window.page.locator(".map").scroll_into_view_if_needed()

        expect(window.page.locator(".map-point button")).to_have_count(1)
        expect(window.page.locator(".map-outline").first).to_be_visible()

        assert window.page.locator("canvas").count() == 0
        assert window.faults() == []


def test_dark_pages_have_dark_streets_and_change_while_one_looks(
    visit: Visits, with_ranges: ServedSite
) -> None:
    window = visit(with_ranges.root + VENUE, DARK)
    dark = light(see_streets(window))

    window.page.emulate_media(color_scheme="light")

    now = colours(window, lambda found: len(found) > MANY and light(found) > MIDDLE)
    assert dark < MIDDLE < light(now)
    assert window.faults() == []


def test_who_saves_data_gets_streets_when_asked_for(visit: Visits, with_ranges: ServedSite) -> None:
    window = visit(f"{with_ranges.root}about/")
    window.page.add_init_script(SAVES_DATA)
    before = asked_for_streets(with_ranges)
    window.goto(with_ranges.root + VENUE)
    window.page.locator(".map").scroll_into_view_if_needed()
    expect(window.page.locator(".map-outline").first).to_be_visible()
    assert asked_for_streets(with_ranges) == before

    window.page.get_by_role("button", name="Show streets").press("Enter")
    see_streets(window)

    expect(window.page.get_by_role("button", name="Show streets")).to_have_count(0)
    expect(window.page.locator(".map-canvas")).to_be_focused()
    assert window.faults() == []


@pytest.mark.parametrize("address", [VENUE, "neighbourhoods/stow-hill/"])
def test_a_page_with_a_map_stays_within_its_budget(
    visit: Visits, with_ranges: ServedSite, address: str
) -> None:
    window = visit(f"{with_ranges.root}about/")
    window.page.goto("about:blank")
    session = window.context.new_cdp_session(window.page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    received: list[int] = []
    session.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))

    window.goto(with_ranges.root + address)
    see_streets(window)
    window.page.wait_for_load_state("networkidle")

    assert sum(received) < BUDGET
    assert window.faults() == []
