"""Every page with a map, below a path: on poor hosts, with little data and with broken script.

Each shows the map, or what docs/basemap.md says it shows instead, and the browser says nothing
about it that is not expected.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Visits
from tests.support.served import Host, ServedSite, serving
from tests.support.visits import Visit

VENUE = "venues/riverfront/"
NEIGHBOURHOOD = "neighbourhoods/stow-hill/"
EXPLORE = "explore/"
PAGES = (VENUE, NEIGHBOURHOOD, EXPLORE)
POINT = ".map-point button"
OUTLINE = ".map-outline"
STREETS = ".map-with-streets canvas.leaflet-tile-loaded"
FRAME = ".map-canvas"
SAVES_DATA = 'Object.defineProperty(navigator.connection, "saveData", { value: true });'
NOT_FOUND = "Failed to load resource: the server responded with a status of 404 (Not Found)"


@pytest.fixture(scope="module")
def without_tiles(newport: Path) -> Iterator[ServedSite]:
    with serving(newport, Host(refuses=(".pmtiles",))) as served:
        yield served


def ask_for_the_map(page: Page, address: str) -> None:
    """Do what a reader does to see the map of this page."""
    if address == EXPLORE:
        page.locator("[data-finder-map-toggle]").click()
    page.locator(".map").scroll_into_view_if_needed()


def streets_asked_for(served: ServedSite) -> list[str]:
    return [path for path in served.asked if path.endswith(".pmtiles")]


@pytest.mark.parametrize("address", PAGES)
def test_streets_are_shown_where_the_host_ignores_ranges(
    visit: Visits, newport_served: ServedSite, address: str
) -> None:
    window = visit(newport_served.sub_path + address)
    before = len(streets_asked_for(newport_served))

    ask_for_the_map(window.page, address)

    expect(window.page.locator(POINT).first).to_be_visible()
    expect(window.page.locator(STREETS).first).to_be_visible()
    assert len(streets_asked_for(newport_served)) - before <= 1
    assert window.faults() == []


@pytest.mark.parametrize("address", PAGES)
def test_outlines_are_shown_where_the_host_does_not_have_the_streets(
    visit: Visits, without_tiles: ServedSite, address: str
) -> None:
    window = visit(without_tiles.sub_path + address)

    ask_for_the_map(window.page, address)

    expect(window.page.locator(POINT).first).to_be_visible()
    expect(window.page.locator(OUTLINE).first).to_be_visible()
    assert window.page.locator("canvas").count() == 0
    # that the file is not there is said by the browser itself, once; no page can keep it quiet
    assert window.errors == [NOT_FOUND]
    assert [failure.rpartition("/")[2].partition(".")[2] for failure in window.failed] == [
        "pmtiles"
    ]
    assert window.foreign + window.violations == []


@pytest.mark.parametrize("address", PAGES)
def test_who_saves_data_is_sent_no_streets_and_may_ask_for_them(
    visit: Visits, newport_served: ServedSite, address: str
) -> None:
    window = visit(f"{newport_served.sub_path}about/")
    window.page.add_init_script(SAVES_DATA)
    before = len(newport_served.asked)

    window.goto(newport_served.sub_path + address)
    ask_for_the_map(window.page, address)

    expect(window.page.locator(POINT).first).to_be_visible()
    expect(window.page.locator(OUTLINE).first).to_be_visible()
    expect(window.page.get_by_role("button", name="Show streets")).to_be_visible()
    asked = newport_served.asked[before:]
    assert [path for path in asked if "pmtiles" in path or "protomaps" in path] == []
    assert window.faults() == []


def explained(window: Visit, broken: str) -> bool:
    """Return whether all that the browser said is about the broken file, or the map left out."""
    about = (
        max(broken.split("*"), key=len), "Failed to load resource", "the map could not be drawn",
        "has to do without", "the finder could not start",
    )  # fmt: skip
    said = [*window.errors, *window.failed]
    return bool(said) and all(any(it in line for it in about) for line in said)


@pytest.mark.parametrize("broken", ["kept/maps.*.js", "kept/map.*.js", "kept/leaflet.*.js"])
@pytest.mark.parametrize("address", [VENUE, NEIGHBOURHOOD])
def test_a_page_whose_map_script_fails_says_everything_in_words(
    visit: Visits, newport_served: ServedSite, address: str, broken: str
) -> None:
    window = visit(f"{newport_served.sub_path}about/")
    window.page.route(f"**/{broken}", lambda route: route.abort())

    window.goto(newport_served.sub_path + address)

    expect(window.page.locator(FRAME)).not_to_be_visible()
    expect(window.page.locator(".card a").first).to_be_visible()
    assert explained(window, broken)


@pytest.mark.parametrize("broken", ["kept/explore.*.js", "assets/search/**"])
def test_explore_whose_script_fails_keeps_its_plain_list(
    visit: Visits, newport_served: ServedSite, broken: str
) -> None:
    window = visit(f"{newport_served.sub_path}about/")
    window.page.route(f"**/{broken}", lambda route: route.abort())

    window.goto(newport_served.sub_path + EXPLORE)

    expect(window.page.locator("[data-finder-plain] .card a").first).to_be_visible()
    expect(window.page.locator(FRAME)).not_to_be_visible()
    assert explained(window, broken)


@pytest.mark.parametrize("broken", ["kept/map.*.js", "points.en.json", "kept/leaflet.*.js"])
def test_explore_whose_map_fails_says_so_and_keeps_its_results(
    visit: Visits, newport_served: ServedSite, broken: str
) -> None:
    window = visit(f"{newport_served.sub_path}about/")
    window.page.route(f"**/{broken}", lambda route: route.abort())

    window.goto(newport_served.sub_path + EXPLORE)
    window.page.locator("[data-finder-map-toggle]").click()

    expect(window.page.locator("[data-finder-map-failed]")).to_be_visible()
    expect(window.page.locator(FRAME)).not_to_be_visible()
    expect(window.page.locator(".card a").first).to_be_visible()
    assert explained(window, broken)


def test_press_on_map_before_its_script_has_come_is_not_lost(
    visit: Visits, newport_served: ServedSite
) -> None:
    window = visit(f"{newport_served.sub_path}about/")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    window.page.route("**/kept/explore_map.*.js", hold)

    with window.page.expect_request("**/kept/explore_map.*.js"):
        window.page.goto(newport_served.sub_path + EXPLORE, wait_until="commit")
    window.page.locator("[data-finder-map-toggle]").click()
    held[0].continue_()

    expect(window.page.locator(FRAME)).to_be_visible()
    expect(window.page.locator("[data-finder-map-failed]")).not_to_be_visible()


@pytest.mark.parametrize(
    "broken", ["kept/explore_map.*.js", "kept/explore_suggest.*.js", "kept/explore_where.*.js"]
)
def test_a_part_of_explore_that_fails_takes_no_other_with_it(
    visit: Visits, newport_served: ServedSite, broken: str
) -> None:
    window = visit(f"{newport_served.sub_path}about/")
    window.page.route(f"**/{broken}", lambda route: route.abort())

    window.goto(newport_served.sub_path + EXPLORE)
    expect(window.page.locator("[data-finder][data-ready]")).to_be_visible()
    window.page.fill("#finder-q", "robot")

    expect(window.page.locator("[data-finder-list] .card").first).to_contain_text("obot")
    failed = window.page.locator("[data-finder-map-failed]")
    expect(failed).to_be_visible(visible=broken == "kept/explore_map.*.js")
    toggle = window.page.locator("[data-finder-map-toggle]")
    expect(toggle).to_be_visible(visible=broken != "kept/explore_map.*.js")
    assert explained(window, broken)


@pytest.mark.parametrize(
    "broken", ["kept/protomaps-leaflet.*.js", "kept/map_streets.*.js", "*.geojson"]
)
@pytest.mark.parametrize("address", PAGES)
def test_a_map_is_drawn_without_the_part_of_it_that_fails(
    visit: Visits, newport_served: ServedSite, address: str, broken: str
) -> None:
    window = visit(f"{newport_served.sub_path}about/")
    window.page.route(f"**/{broken}", lambda route: route.abort())

    window.goto(newport_served.sub_path + address)
    ask_for_the_map(window.page, address)

    expect(window.page.locator(POINT).first).to_be_visible()
    shown = STREETS if "geojson" in broken else OUTLINE
    expect(window.page.locator(shown).first).to_be_visible()
    assert explained(window, broken.lstrip("*"))
