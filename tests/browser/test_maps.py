"""Maps that stand on a page of their own: a venue's, a neighbourhood's."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visits
from tests.support.served import ServedSite
from tests.support.visits import PHONE, WITHOUT_SCRIPT

VENUE = "venues/riverfront/"


def test_a_venue_s_map_shows_the_venue_alone(visit: Visits, newport_served: ServedSite) -> None:
    window = visit(newport_served.sub_path + VENUE)
    window.page.locator(".map").scroll_into_view_if_needed()

    buttons = window.page.locator(".map-point button")

    expect(buttons).to_have_count(1)
    assert "Riverfront" in str(buttons.get_attribute("aria-label"))
    assert window.faults() == []


def test_a_neighbourhood_s_map_is_drawn_on_a_phone(
    visit: Visits, newport_served: ServedSite
) -> None:
    window = visit(f"{newport_served.root}neighbourhoods/stow-hill/", PHONE)
    window.page.locator(".map").scroll_into_view_if_needed()

    expect(window.page.locator(".map-point button").first).to_be_visible()
    expect(window.page.locator(".map-label", has_text="Stow Hill")).to_be_attached()

    assert window.faults() == []
    assert window.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_script_there_is_no_empty_frame(visit: Visits, newport_served: ServedSite) -> None:
    window = visit(newport_served.root + VENUE, WITHOUT_SCRIPT)

    assert not window.page.locator(".map").is_visible()
    assert window.faults() == []


def test_a_map_that_cannot_be_drawn_leaves_no_empty_frame(
    visit: Visits, newport_served: ServedSite
) -> None:
    window = visit(f"{newport_served.root}about/")
    window.page.route("**/kept/leaflet.*.js", lambda route: route.abort())

    window.goto(newport_served.root + VENUE)

    expect(window.page.locator(".map")).to_be_hidden()


@pytest.mark.parametrize("address", [VENUE, "neighbourhoods/stow-hill/"])
def test_every_control_of_a_map_has_a_name(
    visit: Visits, newport_served: ServedSite, address: str
) -> None:
    window = visit(newport_served.root + address)
    window.page.locator(".map").scroll_into_view_if_needed()
    expect(window.page.locator(".map-point button").first).to_be_visible()

    nameless = window.page.evaluate(
        """[...document.querySelectorAll(".map a, .map button, .map [tabindex]")]
        .filter((it) => !(it.getAttribute("aria-label") || it.title || it.textContent.trim()))
        .map((it) => it.outerHTML)"""
    )

    assert nameless == []
