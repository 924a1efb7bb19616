"""Saving in a real browser: the buttons, the list, a link to it, its calendar, and what is kept."""

from __future__ import annotations

from datetime import datetime

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visits
from tests.support.served import ServedSite
from tests.support.visits import DESKTOP, PHONE, WITHOUT_SCRIPT, Viewer, Visit

NOON = datetime(2026, 11, 23, 12, 0)
LATER = datetime(2036, 11, 23, 12, 0)
KEPT = "Object.entries(localStorage).concat(Object.entries(sessionStorage))"
FORBIDDEN = """
for (const name of ["localStorage", "sessionStorage"]) {
  Object.defineProperty(window, name, { get() { throw new DOMException("", "SecurityError"); } });
}
"""

COURSE = "opportunities/bike-mechanic-course"
BADGE = "badges/first-robot"
PATHWAY = "pathways/into-care"
THREE = "#o=bike-mechanic-course&b=first-robot&p=into-care"


class Saver:
    """Somebody who saves things."""

    def __init__(self, visit: Visit, base: str) -> None:
        self.visit = visit
        self.page: Page = visit.page
        self.base = base

    def open(self, address: str, at: datetime = NOON) -> Saver:
        self.page.clock.set_fixed_time(at)
        self.page.goto("about:blank")  # an address that differs in its fragment alone is no visit
        self.visit.goto(self.base + address)
        return self

    def save(self, identifier: str) -> None:
        self.open(f"{identifier}/")
        self.page.locator(f'.record-head [data-save="{identifier}"]').click()

    def kept(self) -> list[list[str]]:
        found: list[list[str]] = self.page.evaluate(KEPT)
        return found

    def titles(self) -> list[str]:
        self.page.locator("[data-saved-root]").wait_for()
        return self.page.locator("[data-saved=list] h3").all_inner_texts()

    def press(self, name: str) -> None:
        self.page.locator(f"[data-saved={name}]").click()

    def told(self) -> str:
        return self.page.locator("[data-saved=done]").inner_text()


@pytest.fixture
def saver(visit: Visits, newport_served: ServedSite) -> Saver:
    base = newport_served.sub_path
    return Saver(visit(f"{base}about/"), base)


@pytest.fixture
def friend(visit: Visits, newport_served: ServedSite) -> Saver:
    base = newport_served.sub_path
    return Saver(visit(f"{base}about/"), base)


def test_nothing_is_stored_before_the_first_thing_is_saved(saver: Saver) -> None:
    for address in ("", "explore/", "saved/", f"{COURSE}/", f"saved/{THREE}"):
        saver.open(address)

    assert saver.kept() == []
    assert saver.page.context.cookies() == []

    saver.save(COURSE)

    assert [value for _, value in saver.kept()] == [f'["{COURSE}"]']
    assert saver.visit.faults() == []


def test_what_is_saved_on_any_kind_of_page_is_on_the_list(saver: Saver) -> None:
    for identifier in (BADGE, PATHWAY, COURSE):
        saver.save(identifier)

    saver.open("saved/")

    # what has a date comes first, the rest as it was saved
    assert saver.titles() == ["Become a bike mechanic", "First Robot", "From good company to care"]
    link = saver.page.get_by_role("banner").get_by_text("Saved (3)")
    expect(link).to_have_attribute("aria-current", "page")
    card = saver.page.locator("[data-saved=list] .card").first
    assert "Friday 27 November 2026, 09:30" in card.inner_text()
    assert card.locator("a").evaluate("it => it.href") == f"{saver.base}{COURSE}/"
    assert saver.visit.faults() == []


def test_button_says_what_it_saves_and_whether_it_has(saver: Saver) -> None:
    saver.open(f"{COURSE}/")
    button = saver.page.get_by_role("button", name="Save Become a bike mechanic")
    expect(button).to_have_attribute("aria-pressed", "false")

    button.focus()
    saver.page.keyboard.press("Space")

    expect(button).to_have_attribute("aria-pressed", "true")
    expect(button).to_be_focused()
    expect(saver.page.locator("[data-saving-status]")).to_have_text("Saved.")

    saver.page.keyboard.press("Enter")

    expect(button).to_have_attribute("aria-pressed", "false")
    expect(saver.page.locator("[data-saving-status]")).to_have_text("No longer saved.")
    assert saver.kept() == []


def test_card_in_a_list_is_saved_without_being_opened(saver: Saver) -> None:
    saver.open("pathways/")
    address = saver.page.url

    saver.page.get_by_role("button", name="Save From good company to care").click()

    assert saver.page.url == address
    assert saver.open("saved/").titles() == ["From good company to care"]


def test_tabs_keep_in_step(saver: Saver) -> None:
    saver.open("pathways/")
    other = saver.page.context.new_page()
    other.goto(f"{saver.base}{PATHWAY}/")

    other.locator(".record-head .save").click()

    button = saver.page.get_by_role("button", name="Save From good company to care")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(saver.page.locator("[data-saved-link]")).to_have_text("Saved (1)")


def test_link_shows_the_senders_list_and_keeps_nothing_by_itself(
    saver: Saver, friend: Saver
) -> None:
    for identifier in (COURSE, BADGE, PATHWAY):
        saver.save(identifier)
    saver.open("saved/").titles()
    link = saver.page.input_value("[data-saved=link]")
    friend.save("opportunities/radio-makers")
    before = friend.kept()

    friend.open(link.removeprefix(friend.base))

    assert link == f"{saver.base}saved/{THREE}"
    assert len(friend.titles()) == 3
    assert friend.kept() == before

    friend.press("keep")
    expect(friend.page.locator("[data-saved=list] h3")).to_have_count(4)

    assert friend.page.url == f"{friend.base}saved/"
    assert "after what you had saved before" in friend.told()
    assert friend.kept()[0][1].startswith('["opportunities/radio-makers",')
    assert friend.visit.faults() == []


def test_one_thing_of_a_senders_list_can_be_saved_alone(friend: Saver) -> None:
    friend.open(f"saved/{THREE}").titles()

    friend.page.get_by_role("button", name="Save First Robot").click()

    assert len(friend.titles()) == 3
    assert friend.kept()[0][1] == f'["{BADGE}"]'
    friend.press("own")
    expect(friend.page.locator("[data-saved=list] h3")).to_have_text(["First Robot"])


def test_hostile_link_stays_text_and_is_not_repeated(friend: Saver) -> None:
    hostile = "saved/#o=your-account-is-locked+<img src=x onerror=alert(1)>&b=../..&x=a"

    titles = friend.open(hostile).titles()

    assert titles == []
    assert "locked" not in friend.page.locator("main").inner_text()
    assert (
        "1 thing of the list is no longer on the site." in friend.page.locator("main").inner_text()
    )
    assert friend.kept() == []
    assert friend.visit.faults() == []


def test_what_has_moved_is_kept_under_its_new_address_and_what_is_gone_is_named(
    saver: Saver,
) -> None:
    moved, gone = "opportunities/robotics", "opportunities/coding-with-tablets"
    saver.save(COURSE)
    [[key, _]] = saver.kept()
    saver.page.evaluate(
        "([key, ids]) => localStorage.setItem(key, JSON.stringify(ids))",
        [key, [moved, gone, "badges/robotics-1", BADGE]],
    )

    titles = saver.open("saved/").titles()

    assert len(titles) == 3
    assert "coding-with-tablets" in titles
    assert saver.kept()[0][1] == f'["opportunities/robot-evenings","{gone}","{BADGE}"]'
    card = saver.page.locator(".card", has_text="coding-with-tablets")
    assert "This is no longer on the site" in card.inner_text()
    assert card.locator("a").count() == 0
    assert saver.visit.faults() == []


def test_dates_that_have_passed_are_not_shown_as_coming(saver: Saver) -> None:
    saver.save(COURSE)

    saver.open("saved/", at=LATER)

    assert saver.titles() == ["Become a bike mechanic"]
    card = saver.page.locator("[data-saved=list] .card").inner_text()
    assert "The dates that we know of have passed" in card
    assert "2026" not in card


def test_calendar_holds_all_sessions_of_the_list(saver: Saver) -> None:
    for identifier in (COURSE, "opportunities/radio-makers", BADGE):
        saver.save(identifier)
    saver.open("saved/").titles()

    with saver.page.expect_download() as download:
        saver.press("calendar")

    calendar = Calendar.from_ical(download.value.path().read_bytes())
    own = []
    for identifier in (COURSE, "opportunities/radio-makers"):
        content = saver.page.request.get(f"{saver.base}{identifier}/event.ics").body()
        own += [event.to_ical() for event in Calendar.from_ical(content).walk("VEVENT")]
    assert sorted(event.to_ical() for event in calendar.walk("VEVENT")) == sorted(own)
    assert len(calendar.walk("VTIMEZONE")) == 1
    assert download.value.suggested_filename == "saved.ics"
    assert saver.told() == "The calendar file is ready."
    assert saver.visit.faults() == []


def test_calendar_says_what_is_missing_from_it(saver: Saver) -> None:
    for identifier in (COURSE, "opportunities/radio-makers"):
        saver.save(identifier)
    saver.open("saved/").titles()
    saver.page.route("**/radio-makers/event.ics", lambda route: route.abort())

    with saver.page.expect_download():
        saver.press("calendar")

    assert saver.told() == "The calendar file is ready, but 1 could not be loaded."


def test_one_thing_is_removed_by_keyboard_and_comes_back(saver: Saver) -> None:
    for identifier in (COURSE, BADGE):
        saver.save(identifier)
    saver.open("saved/").titles()

    saver.page.get_by_role("button", name="Remove Become a bike mechanic").press("Enter")

    undo = saver.page.locator("[data-saved=undo]")
    expect(undo).to_be_focused()
    assert saver.told() == "“Become a bike mechanic” is off your list."
    assert saver.titles() == ["First Robot"]

    saver.page.keyboard.press("Enter")
    expect(saver.page.locator("[data-saved=list] h3")).to_have_count(2)

    expect(saver.page.locator("[data-saved=heading]")).to_be_focused()
    assert undo.is_hidden()


def test_tap_on_remove_removes_and_does_not_open_the_card(saver: Saver) -> None:
    saver.save(PATHWAY)
    saver.open("saved/").titles()
    address = saver.page.url

    saver.page.get_by_role("button", name="Remove From good company to care").click()

    expect(saver.page.locator("[data-saved=empty]")).to_be_visible()
    assert saver.page.url == address
    assert saver.kept() == []


def test_everything_is_deleted_and_can_come_back_until_the_page_is_left(saver: Saver) -> None:
    for identifier in (COURSE, BADGE):
        saver.save(identifier)
    saver.open("saved/").titles()

    saver.press("delete")

    expect(saver.page.locator("[data-saved=empty]")).to_be_visible()
    assert saver.kept() == []

    saver.press("undo")
    expect(saver.page.locator("[data-saved=list] h3")).to_have_count(2)

    assert len(saver.kept()) == 1


def test_browser_that_keeps_nothing_says_so_and_takes_the_list_along(saver: Saver) -> None:
    saver.page.add_init_script(FORBIDDEN)

    saver.open(f"{COURSE}/")
    saver.page.locator(".record-head .save").click()

    told = saver.page.get_by_text("this browser keeps nothing")
    expect(told).to_be_in_viewport()
    saver.page.locator("[data-saved-link]").click()
    assert saver.titles() == ["Become a bike mechanic"]
    assert saver.visit.faults() == []


def test_cards_that_cannot_be_had_do_not_lose_the_list(saver: Saver) -> None:
    saver.save(COURSE)
    saver.page.route("**/saved/cards/**", lambda route: route.abort())

    saver.open("saved/")

    assert saver.titles() == ["bike-mechanic-course"]
    assert "could not be loaded" in saver.page.locator("[data-saved=list]").inner_text()
    assert len(saver.kept()) == 1


def test_without_script_there_is_no_button_and_the_page_explains(
    visit: Visits, newport_served: ServedSite
) -> None:
    window = visit(f"{newport_served.root}{COURSE}/", WITHOUT_SCRIPT)
    assert window.page.locator(".save:visible").count() == 0

    window.goto(f"{newport_served.root}saved/")

    assert window.page.get_by_text("The list needs JavaScript").is_visible()
    assert not window.page.locator("[data-saved-root]").is_visible()
    assert window.faults() == []


@pytest.mark.parametrize("viewer", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_all_that_can_be_used_on_the_list_has_a_name_and_room(
    visit: Visits, newport_served: ServedSite, viewer: Viewer
) -> None:
    window = visit(f"{newport_served.root}saved/{THREE}", viewer)
    window.page.locator("[data-saved-root]").wait_for()

    controls = window.page.locator("main :is(a, button, input):visible")

    assert controls.count() >= 8
    for control in controls.all():
        box = control.bounding_box()
        assert box is not None
        assert box["height"] >= 24
        assert control.evaluate("it => (it.labels?.[0] ?? it).textContent.trim()")
    names = [button.inner_text() for button in window.page.get_by_role("button").all()]
    assert len(names) == len(set(names)) + names.count("")
    assert window.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
