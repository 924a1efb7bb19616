"""/explore/ by keyboard, aloud, small, large, still, and in colours of one's own.

Served below a path, with the policy that docs/hosting.md asks for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Visits
from tests.support.page_kinds import open_popup, show_map, unfold
from tests.support.served import ServedSite
from tests.support.visits import Viewer, Visit

NARROW, WIDE = 320, 1280
DESK = Viewer()
SETTLED = 300  # milliseconds: typing waits 150 ms for the next letter
MOST_TABS = 60

_FOCUS = """
() => {
  const at = document.activeElement;
  const name = at.getAttribute("aria-label") ?? at.labels?.[0]?.textContent ?? at.textContent;
  return at === document.body ? "" : `${at.localName} ${name.replace(/\\s+/gu, " ").trim()}`;
}
"""
_SEEN = """
() => {
  const box = document.activeElement.getBoundingClientRect();
  return box.width > 0 && box.bottom > 0 && box.top < innerHeight;
}
"""
_TOO_WIDE = "() => document.documentElement.scrollWidth > innerWidth"
# every text that a live region came to hold, in order
_LISTEN = """
() => {
  window.spoken = [];
  for (const region of document.querySelectorAll("[role=status], [aria-live]")) {
    new MutationObserver(() => {
      if (region.textContent.trim()) window.spoken.push(region.textContent.trim());
    }).observe(region, { childList: true, characterData: true, subtree: true });
  }
}
"""


NOON = datetime(2026, 11, 23, 12, 0)


class Keys:
    """/explore/ for somebody who has a keyboard and no pointer."""

    def __init__(self, visit: Visit, base: str) -> None:
        self.visit, self.base = visit, base
        self.page: Page = visit.page

    def open(self, query: str = "") -> Keys:
        # which venues lie close together on the map depends on what is over
        self.page.clock.set_fixed_time(NOON)
        self.visit.goto(f"{self.base}explore/{query}")
        expect(self.page.locator("[data-finder][data-ready]")).to_be_visible()
        return self

    def press(self, *keys: str) -> str:
        """Press keys one after the other; return what has the focus then."""
        for key in keys:
            self.page.keyboard.press(key)
        self.page.wait_for_timeout(SETTLED)
        return self.focus()

    def focus(self) -> str:
        return str(self.page.evaluate(_FOCUS))

    def tab_to(self, wanted: str) -> list[str]:
        """Press Tab until something that begins so has the focus; return what was passed."""
        passed: list[str] = []
        for _ in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            passed.append(self.focus())
            if passed[-1].startswith(wanted):
                assert self.page.evaluate(_SEEN), f"{passed[-1]} has the focus out of sight"
                return passed
        raise AssertionError(f"no {wanted} among {passed}")

    def number(self) -> int:
        return int(self.page.locator("[data-finder-status]").inner_text().split()[0])

    def listen(self) -> None:
        self.page.evaluate(_LISTEN)

    def spoken(self) -> list[str]:
        """Return what was announced since somebody listened, or asked last."""
        return self.page.evaluate("window.spoken.splice(0)")  # type: ignore[no-any-return] # JSON: strings


@pytest.fixture
def keys(visit: Visits, newport_served: ServedSite) -> Iterator[Keys]:
    base = newport_served.sub_path
    keys = Keys(visit(f"{base}about/"), base).open()
    yield keys
    assert keys.visit.faults() == []


def test_the_order_of_the_keys_is_the_order_of_reading(keys: Keys) -> None:
    keys.page.locator("#finder-q").focus()

    passed = keys.tab_to("summary Filters")
    inside = [keys.press("Tab"), keys.press("Tab")]
    keys.press("Shift+Tab", "Shift+Tab", "Enter")
    after = keys.tab_to("a ")

    assert [name.partition(" (")[0] for name in passed] == [
        "button Search",
        "input Near",
        "button Near me",
        "a Skip the filters, to the results",
        "summary Filters",
    ]
    assert inside == ["summary When", "input Any day"]
    assert after == [
        "select Sorted by",
        "button Map",
        f"a {keys.page.locator('[data-card-title]').first.text_content()}",
    ]


def test_ticking_a_filter_leaves_the_focus_on_it(keys: Keys) -> None:
    box = keys.page.locator('input[name="cost"][value="free"]')
    box.focus()
    before = keys.number()

    focus = keys.press("Space")

    assert focus.startswith("input")
    assert "Free for everyone" in focus
    assert box.is_checked()
    assert 0 < keys.number() < before


def test_words_are_sent_whatever_stands_in_the_filters(keys: Keys) -> None:
    keys.page.locator("#finder-age").fill("500")
    keys.page.locator("#finder-q").fill("robot")

    focus = keys.press("Enter")

    assert focus == "h2 Results"


def test_enter_while_a_list_is_shortened_asks_nothing(keys: Keys) -> None:
    field = keys.page.locator("[data-narrow]:visible").first
    field.fill("a")

    keys.press("Enter")

    assert field.evaluate("it => it === document.activeElement")
    assert keys.page.url.endswith("/explore/")


def test_taking_filters_away_keeps_the_focus_at_what_is_left(keys: Keys) -> None:
    keys.open("?cost=free&day=sat&mode=in-person")
    keys.page.locator(".chosen-one").first.focus()

    kept = [keys.press("Enter"), keys.press("Enter"), keys.press("Enter")]

    assert [name.split()[0] for name in kept] == ["button", "button", "h2"]
    assert "Results" in kept[-1]
    assert not keys.page.locator("[data-finder-chosen]").is_visible()


def test_clear_all_is_pressed_and_the_focus_is_somewhere(keys: Keys) -> None:
    keys.open("?cost=free&day=sat")
    keys.page.locator("[data-finder-chosen] button").last.focus()

    focus = keys.press("Enter")

    assert focus == "h2 Results"


def test_letting_go_of_a_filter_where_nothing_is_found_keeps_the_focus(keys: Keys) -> None:
    keys.open("?q=robot&day=sun")
    keys.page.locator("[data-finder-loosen] button").first.focus()

    focus = keys.press("Enter")

    assert keys.number() > 0
    assert focus == "h2 Results"


def test_more_is_pressed_and_reading_goes_on_at_the_first_new_card(keys: Keys) -> None:
    keys.page.locator("[data-finder-more]").focus()

    focus = keys.press("Enter")

    assert focus.startswith("a ")
    assert focus == f"a {keys.page.locator('[data-card-title]').nth(20).text_content()}"


def test_suggestions_are_walked_taken_and_let_go_of(keys: Keys) -> None:
    page = keys.page
    field, options = page.locator("#finder-q"), page.locator("[role=option]")
    field.focus()
    page.keyboard.type("digital")
    page.wait_for_timeout(SETTLED)

    opened = field.get_attribute("aria-expanded")
    keys.press("ArrowDown")
    active = field.get_attribute("aria-activedescendant")
    first = options.first.get_attribute("id")
    chosen = page.locator("[role=option][aria-selected=true]").count()
    keys.press("ArrowUp")
    none = field.get_attribute("aria-activedescendant")
    keys.press("Escape")

    assert (opened, active, chosen, none) == ("true", first, 1, None)
    assert field.get_attribute("aria-controls") == page.locator("[role=listbox]").get_attribute(
        "id"
    )
    assert field.get_attribute("aria-expanded") == "false"
    assert page.input_value("#finder-q") == "digital"
    assert keys.focus().startswith("input")


def test_a_suggestion_taken_by_enter_is_a_filter_and_the_focus_stays(keys: Keys) -> None:
    page = keys.page
    page.locator("#finder-q").focus()
    page.keyboard.type("digital")
    page.wait_for_timeout(SETTLED)
    words = page.locator("[role=option] bdi").first.inner_text()

    focus = keys.press("ArrowDown", "Enter")

    assert "What would you like" in focus
    assert page.locator("[data-finder-chosen] .chosen-one").all_inner_texts() == [words]


def test_the_map_opens_zooms_and_closes_without_a_pointer(keys: Keys) -> None:
    page = keys.page
    toggle = page.locator("[data-finder-map-toggle]")
    toggle.focus()

    focus = [keys.press("Enter")]
    expect(page.locator(".map-point button").first).to_be_visible()
    expanded = toggle.get_attribute("aria-expanded")
    page.locator(".map-canvas").focus()
    focus += [keys.press("+"), keys.press("-"), keys.press("ArrowRight")]
    page.locator(".map-point button").first.focus()
    focus += [keys.press("Enter")]
    toggle.focus()
    focus += [keys.press("Enter")]

    assert expanded == "true"
    assert all(focus), focus
    assert focus[-1] == "button Map"
    assert not page.locator("[data-map]").is_visible()


def test_each_change_is_said_once(keys: Keys) -> None:
    keys.listen()
    said: list[list[str]] = []

    def change(do: Callable[[], object]) -> None:
        do()
        keys.page.wait_for_timeout(2 * SETTLED)
        said.append(keys.spoken())

    change(lambda: keys.page.locator('input[name="cost"][value="free"]').press("Space"))
    number = keys.number()
    change(lambda: keys.page.locator('input[name="day"][value="sat"]').press("Space"))
    change(lambda: keys.page.locator(".chosen-one").first.press("Enter"))

    assert said[0] == [f"{number} opportunities"]
    assert [len(each) for each in said] == [1, 1, 1]


def test_typing_is_not_said_letter_by_letter(keys: Keys) -> None:
    keys.listen()

    keys.page.locator("#finder-q").press_sequentially("robot", delay=40)
    keys.page.wait_for_timeout(3 * SETTLED)

    spoken = keys.spoken()
    assert f"{keys.number()} opportunities" in spoken
    assert len([said for said in spoken if "opportunit" in said]) == 1, spoken


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_choosing_a_point_leaves_its_popup_in_sight(
    visit: Visits, newport_served: ServedSite, width: int
) -> None:
    base = newport_served.sub_path
    keys = Keys(visit(f"{base}about/", Viewer(width=width, height=800)), base).open("?q=robot")

    open_popup(keys.page)

    assert keys.page.get_by_role("dialog").evaluate("(it) => it === document.activeElement")
    assert keys.page.evaluate(_SEEN)
    assert keys.page.locator(".at-chosen").count() > 0


def test_at_four_hundred_per_cent_everything_is_reached(
    visit: Visits, newport_served: ServedSite
) -> None:
    base = newport_served.sub_path
    # WCAG 2.2, 1.4.10: a desk of 1280 by 1024 at 400 % is 320 by 256 CSS pixels
    keys = Keys(visit(f"{base}about/", Viewer(width=NARROW, height=256)), base).open()
    unfold(keys.page)
    box = keys.page.locator('input[name="cost"][value="free"]')
    box.focus()

    keys.press("Space")
    shown = keys.page.evaluate(
        """() => {
          const { left, top, width, height } = document.activeElement.getBoundingClientRect();
          const there = document.elementFromPoint(left + width / 2, top + height / 2);
          return document.activeElement.closest("label").contains(there);
        }"""
    )

    assert box.is_checked()
    assert shown, "what has the focus is covered by what sticks to the edge (WCAG 2.2, 2.4.11)"
    assert not keys.page.evaluate(_TOO_WIDE)


def test_nothing_moves_for_those_who_asked_for_stillness(keys: Keys) -> None:
    page = keys.page
    show_map(page)
    page.locator(".map-cluster:not([inert])").first.press("Enter")
    moving = page.evaluate(
        """() => [
          ...document.getAnimations().map((it) => it.effect?.target?.className ?? "animation"),
          ...[document.documentElement, ...document.querySelectorAll("main *")]
            .filter((it) => getComputedStyle(it).scrollBehavior === "smooth")
            .map((it) => `${it.localName} scrolls smoothly`),
        ]"""
    )

    assert moving == []
    assert page.locator(".leaflet-zoom-anim").count() == 0


def test_what_is_chosen_can_be_told_in_colours_of_ones_own(
    browser: Browser, newport_served: ServedSite
) -> None:
    context = browser.new_context(forced_colors="active", viewport={"width": WIDE, "height": 800})
    page = context.new_page()
    page.goto(f"{newport_served.sub_path}explore/?day=sat")
    expect(page.locator("[data-finder][data-ready]")).to_be_visible()
    label = "(box) => getComputedStyle(box.closest('label'))"
    ring = f"(box) => {{ const style = ({label})(box); return style.outlineStyle; }}"

    chosen = page.locator('input[value="sat"]').evaluate(ring)
    others = page.locator('input[value="sun"]').evaluate(ring)
    shown = page.locator(".count").first.evaluate("(it) => getComputedStyle(it).color")

    context.close()
    assert (chosen, others) == ("solid", "none")
    assert shown
