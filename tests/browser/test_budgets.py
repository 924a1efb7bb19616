"""What a page may weigh and how little may move: budgets, held in a browser over Newport."""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Response, Route

from tests.browser.conftest import Visits
from tests.browser.test_pages import one_of_each_kind
from tests.support.served import Host, ServedSite, serving
from tests.support.sites import ROOT, TODAY
from tests.support.visits import Viewer, Visit

STYLES = ROOT / "themes" / "base" / "assets" / "css"
MOST_STYLE = 11_000
MOST_WITHOUT_MAP = 150_000
MOST_WITH_MAP = 300_000
MOST_SHIFT = 0.05
LEAST_TEXT = 30  # what an old address and a withdrawn record still say
PARTIAL = 206
PAGES_WITH_MAP = ("venues/gaer-fort/", "neighbourhoods/pillgwenlly/")

PHONE = Viewer(width=375, height=780)
MORNING, EVENING = "06:00", "22:30"
HAS_MAP = re.compile('<div class="map"(?![^>]*data-map-waits)')

# Hosts compress these; what is compressed already they send as it is.
_COMPRESSED_BY_HOSTS = (".css", ".geojson", ".html", ".js", ".json", ".svg")
# Only the clock's hands are moved: Playwright's own clock would hide what the page asks of paint.
_WATCH = """
window.shift = 0;
window.moved = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    if (entry.hadRecentInput) continue;
    window.shift += entry.value;
    window.moved.push(...entry.sources.map(({ node }) => node?.outerHTML?.slice(0, 80) ?? "text"));
  }
}).observe({ type: "layout-shift", buffered: true });
const then = new Date("%s").getTime();
Date.now = () => then;
"""


@dataclass(frozen=True, slots=True)
class FirstView:
    """What the first view of a page came to."""

    weight: int
    shift: float
    moved: tuple[str, ...]

    def faults(self, most: int) -> list[str]:
        heavy = [f"{self.weight} bytes"] if self.weight > most else []
        moved = f"shift of {self.shift:.3f}: {self.moved}"
        return [*heavy, *([moved] if self.shift > MOST_SHIFT else [])]


def weight(site: Path, url: str, base: str) -> int:
    """Return what a host would send for an address of the site, in bytes."""
    path = site / unquote(urlsplit(url).path.removeprefix(urlsplit(base).path))
    file = path / "index.html" if path.is_dir() else path
    content = file.read_bytes()
    return len(gzip.compress(content) if file.suffix in _COMPRESSED_BY_HOSTS else content)


class Scales:
    """A phone at an hour of the day, in which pages are weighed one after the other."""

    def __init__(self, visit: Visits, site: Path, base: str, hour: str) -> None:
        self.site, self.base = site, base
        self.window: Visit = visit(f"{base}about/", PHONE)
        self.window.page.add_init_script(_WATCH % f"{TODAY}T{hour}:00Z")
        self.asked: set[str] = set()
        self.parts: list[int] = []
        self.window.page.on("response", self._note)

    def _note(self, response: Response) -> None:
        if response.status == PARTIAL:
            self.parts.append(int(response.headers["content-length"]))
        else:
            self.asked.add(response.url.partition("#")[0].partition("?")[0])

    def first_view(self, address: str) -> FirstView:
        """Open a page as if nothing of the site had been seen before."""
        self.asked.clear()
        self.parts.clear()
        self.window.goto(self.base + address)
        shift, moved = self.window.page.evaluate("[window.shift, window.moved]")
        bytes_sent = sum(self.parts) + sum(weight(self.site, it, self.base) for it in self.asked)
        return FirstView(bytes_sent, shift, tuple(moved))


def test_style_sheets_of_our_own_are_small() -> None:
    sheets = sorted(STYLES.glob("*.css"))

    assert len(sheets) > 1
    assert sum(len(gzip.compress(sheet.read_bytes())) for sheet in sheets) <= MOST_STYLE


def has_map(site: Path, address: str) -> bool:
    """Say whether a page draws a map of its own accord."""
    return HAS_MAP.search((site / address / "index.html").read_text("utf-8")) is not None


@pytest.mark.parametrize("hour", [pytest.param(MORNING, marks=pytest.mark.soak), EVENING])
def test_every_kind_of_page_is_light_and_still_at_any_hour(
    newport: Path, visit: Visits, hour: str
) -> None:
    """On a host that answers ranges, as docs/basemap.md asks for; others send the file once.

    In the evening most of what was on today has passed, and is hidden.
    """
    kinds = one_of_each_kind(newport)
    with serving(newport, Host(ranges=True)) as served:
        scales = Scales(visit, newport, served.root, hour)
        found = {
            address: scales.first_view(address).faults(
                MOST_WITH_MAP if has_map(newport, address) else MOST_WITHOUT_MAP
            )
            for address in kinds
        }

    assert sum(has_map(newport, address) for address in kinds) >= 4
    assert {address: faults for address, faults in found.items() if faults} == {}


def test_maps_at_the_top_of_a_page_are_light(newport: Path, visit: Visits) -> None:
    with serving(newport, Host(ranges=True)) as served:
        scales = Scales(visit, newport, served.root, MORNING)
        seen = [scales.first_view(address) for address in PAGES_WITH_MAP]

    assert all(view.weight > MOST_WITHOUT_MAP / 2 for view in seen)
    assert [view.faults(MOST_WITH_MAP) for view in seen] == [[], []]


@pytest.mark.parametrize(("wait", "struck_out"), [(0, False), (800, True)], ids=["soon", "late"])
def test_nothing_moves_when_dates_are_hidden_after_the_page_was_painted(
    newport: Path, newport_served: ServedSite, visit: Visits, wait: int, *, struck_out: bool
) -> None:
    """On a fast host the script nearly always comes first; here it is kept waiting."""
    page = Scales(visit, newport, newport_served.root, EVENING).window.page
    if not struck_out:
        # the moment lasts as long as it takes: a busy machine may not be back within it
        page.context.new_cdp_session(page).send("Animation.setPlaybackRate", {"playbackRate": 0})
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/kept/dates.*.js", hold)
    page.goto(f"{newport_served.root}whats-on/", wait_until="commit")
    while not page.evaluate("performance.getEntriesByType('paint').length"):
        page.wait_for_timeout(20)
    page.wait_for_timeout(wait)

    held[0].continue_()
    page.locator("html[data-dated]").wait_for()
    page.wait_for_timeout(300)

    hidden = page.locator(".days [data-ends][hidden]").count()
    assert hidden > 10
    assert (page.locator(".days .over").count() > 0) is struck_out
    assert page.evaluate("window.shift") <= MOST_SHIFT


def test_text_can_be_read_before_any_script_has_come(
    newport: Path, newport_served: ServedSite, browser: Browser
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/*.js", lambda _route: None)  # never answered: a connection that fell silent
    short = []

    for address in one_of_each_kind(newport):
        page.goto(newport_served.root + address, wait_until="commit")
        page.locator("footer.site").wait_for(state="visible")
        if len(page.locator("main").inner_text()) < LEAST_TEXT:
            short.append(address)

    page.unroute_all(behavior="ignoreErrors")
    context.close()
    assert short == []
