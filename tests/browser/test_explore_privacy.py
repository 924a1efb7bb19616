"""Where somebody lives stays on their device: postcodes and positions, watched at every way out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, expect

from tests.browser.conftest import Visits
from tests.support.served import ServedSite
from tests.support.stored import NOTHING_STORED, stored
from tests.support.visits import Visit

DISTRICT = "NP20"
STOW_HILL = {"latitude": 51.58437, "longitude": -2.99921}
_COUNT_ASKING = """
window.asked = 0;
for (const name of ["getCurrentPosition", "watchPosition"]) {
  const ask = navigator.geolocation[name].bind(navigator.geolocation);
  navigator.geolocation[name] = (...given) => { window.asked += 1; return ask(...given); };
}
"""


class Watched:
    """A window whose addresses, titles and requests, with all their headers, are written down."""

    def __init__(self, visit: Visit, base: str) -> None:
        self.visit, self.base = visit, base
        self.page: Page = visit.page
        self.said: list[str] = []
        self.page.on("request", self._request)
        self.page.on("framenavigated", lambda frame: self.said.append(frame.url))

    def _request(self, request: Request) -> None:
        headers = json.dumps(request.all_headers())
        self.said.append(f"{request.url} {headers} {request.post_data}")

    def open(self, query: str = "") -> None:
        self.page.goto(f"{self.base}explore/{query}")
        self.be_ready()

    def be_ready(self) -> None:
        expect(self.page.locator("[data-finder][data-ready]")).to_be_visible()
        self.note()

    def note(self) -> None:
        """Write down what the history, the title and the page's own links say now."""
        links = (
            "[...document.querySelectorAll('[href], [src], [action]')].map((it) => it.outerHTML)"
        )
        self.said += [self.page.url, self.page.title(), self.page.evaluate("document.referrer")]
        self.said += self.page.evaluate(links)

    def found_near(self, place: str) -> None:
        expect(self.page.locator("[data-finder-where-said]")).to_contain_text(place)
        self.note()

    def leaks(self, *secrets: str) -> list[str]:
        """Return whatever was said that has one of these, in any spelling."""
        between = r"[\W_]*(%20)?[\W_]*"
        spelt = [re.compile(between.join(re.escape(it) for it in secret), re.IGNORECASE)
                 for secret in secrets]  # fmt: skip
        assert len(self.said) > 20
        return [line for line in self.said if any(secret.search(line) for secret in spelt)]


@pytest.fixture
def watched(visit: Visits, newport_served: ServedSite) -> Iterator[Watched]:
    base = newport_served.sub_path
    window = Watched(visit(f"{base}about/"), base)
    window.open()
    yield window
    assert window.visit.faults() == []
    assert stored(window.page) == NOTHING_STORED


@pytest.fixture(scope="module")
def postcode(newport: Path) -> str:
    """A postcode of the place, as somebody types it: the second half apart."""
    codes = json.loads((newport / f"assets/postcodes/{DISTRICT}.json").read_text("utf-8"))["codes"]
    return f"{DISTRICT} {codes[300:303]}"


def squeezed(postcode: str) -> str:
    return postcode.replace(" ", "")


def test_a_postcode_leaves_by_no_address_request_title_or_referrer(
    watched: Watched, postcode: str
) -> None:
    page = watched.page

    page.locator("[data-finder-where]").press_sequentially(postcode.lower())
    page.keyboard.press("Enter")
    watched.found_near(postcode)
    page.select_option("[name=within]", "5")
    expect(page.locator("[data-card-away]").first).to_contain_text("miles")
    watched.note()
    shared = page.url
    page.reload()
    watched.be_ready()
    watched.found_near(postcode)
    page.locator("[data-card-link]").first.click()
    page.wait_for_url("**/opportunities/**")
    watched.note()
    page.go_back()
    watched.be_ready()
    watched.found_near(postcode)
    page.go_back()
    watched.note()

    assert re.search(r"[?&]near=[a-z-]+&within=5$", shared)
    assert watched.leaks(squeezed(postcode)) == []


def test_a_postcode_typed_on_the_first_page_comes_along_unseen(
    watched: Watched, postcode: str
) -> None:
    page = watched.page
    page.goto(watched.base)
    watched.note()

    page.fill("[data-seek-words]", "swim")
    page.fill("[data-seek-where]", postcode)
    page.keyboard.press("Enter")
    page.wait_for_url("**/explore/**")
    watched.be_ready()
    watched.found_near(postcode)

    assert re.search(r"\?q=swim&near=[a-z-]+$", page.url)
    assert watched.leaks(squeezed(postcode)) == []


def test_a_postcode_among_the_words_is_taken_out_of_them(watched: Watched, postcode: str) -> None:
    page = watched.page

    page.locator("#finder-q").press_sequentially(f"swim {postcode}", delay=20)
    page.wait_for_timeout(300)
    watched.note()
    page.keyboard.press("Enter")
    watched.found_near(postcode)

    assert page.input_value("#finder-q") == "swim"
    assert re.search(r"\?q=swim&near=[a-z-]+$", page.url)
    assert watched.leaks(squeezed(postcode)) == []


def test_a_shared_address_says_a_neighbourhood_and_no_more(
    watched: Watched, visit: Visits, postcode: str
) -> None:
    watched.page.fill("[data-finder-where]", postcode)
    watched.page.keyboard.press("Enter")
    watched.found_near(postcode)

    friend = visit(watched.page.url)

    expect(friend.page.locator("[data-finder][data-ready]")).to_be_visible()
    named = friend.page.input_value("[data-finder-where]")
    assert named
    assert DISTRICT not in named
    assert friend.page.locator("[data-finder-chosen] .chosen-one").all_inner_texts() == [
        f"Near {named}"
    ]


def test_the_device_is_asked_where_it_is_only_on_a_tap(watched: Watched) -> None:
    page = watched.page
    watched.visit.context.grant_permissions(["geolocation"])
    watched.visit.context.set_geolocation(STOW_HILL)  # type: ignore[arg-type] # a dict of the two
    page.add_init_script(_COUNT_ASKING)
    watched.open("?q=robot")
    before = page.evaluate("window.asked")

    page.locator("[data-finder-locate]").click()
    watched.found_near("where you are")
    asked = page.evaluate("window.asked")
    page.reload()
    watched.be_ready()
    watched.found_near("where you are")

    assert (before, asked, page.evaluate("window.asked")) == (0, 1, 0)
    assert "near=" in page.url
    assert watched.leaks("5158437", "299921", "51.58", "2.999") == []


def test_a_device_that_does_not_say_is_told_of_and_nothing_is_lost(watched: Watched) -> None:
    page = watched.page
    watched.visit.context.clear_permissions()

    page.locator("[data-finder-locate]").click()

    expect(page.locator("[data-finder-where-said]")).to_contain_text("Type a postcode instead")
    assert page.locator("[data-finder-list] .card").count() == 20
