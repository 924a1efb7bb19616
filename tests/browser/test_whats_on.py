"""What's on, and calendars to subscribe to, in a real browser."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visits
from tests.support.served import ServedSite
from tests.support.sites import TODAY
from tests.support.visits import PHONE, WITHOUT_SCRIPT, Viewer, Visit

Open = Callable[[str, str], Visit]


@pytest.fixture
def open_at(visit: Visits, newport_served: ServedSite) -> Open:
    def opened(moment: str, address: str) -> Visit:
        window = visit(f"{newport_served.root}about/")
        window.page.clock.set_fixed_time(moment)
        window.goto(newport_served.root + address)
        return window

    return opened


def test_sessions_that_are_over_are_hidden_and_with_them_what_stood_around_them(
    open_at: Open,
) -> None:
    page = open_at("2026-11-24T23:00:00Z", "whats-on/").page

    assert page.locator("h2:visible").first.inner_text().endswith("25 November 2026")
    assert page.locator("#day-2026-11-24").is_hidden()


def test_regular_sessions_are_one_press_away_where_much_is_special(open_at: Open) -> None:
    window = open_at(f"{TODAY}T06:00:00Z", "whats-on/")
    folded = window.page.locator("details.regulars").first
    assert folded.locator("li:visible").count() == 0

    folded.locator("summary").press("Enter")

    assert folded.locator("li:visible").count() > 5
    assert window.faults() == []


def test_what_is_called_off_is_shown_as_cancelled(open_at: Open) -> None:
    page = open_at(f"{TODAY}T06:00:00Z", "whats-on/").page

    cancelled = page.locator(".happening.cancelled, .regulars .cancelled")

    assert cancelled.count() > 0
    for line in cancelled.all():
        assert "Cancelled" in (line.text_content() or "")
        assert line.locator("s").count() == 1


@pytest.mark.parametrize(
    "address",
    [
        "whats-on/",
        "topics/digital-making/",
        "neighbourhoods/pillgwenlly/",
        "organisations/example-cycles/",
    ],
)
def test_calendar_can_be_subscribed_to_by_its_address(
    open_at: Open, newport: Path, address: str
) -> None:
    window = open_at(f"{TODAY}T06:00:00Z", address)
    page = window.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator(".subscribe summary").press("Enter")

    page.get_by_role("button", name="Copy the address").press("Enter")
    expect(page.locator(".subscribe [role=status]")).to_have_text("Copied.")

    copied = page.evaluate("navigator.clipboard.readText()")
    link = page.get_by_role("link", name="Subscribe", exact=True).get_attribute("href")
    assert link == copied.replace("https://", "webcal://")
    path = copied.partition("newport.learning.example/")[2]
    assert (newport / path).read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert window.faults() == []


def test_address_can_be_copied_by_hand_where_the_browser_refuses(open_at: Open) -> None:
    window = open_at(f"{TODAY}T06:00:00Z", "whats-on/")
    page = window.page
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.locator(".subscribe summary").click()

    page.get_by_role("button", name="Copy the address").click()

    expect(page.locator(".subscribe [role=status]")).to_contain_text("It is selected")
    selected = "getSelection().toString() || document.activeElement.value"
    assert page.evaluate(selected).endswith("/whats-on/calendar.ics")


@pytest.mark.parametrize("viewer", [PHONE, WITHOUT_SCRIPT], ids=["phone", "no-script"])
def test_it_fits_and_works_for_everyone(
    visit: Visits, newport_served: ServedSite, viewer: Viewer
) -> None:
    window = visit(f"{newport_served.root}whats-on/", viewer)

    assert window.page.locator(".happening").count() > 50
    assert window.page.locator("#anytime").count() == 1
    assert window.page.get_by_role("button", name="Copy the address").count() == 0
    assert window.faults() == []


def test_all_that_is_to_come_weighs_little(newport: Path) -> None:
    page = (newport / "whats-on" / "index.html").read_bytes()

    assert len(gzip.compress(page)) < 40_000
