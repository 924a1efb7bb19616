"""From the first page to a calendar, as somebody with a phone in one hand would go."""

from __future__ import annotations

from datetime import datetime

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visits
from tests.support.served import ServedSite
from tests.support.visits import Viewer

PHONE = Viewer(width=375, height=700)
NOON = datetime(2026, 11, 23, 12, 0)
MOST_TAPS = 14
"""Each under three seconds, with the typing: within a minute."""


class Thumb:
    """Taps on what can be seen, and counts them."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.taps = 0

    def tap(self, selector: str) -> None:
        self.taps += 1
        self.page.locator(selector).locator("visible=true").first.click()

    def type(self, selector: str, words: str) -> None:
        self.tap(selector)
        self.page.keyboard.type(words)

    def tick(self, name: str, value: str) -> None:
        self.tap(f'label:has(input[name="{name}"][value="{value}"])')

    def unfold(self, group: str) -> None:
        self.tap(f'[data-finder-group="{group}"] > summary')


@pytest.fixture
def thumb(visit: Visits, newport_served: ServedSite) -> Thumb:
    window = visit(newport_served.sub_path, PHONE)
    window.page.clock.set_fixed_time(NOON)
    window.goto(newport_served.sub_path)
    return Thumb(window.page)


def test_something_free_for_a_fifteen_year_old_near_np19_on_saturday_that_earns_a_badge(
    thumb: Thumb,
) -> None:
    page = thumb.page
    thumb.type("#seek-where", "np19")
    thumb.tap(".seek button")
    expect(page.locator("[data-finder][data-ready]")).to_be_visible()
    thumb.tap("[data-finder-panel] > summary")
    thumb.unfold("when")
    thumb.tick("day", "sat")
    thumb.unfold("people")
    thumb.type("#finder-age", "15")
    thumb.unfold("cost")
    thumb.tick("cost", "free")
    thumb.unfold("what")
    thumb.tick("badge", "any")
    thumb.tap("[data-finder-show]")

    first = page.locator("[data-finder-list] .card").first
    expect(first.locator(".cost")).to_have_text("Free")
    expect(first.locator(".when")).to_contain_text("Saturday")
    expect(first.locator(".earns")).to_contain_text("Badge: ")
    expect(first.locator("[data-card-away]")).to_contain_text("straight line")
    assert "np19" not in page.url.lower()

    thumb.tap("[data-finder-list] [data-card-link]")
    with page.expect_download() as calendar:
        thumb.tap('a[href$="event.ics"]')

    assert b"BEGIN:VEVENT" in calendar.value.path().read_bytes()
    assert thumb.taps <= MOST_TAPS


@pytest.mark.parametrize(
    ("words", "where", "query", "place"),
    [
        ("swim", "NP20 1PA", "?q=swim&near=stow-hill", "NP20 1PA"),
        ("swim np201pa", "", "?q=swim&near=stow-hill", "NP20 1PA"),
        ("swim NP19", "", "?q=swim&near=beechwood", "NP19"),
        ("", "Beechwood", "?near=beechwood", "Beechwood"),
        ("swim", "", "?q=swim", ""),
    ],
    ids=["postcode", "postcode-in-words", "district-in-words", "neighbourhood", "nowhere"],
)
def test_what_the_first_page_asks_the_finder_answers_at_once(
    thumb: Thumb, words: str, where: str, query: str, place: str
) -> None:
    page = thumb.page
    page.fill("#seek", words)
    page.fill("#seek-where", where)
    page.locator(".seek button").click()
    page.locator("[data-finder-list] .card").first.wait_for()

    assert page.input_value("#finder-where") == place
    assert page.url.endswith(f"explore/{query}")
    assert page.evaluate("sessionStorage.length + localStorage.length") == 0
    assert (page.locator("[data-card-away]").count() > 0) is (place != "")


def test_a_place_that_is_elsewhere_is_said_and_everything_shown(thumb: Thumb) -> None:
    page = thumb.page
    page.fill("#seek-where", "EH1 1YZ")
    page.locator(".seek button").click()
    page.locator("[data-finder-list] .card").first.wait_for()

    assert page.input_value("#finder-where") == "EH1 1YZ"
    expect(page.locator("[data-finder-where-said]")).not_to_be_empty()
    assert "eh1" not in page.url.lower()
