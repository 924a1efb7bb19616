"""What has passed by the time somebody looks is hidden, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

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


def test_when_all_dates_have_passed_the_page_says_so(look: Look) -> None:
    page = look("2028-01-01T12:00:00Z", "opportunities/robotics/")

    assert page.get_by_text("All the dates that were listed here have passed.").is_visible()
    assert page.locator(".date:visible").count() == 0


def test_days_that_have_passed_leave_no_empty_heading(look: Look) -> None:
    page = look("2026-12-06T12:00:00Z", "whats-on/")

    assert page.locator("h2:visible").first.inner_text() == "Tuesday 8 December 2026"
