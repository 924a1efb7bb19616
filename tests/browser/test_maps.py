"""Maps that stand on a page of their own, as a venue's does; and what of a map can be used."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visits
from tests.support.page_kinds import USABLE_POINT, open_popup, press_until_a_popup, show_map
from tests.support.served import ServedSite
from tests.support.visits import PHONE, WITHOUT_SCRIPT, Viewer

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


# how many of the squares of 4 by 4 pixels that each point in use consists of can be hit
_HIT = """
() => {
  document.querySelector(".map-canvas").scrollIntoView({ block: "center" });
  const steps = Array.from({ length: 11 }, (_, at) => 4 * at + 2);
  return [...document.querySelectorAll(".map-point button:not([inert])")].map((button) => {
    const { left, top } = button.getBoundingClientRect();
    return steps.flatMap((x) => steps.filter((y) =>
      document.elementFromPoint(left + x, top + y) === button)).length;
  });
}
"""
LEAST_HIT = 20
"""Of the 36 that WCAG's square of 24 pixels has: points are round."""


def explore_map(visit: Visits, served: ServedSite, width: int) -> Page:
    window = visit(f"{served.root}explore/?day=sat", Viewer(width=width, height=800))
    expect(window.page.locator("[data-finder][data-ready]")).to_be_visible()
    return window.page


def open_southernmost(page: Page) -> None:
    """Open a popup that has others to the north of it, where popups stand."""
    show_map(page)
    press_until_a_popup(page, page.locator(USABLE_POINT).last)


@pytest.mark.parametrize("width", [320, 375, 1280])
def test_points_that_a_popup_covers_are_out_of_use_until_it_closes(
    visit: Visits, newport_served: ServedSite, width: int
) -> None:
    page = explore_map(visit, newport_served, width)
    open_southernmost(page)
    opened = page.evaluate(_HIT)
    page.locator(".map-canvas").focus()
    for _ in range(2):  # so that there is more beneath it
        page.keyboard.press("-")
        page.wait_for_timeout(300)

    covered = page.locator(".map-point button[inert]").count()
    beside = page.evaluate(_HIT)
    page.locator(".leaflet-popup-close-button").press("Enter")
    left = page.locator(".map-point button[inert]").count()

    assert covered > left
    assert min([*opened, *beside, *page.evaluate(_HIT)]) >= LEAST_HIT
    expect(page.locator(".map-canvas :focus, .map-canvas:focus")).to_have_count(1)


def test_the_point_that_a_popup_belongs_to_stays_free_and_gets_the_focus_back(
    visit: Visits, newport_served: ServedSite
) -> None:
    page = explore_map(visit, newport_served, 375)
    open_popup(page)
    name = page.get_by_role("dialog").get_attribute("aria-label")
    own = page.locator(f"{USABLE_POINT}[aria-label^='{name}']")
    expect(own).to_have_count(1)

    page.keyboard.press("Escape")

    expect(own).to_be_focused()


def test_the_focus_is_never_left_on_a_point_that_is_covered(
    visit: Visits, newport_served: ServedSite
) -> None:
    page = explore_map(visit, newport_served, 1280)
    open_southernmost(page)
    page.locator(USABLE_POINT).first.focus()

    page.locator(".leaflet-popup").evaluate(
        "(it) => { it.style.left = '-1000px'; it.style.padding = '1000px'; }"
    )

    expect(page.get_by_role("dialog")).to_be_focused()


def test_the_focus_is_never_left_on_a_point_that_is_out_of_view(
    visit: Visits, newport_served: ServedSite
) -> None:
    page = explore_map(visit, newport_served, 1280)
    show_map(page)
    page.evaluate(
        """() => {
          const left = (it) => it.getBoundingClientRect().left;
          const points = [...document.querySelectorAll(".map-point button")];
          points.sort((one, other) => left(one) - left(other))[0].focus();
        }"""
    )

    page.set_viewport_size({"width": 320, "height": 800})

    expect(page.locator(".map-canvas")).to_be_focused()


def test_a_card_s_point_is_told_by_the_group_that_holds_it(
    visit: Visits, newport_served: ServedSite
) -> None:
    page = explore_map(visit, newport_served, 1280)
    show_map(page)
    page.locator("[data-card-point]").first.press("Enter")
    popup = page.get_by_role("dialog")
    expect(popup).to_be_focused()
    page.wait_for_timeout(300)

    page.keyboard.press("Escape")

    expect(page.locator(f"{USABLE_POINT}:focus")).to_have_count(1)
