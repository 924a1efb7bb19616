from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.support.served import ServedSite, serving
from tests.support.visits import DESKTOP, Viewer, Visit, launch, open_visit

# A busy machine is slow, not wrong; what is there already is not waited for.
expect.set_options(timeout=20_000)

Serve = Callable[[Path], ServedSite]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One Chromium for all browser tests, and gone after them.

    Not for the session: while it is open Playwright's event loop counts as running in this thread,
    and a test elsewhere that starts one of its own could not.
    """
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def serve() -> Iterator[Serve]:
    """Serve a folder until the tests end; the same folder gets the same server."""
    served: dict[Path, ServedSite] = {}
    with ExitStack() as stack:

        def start(folder: Path) -> ServedSite:
            if folder not in served:
                served[folder] = stack.enter_context(serving(folder))
            return served[folder]

        yield start


class Visits:
    """Opens pages in contexts of their own, and closes them all when the test ends."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.opened: list[Visit] = []

    def __call__(self, url: str, viewer: Viewer = DESKTOP) -> Visit:
        """Open a page as this viewer sees it. Assert that its ``faults()`` are ``[]``."""
        self.opened.append(open_visit(self.browser, url, viewer))
        return self.opened[-1]


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visits]:
    visits = Visits(browser)
    yield visits
    for opened in visits.opened:
        opened.context.close()


@pytest.fixture(scope="session")
def newport_served(newport: Path, serve: Serve) -> ServedSite:
    return serve(newport)


@pytest.fixture(scope="session")
def tiny_served(tiny: Path, serve: Serve) -> ServedSite:
    return serve(tiny)
