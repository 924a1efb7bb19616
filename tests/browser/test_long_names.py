"""A place with its own colours, logo and theme, no pictures, no streets, and names far too long."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Serve, Visits
from tests.browser.test_pages import one_of_each_kind
from tests.support.links import broken_links
from tests.support.nu import nu_messages
from tests.support.served import SUB_PATH, ServedSite
from tests.support.sites import ROOT, build_site
from tests.support.visits import DESKTOP, PHONE, Viewer, Visit

CONTENT = ROOT / "tests" / "sites" / "long-names" / "content"
URL = "https://united-harbour-towns.learning.example/"
PRIMARY = "rgb(107, 29, 138)"
OPPORTUNITY = "opportunities/lighthouse/"
VENUE = "venues/llanfair-hall/"
DARK = Viewer(colours="dark")
TOO_WIDE = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"

# Words that stand outside the window, that their own box cuts off, or on which other words lie. The
# map is left out, since Leaflet moves what is in it; so is what a page keeps for a screen reader.
MISPLACED = """() => {
  const words = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.parentElement;
    if (!node.data.trim()) { continue; }
    if (element.closest(".map, .skip, .unseen, script, style, svg")) { continue; }
    if (!element.checkVisibility({ visibilityProperty: true })) { continue; }
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width > 1) {
        words.push({ node, element, box, text: node.data.trim().slice(0, 40) });
      }
    }
  }
  const found = [];
  for (const { element, box, text } of words) {
    if (box.left < -1 || box.right > innerWidth + 1) { found.push(`outside: ${text}`); }
    for (let around = element; around !== document.body; around = around.parentElement) {
      const shown = around.getBoundingClientRect();
      if (getComputedStyle(around).overflowX !== "visible"
        && (box.right > shown.right + 1 || box.bottom > shown.bottom + 1)) {
        found.push(`cut off: ${text}`);
      }
    }
  }
  words.forEach(({ node, box, text }, index) => {
    for (const other of words.slice(index + 1)) {
      const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
      // a line is higher than its letters, and lines of neighbours may touch
      if (node !== other.node && across > 2 && down > 6) {
        found.push(`on each other: ${text} | ${other.text}`);
      }
    }
  });
  return [...new Set(found)];
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The place, built with its theme. Look, do not touch."""
    return build_site(CONTENT, tmp_path_factory.mktemp("long") / "site", "--theme", "harbour")


@pytest.fixture(scope="module")
def served(site: Path, serve: Serve) -> ServedSite:
    return serve(site)


@pytest.mark.parametrize(
    ("language", "viewer"),
    [("", PHONE), ("cy/", PHONE), pytest.param("", DESKTOP, marks=pytest.mark.soak)],
    ids=["en-320", "cy-320", "en-1280"],
)
def test_every_word_has_its_place_on_every_kind_of_page(
    visit: Visits, site: Path, served: ServedSite, language: str, viewer: Viewer
) -> None:
    window = visit(served.root + language, viewer)
    wrong: dict[str, list[str]] = {}
    addresses = [language + address for address in one_of_each_kind(site / language)]
    for address in addresses:
        window.forget()
        window.goto(served.root + address)
        found = [*window.faults(), *window.page.evaluate(MISPLACED)]
        found += ["wider than its window"] if window.page.evaluate(TOO_WIDE) else []
        if found:
            wrong[address] = found

    assert len(addresses) > 15
    assert wrong == {}


def drawn_in(window: Visit, selector: str, part: str) -> str:
    look = "([selector, part]) => getComputedStyle(document.querySelector(selector))[part]"
    return str(window.page.evaluate(look, [selector, part]))


def test_its_colours_are_on_the_page_and_their_lighter_ones_in_the_dark(
    visit: Visits, site: Path, served: ServedSite
) -> None:
    (style,) = site.glob("assets/kept/place.*.css")
    told = style.read_text("utf-8")
    pale = re.search(r"--place-dark: #(..)(..)(..)", told)
    assert pale is not None

    window = visit(served.root)
    hero = drawn_in(window, ".hero", "backgroundColor")
    link = drawn_in(window, ".onward a", "color")
    dark = drawn_in(visit(served.root, DARK), ".onward a", "color")

    assert (hero, link) == (PRIMARY, PRIMARY)
    assert dark == f"rgb({', '.join(str(int(part, 16)) for part in pale.groups())})"


@pytest.mark.parametrize(("viewer", "file"), [(DESKTOP, "logo"), (PHONE, "logo-dark")])
def test_its_logo_has_its_room_before_it_is_there_and_suits_the_ground_it_stands_on(
    visit: Visits, served: ServedSite, viewer: Viewer, file: str
) -> None:
    logo = visit(served.root, viewer).page.locator("header .logo img")

    assert logo.evaluate("image => [image.complete, image.naturalWidth > 0]") == [True, True]
    assert re.search(rf"/{file}-[0-9a-f]{{8}}-", logo.evaluate("image => image.currentSrc"))
    assert logo.get_attribute("width") == "600"
    assert logo.get_attribute("height") == "200"
    assert (box := logo.bounding_box()) is not None
    assert box["height"] == 48


def test_a_map_without_streets_lies_on_a_dark_ground_in_the_dark(
    visit: Visits, served: ServedSite
) -> None:
    window = visit(served.root + VENUE, DARK)
    window.page.locator(".map").scroll_into_view_if_needed()
    expect(window.page.locator(".map-point button")).to_be_visible()

    ground = drawn_in(window, ".map-canvas", "backgroundColor")

    assert ground == drawn_in(window, "footer.site", "backgroundColor")


def test_its_templates_stand_in_for_those_of_the_base_theme(
    visit: Visits, site: Path, served: ServedSite
) -> None:
    extended = visit(served.root + OPPORTUNITY).page
    replaced = (site / "404.html").read_text("utf-8")

    assert extended.locator(".harbour-tip").is_visible()
    assert extended.get_by_role("heading", name="At a glance").is_visible()
    assert "The tide has taken this page." in replaced
    assert 'class="nobody"' not in replaced


@pytest.mark.parametrize("base", ["/", SUB_PATH])
def test_every_link_of_it_leads_somewhere(site: Path, base: str) -> None:
    assert broken_links(site, base, URL) == []


def test_every_page_of_it_is_valid_html(site: Path) -> None:
    # The checker guesses a page's language, by chance. A Welsh page whose records nobody has
    # translated holds so much English, marked as such, that it is told now and then to say so.
    pages = [page for page in site.rglob("*.html") if page.relative_to(site).parts[0] != "cy"]

    assert nu_messages(*pages) == []
