"""What a page may weigh and how little may move: budgets, held in a browser over Newport."""

from __future__ import annotations

import gzip
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Response

from tests.browser.conftest import Visits
from tests.support.served import Host, ServedSite, serving
from tests.support.sites import ROOT, TODAY
from tests.support.visits import Viewer, Visit

STYLES = ROOT / "themes" / "base" / "assets" / "css"
MOST_STYLE = 10_000
MOST_WITHOUT_MAP = 150_000
MOST_WITH_MAP = 300_000
MOST_SHIFT = 0.05
PARTIAL = 206

PHONE = Viewer(width=375, height=780)
PAGES = (
    "",
    "explore/",
    "whats-on/",
    "badges/",
    "badges/robotics-1/",
    "opportunities/bike-repair-drop-in/",
    "pathways/into-software/",
    "organisations/example-makers/",
    "about/",
    "data/",
)
PAGES_WITH_MAP = ("venues/central-library/", "neighbourhoods/pillgwenlly/")

# Hosts compress these; what is compressed already they send as it is.
_COMPRESSED_BY_HOSTS = (".css", ".geojson", ".html", ".js", ".json", ".svg")
_WATCH = """
window.shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""


def weight(site: Path, url: str, base: str) -> int:
    """Return what a host would send for an address of the site, in bytes."""
    path = site / unquote(urlsplit(url).path.removeprefix(urlsplit(base).path))
    file = path / "index.html" if path.is_dir() else path
    content = file.read_bytes()
    return len(gzip.compress(content) if file.suffix in _COMPRESSED_BY_HOSTS else content)


def first_view(visit: Visits, site: Path, base: str, address: str) -> tuple[int, float]:
    """Return what the first view of a page weighs, and how much of it moved."""
    window: Visit = visit(f"{base}about/", PHONE)
    window.page.add_init_script(_WATCH)
    # early on the day of the build: later, what has passed is hidden, and the rest moves up
    window.page.clock.set_fixed_time(f"{TODAY}T06:00:00Z")
    asked: set[str] = set()
    parts: list[int] = []

    def note(response: Response) -> None:
        if response.status == PARTIAL:
            parts.append(int(response.headers["content-length"]))
        else:
            asked.add(response.url.partition("#")[0].partition("?")[0])

    window.page.on("response", note)
    window.goto(base + address)
    shift = window.page.evaluate("window.shift")
    return sum(parts) + sum(weight(site, url, base) for url in asked), shift


def test_style_sheets_of_our_own_are_small() -> None:
    sheets = sorted(STYLES.glob("*.css"))

    assert len(sheets) > 1
    assert sum(len(gzip.compress(sheet.read_bytes())) for sheet in sheets) <= MOST_STYLE


@pytest.mark.parametrize("address", PAGES, ids=[it.strip("/") or "home" for it in PAGES])
def test_page_without_a_map_is_light_and_still(
    newport: Path, newport_served: ServedSite, visit: Visits, address: str
) -> None:
    bytes_sent, shift = first_view(visit, newport, newport_served.root, address)

    assert bytes_sent <= MOST_WITHOUT_MAP
    assert shift <= MOST_SHIFT


@pytest.mark.parametrize("address", PAGES_WITH_MAP, ids=[it.strip("/") for it in PAGES_WITH_MAP])
def test_page_with_a_map_is_light_and_still(newport: Path, visit: Visits, address: str) -> None:
    """On a host that answers ranges, as docs/basemap.md asks for; others send the file once."""
    with serving(newport, Host(ranges=True)) as served:
        bytes_sent, shift = first_view(visit, newport, served.root, address)

    assert bytes_sent <= MOST_WITH_MAP
    assert shift <= MOST_SHIFT


@pytest.mark.parametrize("address", ["", "explore/", "opportunities/bike-repair-drop-in/"])
def test_text_can_be_read_before_any_script_has_come(
    newport_served: ServedSite, browser: Browser, address: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/*.js", lambda _route: None)  # never answered: a connection that fell silent

    page.goto(newport_served.root + address, wait_until="commit")

    page.locator("h1").wait_for(state="visible")
    assert len(page.locator("main").inner_text()) > 300
    page.unroute_all(behavior="ignoreErrors")
    context.close()
