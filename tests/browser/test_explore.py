"""/explore/ in a real browser: words, filters, address, dates that pass, and the map in step."""

from __future__ import annotations

import json
import re
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from generator.views.pager import PER_PAGE
from tests.browser.conftest import Visits
from tests.support.served import ServedSite
from tests.support.settling import settled
from tests.support.visits import PHONE, WITHOUT_SCRIPT, Viewer, Visit

NOON = datetime(2026, 11, 23, 12, 0)
LATER = datetime(2036, 11, 23, 12, 0)
PLURAL = re.compile(r"^(\d+) opportunit(?:y|ies)$")


class Explorer:
    """/explore/ as somebody uses it."""

    def __init__(self, visit: Visit, base: str) -> None:
        self.visit = visit
        self.page: Page = visit.page
        self.base = base

    def open(self, query: str = "", at: datetime = NOON) -> Explorer:
        self.visit.forget()
        self.page.clock.set_fixed_time(at)
        self.visit.goto(f"{self.base}explore/{query}")
        expect(self.page.locator("[data-finder][data-ready]")).to_be_visible()
        return self

    def total(self) -> int:
        status = self.page.locator("[data-finder-status]")
        expect(status).to_have_text(PLURAL)
        found = PLURAL.match(status.inner_text())
        assert found is not None
        return int(found[1])

    def type(self, words: str) -> None:
        before = self.page.url
        self.page.fill("#finder-q", words)
        self.page.wait_for_function("before => location.href !== before", arg=before)
        self.settle()

    def settle(self) -> None:
        """Wait until what was asked has been answered: typing waits 150 ms for the next letter."""
        settled(self.page)

    def titles(self) -> list[str]:
        return self.page.locator("[data-finder-list] [data-card-title]").all_text_contents()

    def choose(self, name: str, value: str) -> int:
        """Tick a choice, its part of the panel unfolded; return the count that stood beside it."""
        box = self.page.locator(f'input[name="{name}"][value="{value}"]')
        asked = self.page.locator(f'[data-facet="{name}"]').or_(box).first
        for folded in asked.locator("xpath=ancestor::details[not(@open)]").all():
            folded.locator("summary").first.click()
        choice = box.locator("xpath=ancestor::li")
        count = choice.locator("[data-count]").inner_text()
        choice.locator("label").click()
        self.settle()
        return int(count)

    def show_map(self) -> None:
        self.page.locator("[data-finder-map-toggle]").click()
        expect(self.page.locator(".map-point button").first).to_be_visible()
        self.settle()


@pytest.fixture
def explorer(visit: Visits, newport_served: ServedSite) -> Explorer:
    base = newport_served.sub_path
    return Explorer(visit(f"{base}about/"), base).open()


def test_everything_is_found_before_anything_is_asked(explorer: Explorer) -> None:
    assert explorer.total() > 50
    assert len(explorer.titles()) == 20
    assert not explorer.page.locator("[data-finder-plain]").is_visible()
    assert explorer.visit.faults() == []


def test_words_narrow_while_typing_and_stand_in_the_address(explorer: Explorer) -> None:
    everything = explorer.total()

    explorer.type("robot")

    assert 0 < explorer.total() < everything
    assert "robot" in explorer.titles()[0].lower()
    assert explorer.page.url.endswith("?q=robot")


def test_a_count_says_what_choosing_it_finds(explorer: Explorer) -> None:
    for name, value in (("cost", "free"), ("day", "sat"), ("mode", "in-person")):
        count = explorer.choose(name, value)

        assert explorer.total() == count > 0
    assert explorer.page.url.endswith("?cost=free&mode=in-person&day=sat")


def test_back_undoes_one_choice_and_the_form_says_so(explorer: Explorer) -> None:
    few = explorer.choose("cost", "free")
    explorer.choose("day", "sun")

    explorer.page.go_back()
    explorer.settle()

    assert explorer.total() == few
    assert not explorer.page.locator('input[value="sun"]').is_checked()
    assert explorer.page.locator('input[value="free"]').is_checked()


# What a card holds, but for the marks of what it has no place for.
_CARDS = """
list => [...list.children].map((card) => card.outerHTML.replaceAll("<!---->", ""))
"""


_GO = """
query => { history.pushState(null, "", query); dispatchEvent(new PopStateEvent("popstate")); }
"""


def test_a_card_written_into_another_is_as_one_made_anew(explorer: Explorer) -> None:
    for query in ("?near=pillgwenlly", "?q=clwb&mode=online", "?sort=newest", "?q=robot&badge=any"):
        cards = explorer.page.locator("[data-finder-list]")
        explorer.page.evaluate(_GO, query)
        explorer.settle()
        written_over = cards.evaluate(_CARDS)

        again = explorer.open(query)

        assert len(written_over) > 0
        assert again.page.locator("[data-finder-list]").evaluate(_CARDS) == written_over


def test_whoever_asks_and_leaves_at_once_comes_back_to_what_they_asked(explorer: Explorer) -> None:
    explorer.page.evaluate(
        """() => {
          document.querySelector("#finder-q").value = "robot";
          document.querySelector("[data-finder-form]").requestSubmit();
          setTimeout(() => document.querySelector("[data-card-link]").click());
        }"""
    )
    explorer.page.wait_for_url("**/opportunities/**")

    explorer.page.go_back()

    assert explorer.page.url.endswith("explore/?q=robot")


def test_a_shared_address_shows_the_same_list(explorer: Explorer) -> None:
    explorer.choose("cost", "free")
    explorer.choose("day", "thu")
    titles = explorer.titles()

    again = explorer.open(explorer.page.url.partition("explore/")[2])

    assert again.titles() == titles
    assert again.page.locator("[data-finder-chosen] .chosen-one").all_inner_texts() == [
        "Free for everyone",
        "Thursday",
    ]


def test_a_postcode_never_reaches_the_address(explorer: Explorer) -> None:
    explorer.page.fill("#finder-q", "swim NP20 1PA")
    explorer.settle()

    assert "np20" not in explorer.page.url.lower()
    assert explorer.page.input_value("#finder-q") == "swim NP20 1PA"


def test_what_is_over_is_not_shown_as_if_it_were_on(explorer: Explorer) -> None:
    today = explorer.total()

    explorer.open(at=LATER)

    assert 0 < explorer.total() < today


def test_when_nothing_is_found_it_says_what_to_let_go_of(explorer: Explorer) -> None:
    explorer.open("?q=robot&day=sun")
    help_ = explorer.page.locator("[data-finder-empty]")
    expect(help_).to_be_visible()

    explorer.page.locator("[data-finder-loosen] button").first.click()
    explorer.settle()

    assert explorer.total() > 0
    expect(help_).to_be_hidden()


def test_a_slip_of_the_finger_is_answered_and_said(explorer: Explorer) -> None:
    explorer.type("robto")

    assert explorer.total() > 0
    assert "robot" in explorer.titles()[0].lower()
    said = explorer.page.locator("[data-finder-said]").inner_text()
    assert "robto" in said
    assert "robot" in said
    assert explorer.page.input_value("#finder-q") == "robto"


def test_more_results_take_the_focus_along(explorer: Explorer) -> None:
    explorer.page.locator("[data-finder-more]").press("Enter")
    explorer.settle()

    focused = explorer.page.evaluate("document.activeElement.textContent")
    assert len(explorer.titles()) == 40
    assert focused == explorer.titles()[20]


def test_the_map_is_not_loaded_until_somebody_asks(
    explorer: Explorer, newport_served: ServedSite
) -> None:
    newport_served.asked.clear()
    explorer.open()
    asked_at_first = list(newport_served.asked)

    explorer.show_map()

    assert not [path for path in asked_at_first if "leaflet" in path or "/map/" in path]
    assert [path for path in newport_served.asked if "kept/leaflet." in path]
    assert explorer.visit.faults() == []


def test_the_map_shows_the_venues_of_the_results(explorer: Explorer) -> None:
    explorer.open("?q=robot")
    explorer.show_map()
    few = drawn(explorer.page)

    explorer.type("library")

    assert drawn(explorer.page) != few
    assert explorer.visit.faults() == []


def drawn(page: Page) -> list[str]:
    """Return what the buttons on the map are called."""
    found = page.locator(".map-point button")
    return sorted(str(button.get_attribute("aria-label")) for button in found.all())


def test_the_list_keeps_its_width_below_the_map(explorer: Explorer) -> None:
    width = "document.querySelector('[data-finder-list]').getBoundingClientRect().width"
    before = explorer.page.evaluate(width)

    explorer.show_map()

    assert explorer.page.evaluate(width) == before > 0


def test_the_map_works_by_keyboard(explorer: Explorer) -> None:
    explorer.open("?q=robot")
    explorer.show_map()
    page = explorer.page
    venue = page.locator(".map-venue:not([inert])").first
    for _ in range(12):
        if venue.count():
            break
        page.locator(".map-cluster:not([inert])").first.press("Enter")
        explorer.settle()
        in_map = "document.activeElement.closest('.map-canvas') !== null"
        assert page.evaluate(in_map), "the focus left the map when a group came apart"

    name = str(venue.get_attribute("aria-label"))
    venue.press("Enter")
    popup = page.get_by_role("dialog")
    expect(popup).to_be_focused()
    expect(popup.locator("ul a").first).to_be_visible()
    page.keyboard.press("Escape")

    expect(popup).to_have_count(0)
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == name
    assert explorer.visit.faults() == []


def test_a_wheel_scrolls_the_page_past_the_map(explorer: Explorer) -> None:
    explorer.show_map()
    page = explorer.page
    page.locator(".map-canvas").hover()
    before = page.evaluate("scrollY")
    buttons = drawn(page)

    page.mouse.wheel(0, 400)
    explorer.settle()

    assert page.evaluate("scrollY") > before
    assert drawn(page) == buttons


def test_a_venue_s_name_is_never_markup(explorer: Explorer, newport: Path) -> None:
    points = json.loads((newport / "assets/map/points.en.json").read_text("utf-8"))
    points["names"] = ["<img src=x onerror=alert(1)>{{ 7*7 }}" for _ in points["names"]]
    explorer.page.route("**/points.en.json", lambda route: route.fulfill(json=points))
    explorer.open("?q=robot")
    explorer.show_map()

    explorer.page.locator(".map-point button:not([inert])").first.press("Enter")
    explorer.settle()

    assert explorer.page.locator(".map img[src=x]").count() == 0
    assert explorer.visit.faults() == []


def test_a_map_that_cannot_be_drawn_leaves_the_list(explorer: Explorer) -> None:
    explorer.page.route("**/points.en.json", lambda route: route.abort())

    explorer.page.locator("[data-finder-map-toggle]").click()

    expect(explorer.page.locator("[data-finder-map-failed]")).to_be_visible()
    assert explorer.total() > 50


def test_an_index_that_cannot_be_had_leaves_the_whole_list(
    visit: Visits, newport_served: ServedSite
) -> None:
    window = visit(f"{newport_served.root}about/")
    window.page.route("**/assets/search/**", lambda route: route.abort())

    window.goto(f"{newport_served.root}explore/")

    assert window.page.locator("[data-finder-plain] .card").count() == PER_PAGE
    onward = window.page.locator("[data-finder-plain] a[rel=next]")
    onward.scroll_into_view_if_needed()  # what is out of view is laid out when it comes near
    expect(onward).to_be_visible()
    assert window.page.locator("[data-finder-plain]").is_visible()
    assert not window.page.locator("[data-finder]").is_visible()


def test_a_place_that_is_typed_before_its_script_has_come_is_understood_then(
    visit: Visits, newport_served: ServedSite
) -> None:
    window = visit(f"{newport_served.root}about/")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    window.page.route("**/kept/explore_where.*.js", hold)
    window.page.goto(f"{newport_served.root}explore/")
    field = window.page.locator("[data-finder-where]")
    expect(field).to_be_visible()
    while not held:
        window.page.wait_for_timeout(20)
    field.fill("ZZ99 9ZZ")
    field.press("Enter")

    held[0].continue_()

    expect(window.page.locator("[data-finder-where-said]")).not_to_be_empty()
    expect(field).to_have_value("ZZ99 9ZZ")


@pytest.mark.parametrize("viewer", [PHONE, WITHOUT_SCRIPT], ids=["phone", "no-script"])
def test_it_fits_and_works_for_everyone(
    visit: Visits, newport_served: ServedSite, viewer: Viewer
) -> None:
    window = visit(f"{newport_served.root}explore/", viewer)

    assert window.page.locator(".card:visible").count() >= 20
    assert window.faults() == []
    if viewer.javascript:
        assert window.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_script_nothing_of_the_index_is_fetched(
    newport_served: ServedSite, visit: Visits
) -> None:
    newport_served.asked.clear()

    visit(f"{newport_served.root}explore/", WITHOUT_SCRIPT)

    asked = [path for path in newport_served.asked if path.endswith((".js", ".json"))]
    assert asked == []


def test_a_question_in_the_address_takes_three_round_trips_after_the_page(
    newport_served: ServedSite, visit: Visits
) -> None:
    """The script with the index's first file, then words, then cards: each no later than it can."""
    newport_served.asked.clear()
    asked = newport_served.asked

    page = visit(f"{newport_served.root}explore/?q=robot", PHONE).page
    expect(page.locator("[data-finder-list] [data-card]").first).to_be_visible()

    core = page.locator("[data-finder]").get_attribute("data-core") or ""
    names = [path.rpartition("/")[2] for path in asked]
    words = next(at for at, name in enumerate(names) if re.match(r"w[0-9a-f]+-", name))
    cards = next(at for at, name in enumerate(names) if re.match(r"c\d+-", name))
    assert names.count(core.rpartition("/")[2]) == 1
    script = next(at for at, name in enumerate(names) if name.startswith("explore."))
    assert max(script, names.index(core.rpartition("/")[2])) < words < cards
    scripts = [name.partition(".")[0] for name in names[:words] if name.endswith(".js")]
    assert sorted(scripts) == ["dates", "en", "explore", "saving"]
