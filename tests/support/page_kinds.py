"""Every kind of page that a site has and every state it can be in, and what shows that it is so.

What a test judges it has to have before it: an empty page has no faults.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.support.full_place import TODAY

NOON = f"{TODAY}T12:00:00Z"
_LANGUAGE = re.compile(r'<html lang="([^"]+)"')
_TWIN = re.compile(r'<link rel="alternate" hreflang="([^"]+)"')


def _as_it_is(_page: Page) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Kind:
    """A page, what is done on it, and the selectors of what has to be seen then."""

    name: str
    address: str
    holds: tuple[str, ...]
    reach: Callable[[Page], None] = _as_it_is

    def open(self, page: Page, base: str) -> None:
        """Bring the page into its state, and make sure that it is."""
        page.goto(base + self.address)
        if self.address.partition("?")[0].endswith(_FINDERS):
            expect(
                page.locator("[data-finder][data-ready], [data-finder-plain]").first
            ).to_be_visible()
        self.reach(page)
        for selector in self.holds:
            expect(page.locator(selector).first, f"{self.name}: {selector}").to_be_visible()


_FINDERS = ("explore/", "badges/", "pathways/")


def languages(site: Path) -> dict[str, str]:
    """Return a built site's own languages, each with what its addresses begin with."""
    first = (site / "index.html").read_text("utf-8")
    main = _LANGUAGE.search(first)
    assert main, f"{site}: the first page says no language"
    others = sorted(set(_TWIN.findall(first)) - {main[1], "x-default"})
    return {main[1]: ""} | {language: f"{language}/" for language in others}


def unfold(page: Page) -> None:
    """Open everything that is folded."""
    page.evaluate("document.querySelectorAll('main details').forEach((it) => { it.open = true; })")


USABLE_POINT = ".map-point button:not([inert])"
"""Those that are cut off or covered are out of use, as map_in_sight.js says."""


def show_map(page: Page) -> None:
    page.locator("[data-finder-map-toggle]").click()
    expect(page.locator(".map-point button").first).to_be_visible()


def open_popup(page: Page) -> None:
    """Choose points on the map until one of them is a venue's, which tells what happens there."""
    show_map(page)
    press_until_a_popup(page, page.locator(USABLE_POINT).first)


def press_until_a_popup(page: Page, point: Locator) -> None:
    """Press what is this point each time: a group comes apart, and in the end a venue answers."""
    for _ in range(12):
        if page.locator(".map-popup a").count():
            break
        point.press("Enter")
        page.wait_for_timeout(300)


def ask_for_a_topic(page: Page) -> None:
    """Type the beginning of a topic's name, in whichever language the page is."""
    page.locator("[data-finder][data-ready]").wait_for()  # suggestions come last
    name = page.evaluate(
        """async () => {
          const home = await (await fetch("../")).text();
          const first = new DOMParser().parseFromString(home, "text/html");
          return first.querySelector(".topics a").textContent;
        }"""
    )
    page.locator("#finder-q").press_sequentially(name[:5])


def type_no_place(page: Page) -> None:
    page.fill("[data-finder-where]", "ZZ99 9ZZ")
    page.keyboard.press("Enter")


def save_it(page: Page) -> None:
    page.locator(".record-head .save").click()


def keep_nothing(page: Page) -> None:
    """Save, as in a browser that keeps nothing."""
    page.evaluate(
        """() => Object.defineProperty(window, "localStorage", {
          get() { throw new DOMException("", "SecurityError"); },
        })"""
    )
    save_it(page)


ROBOTICS = "opportunities/robotics/"
RECORDS = (
    Kind("opportunity", ROBOTICS, (".key .next", ".ways", "#dates", "#access")),
    Kind("opportunity, all unfolded", ROBOTICS, (".later .date",), unfold),
    Kind("opportunity, saved", ROBOTICS, (".save[aria-pressed=true]",), save_it),
    Kind("opportunity, not kept", ROBOTICS, (".told",), keep_nothing),
    Kind("opportunity, open", "opportunities/is-open/", (".ways",)),
    Kind("opportunity, full", "opportunities/is-full/", (".notice.full", "#instead + ul .card")),
    Kind("opportunity, waiting list", "opportunities/is-waiting-list/", (".notice.waiting-list",)),
    Kind("opportunity, cancelled", "opportunities/is-cancelled/", (".notice.cancelled",)),
    Kind("opportunity, postponed", "opportunities/is-postponed/", (".notice.postponed",)),
    Kind("opportunity, ended", "opportunities/is-ended/", (".notice.ended",)),
    Kind("opportunity, overdue", "opportunities/overdue/", (".notice.overdue",)),
    Kind("opportunity, a date cancelled", "opportunities/due/", (".date.cancelled s",)),
    Kind("badge", "badges/robotics-1/", (".badge-hero img", ".criteria li", "#earn")),
    Kind("badge, retired", "badges/robotics-2/", (".notice.ended",)),
    Kind("badge, drawn", "badges/soldering/", (".badge-hero img",)),
    Kind("pathway", "pathways/engineer/", (".steps .card", ".destination")),
    Kind("organisation", "organisations/makers/", (".cards .card", "#key + dl")),
    Kind("venue", "venues/library/", ("#access + .access li", ".address", ".source")),
    Kind("venue, hidden", "venues/hidden/", ("#where",)),
    Kind("neighbourhood", "neighbourhoods/harbour/", (".cards .card", "#venues")),
    Kind("topic", "topics/digital-making/", (".cards .card",)),
    Kind("skill", "skills/problem-solving/", (".cards .card",)),
)  # fmt: skip
LISTS = (
    Kind("home", "", (".hero form", ".topics li", ".soon .happening", ".behind")),
    Kind("explore, plain", "explore/", ("main .card",)),
    Kind("explore, one answer", "explore/cost/free/", ("main .card",)),
    Kind("badges", "badges/", (".badges .card",)),
    Kind("pathways", "pathways/", (".cards .card",)),
    Kind("topics", "topics/", ("main li a",)),
    Kind("organisations", "organisations/", (".cards .card",)),
    Kind("venues", "venues/", (".cards .card",)),
    Kind("what’s on", "whats-on/", (".days .happening", "#anytime")),
    Kind("saved, empty", "saved/", ("[data-saved=empty]",)),
    Kind("saved", "saved/#o=robotics&b=robotics-1", ("[data-saved=list] .card",)),
    Kind("about", "about/", (".prose", "#contact")),
    Kind("a page of the team's", "how-it-works/", (".prose",)),
    Kind("data", "data/", (".files li",)),
    Kind("data, all unfolded", "data/", (".files dl dd",), unfold),
    Kind("accessibility", "accessibility/", ("#compliance", "#gaps + h3 + ul", "#enforcement")),
    Kind("privacy", "privacy/", ("#host", "#rights")),
    Kind("withdrawn", "opportunities/withdrawn-thing/", (".nobody h1",)),
)
NOWHERE = Kind("no such page", "404.html", (".nobody h1",))
"""In the main language alone, and of a place at the root of its host: any address leads there."""

CHOSEN = "explore/?cost=free&day=sat"
EXPLORE = (
    Kind("explore", "explore/", ("[data-finder-list] .card",)),
    Kind("explore, all unfolded", "explore/", ("[data-facet] input", "#finder-age"), unfold),
    Kind("explore, chosen", CHOSEN, (".chosen-one", ".ticks :checked"), unfold),
    Kind("explore, nothing found", "explore/?q=qqqqzz", ("[data-finder-empty]",)),
    Kind("explore, suggestions", "explore/", ("[role=option]",), ask_for_a_topic),
    Kind("explore, no such place", "explore/", (".finder-ask .note:not(:empty)",), type_no_place),
    Kind("explore, map", "explore/", ("[data-finder-map-words]", ".map-point button"), show_map),
    Kind("explore, map with a venue", "explore/?day=sat", (".map-popup a",), open_popup),
)  # fmt: skip
"""Of a place with more than a handful of records, and a map."""
