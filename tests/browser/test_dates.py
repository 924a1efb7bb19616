"""What has passed by the time somebody looks is hidden, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.browser.conftest import Serve

Look = Callable[[str, str], Page]


@pytest.fixture
def look(browser: Browser, serve: Serve, full_folder: Path) -> Iterator[Look]:
    """Return what opens a page as it is seen at a moment."""
    context = browser.new_context()

    def open_at(moment: str, address: str) -> Page:
        page = context.new_page()
        page.clock.set_fixed_time(moment)
        page.goto(f"{serve(full_folder).root}{address}", wait_until="load")
        return page

    yield open_at
    context.close()


def test_dates_to_come_are_all_shown(look: Look) -> None:
    page = look("2026-11-20T12:00:00Z", "opportunities/robotics/")

    page.locator(".later summary").click()

    assert page.locator(".dates .date:visible").count() == page.locator(".dates .date").count()


def test_date_that_has_passed_is_hidden_once_it_is_over(look: Look) -> None:
    during = look("2026-11-24T18:59:00Z", "opportunities/robotics/")
    after = look("2026-11-24T19:00:00Z", "opportunities/robotics/")

    assert during.get_by_text("Tuesday 24 November 2026, 17:00").first.is_visible()
    assert not after.locator(".dates").get_by_text("Tuesday 24 November 2026").is_visible()
    assert after.get_by_text("Saturday 28 November 2026, 10:00").first.is_visible()


def test_next_date_to_join_moves_on_once_it_is_over(look: Look) -> None:
    during = look("2026-11-24T18:59:00Z", "opportunities/robotics/")
    after = look("2026-11-24T19:00:00Z", "opportunities/robotics/")

    assert "24 November 2026" in during.locator(".next:visible").inner_text()
    assert "1 December 2026" in after.locator(".next:visible").inner_text()


def test_what_is_in_sight_before_the_script_keeps_its_room_and_is_struck_out(
    browser: Browser, serve: Serve, full_folder: Path
) -> None:
    context = browser.new_context()
    page = context.new_page()
    # not Playwright's clock, which would answer for the page's own paint as well
    page.add_init_script("Date.now = () => Date.parse('2026-11-24T19:00:00Z')")
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    page.route("**/kept/dates.*.js", hold)
    page.goto(f"{serve(full_folder).root}whats-on/", wait_until="commit")
    # not wait_for_function, which asks for eval: the page's policy refuses it
    while not page.evaluate("performance.getEntriesByType('paint').length"):
        page.wait_for_timeout(20)
    page.locator(".days [data-ends]").first.wait_for()
    was = page.locator("footer.site").bounding_box()

    waiting[0].continue_()
    page.locator(".over").first.wait_for()

    first = page.locator(".days [data-ends]").first
    assert first.get_attribute("inert") is not None
    assert page.locator("footer.site").bounding_box() == was
    context.close()


def test_when_all_dates_have_passed_the_page_says_so(look: Look) -> None:
    page = look("2028-01-01T12:00:00Z", "opportunities/robotics/")

    assert page.get_by_text("All the dates that were listed here have passed.").is_visible()
    assert page.locator(".date:visible").count() == 0


def test_days_that_have_passed_leave_no_empty_heading(look: Look) -> None:
    page = look("2026-12-06T12:00:00Z", "whats-on/")

    assert page.locator("h2:visible").first.inner_text() == "Tuesday 8 December 2026"
