"""A visit of thirty pages keeps nothing and asks nobody else; a save does, until it is deleted."""

from __future__ import annotations

import json
from itertools import islice
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Request, expect

from tests.browser.conftest import Serve, Visits
from tests.browser.test_pages import one_of_each_kind
from tests.support.served import ServedSite
from tests.support.sites import TINY, build_site, copy_place
from tests.support.stored import NOTHING_STORED, stored

PAGES = 30
COURSE = "opportunities/bike-mechanic-course"
# what a page could send without a request that Playwright would tell of
_BEACONS = """
window.sent = [];
for (const [owner, name] of [[Navigator.prototype, "sendBeacon"], [window, "WebSocket"],
    [window, "EventSource"], [window, "RTCPeerConnection"], [window, "WebTransport"]]) {
  const own = owner[name];
  owner[name] = function (...given) {
    window.sent.push(`${name} ${given[0]}`);
    return own.apply(this, given);
  };
}
"""


def visited(site: Path) -> list[str]:
    """Return thirty addresses of every kind there is, as far as they go."""
    addresses = [*one_of_each_kind(site), "404.html"]
    first = [it for it in addresses if not it.startswith("explore/")]
    explore = [it for it in addresses if it.startswith("explore/")]
    return list(islice([*first, *explore], PAGES))


def used(page: Page) -> None:
    """Do on Explore what learners do there."""
    page.locator("#finder-q").press_sequentially("robot", delay=10)
    page.locator('input[name="cost"][value="free"]').check(force=True)
    page.locator("[data-finder-map-toggle]").click()
    expect(page.locator(".map-point button").first).to_be_visible()


def test_thirty_pages_keep_nothing_and_ask_nobody_else(
    newport: Path, newport_served: ServedSite, visit: Visits
) -> None:
    base = newport_served.root
    window = visit(f"{base}about/")
    page = window.page
    page.add_init_script(_BEACONS)
    posted: list[str] = []
    page.on("request", lambda it: posted.append(it.url) if it.method != "GET" else None)
    kept: dict[str, object] = {}
    addresses = visited(newport)

    for address in addresses:
        window.goto(base + address)
        if address == "explore/":
            used(page)
        if (found := stored(page)) != NOTHING_STORED or page.evaluate("window.sent.length"):
            kept[address] = found

    assert len(set(addresses)) == PAGES
    assert kept == {}
    assert (posted, window.foreign, page.context.cookies()) == ([], [], [])

    window.goto(f"{base}{COURSE}/")
    page.locator(".record-head .save").click()
    after_saving = stored(page)
    page.reload()
    expect(page.locator(".record-head .save")).to_have_attribute("aria-pressed", "true")
    window.goto(f"{base}saved/")
    listed = page.locator("[data-saved=list] h3").all_inner_texts()
    page.locator("[data-saved=delete]").click()
    expect(page.locator("[data-saved=empty]")).to_be_visible()
    page.reload()
    expect(page.locator("[data-saved=empty]")).to_be_visible()

    assert (len(after_saving["local"]), after_saving["cookies"]) == (1, "")
    assert listed == ["Become a bike mechanic"]
    assert stored(page)["local"] == []
    assert window.foreign == []


@pytest.fixture(scope="module")
def counted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small place with its visits counted. Look, do not touch."""
    root = tmp_path_factory.mktemp("counted")
    content = copy_place(TINY, root)
    place = content / "place.yaml"
    place.write_text(place.read_text("utf-8") + "counting: /visits\n", "utf-8")
    return build_site(content, root / "site")


def test_a_visit_is_counted_by_the_page_s_path_alone(
    counted: Path, serve: Serve, visit: Visits
) -> None:
    served = serve(counted)
    window = visit(f"{served.root}about/")
    told: list[Request] = []
    window.page.on("request", lambda it: told.append(it) if it.method == "POST" else None)
    window.page.route("**/visits", lambda route: route.fulfill(status=204))

    window.goto(f"{served.root}explore/?q=secret#and-more")

    assert [(urlsplit(it.url).path, it.post_data) for it in told] == [("/visits", "/explore/")]
    headers = json.dumps(told[0].all_headers())
    assert "secret" not in headers
    assert "cookie" not in headers
    assert "referer" not in headers
    assert window.foreign == []
    assert stored(window.page) == NOTHING_STORED


@pytest.mark.parametrize("asks", ["globalPrivacyControl: true", 'doNotTrack: "1"'])
def test_browser_that_asks_not_to_be_followed_is_not_counted(
    asks: str, counted: Path, serve: Serve, visit: Visits
) -> None:
    served = serve(counted)
    window = visit(f"{served.root}about/")
    name, _, value = asks.partition(": ")
    window.page.add_init_script(
        f"Object.defineProperty(Navigator.prototype, '{name}', {{ get: () => {value} }})"
    )
    before = len(served.asked)

    window.goto(f"{served.root}explore/")

    assert not any("/visits" in asked for asked in served.asked[before:])
