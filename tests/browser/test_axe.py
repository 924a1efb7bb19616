"""axe finds nothing on any kind of page, in any state, in either colours, on phone and desk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Serve
from tests.browser.test_pages import one_of_each_kind
from tests.support.axe import BY_LOOKS, axe_messages
from tests.support.served import ServedSite
from tests.support.sites import TODAY

PHONE = {"width": 375, "height": 780}
DESK = {"width": 1280, "height": 900}
VIEWS = ((PHONE, "light"), (DESK, "dark"), (PHONE, "dark"), (DESK, "light"))
FINDERS = ("explore/", "badges/", "pathways/")


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """One window for all: a new one for each page would double the time."""
    context = browser.new_context(reduced_motion="reduce", timezone_id="Europe/London")
    page = context.new_page()
    page.clock.set_fixed_time(f"{TODAY}T12:00:00Z")
    yield page
    context.close()


def looked_at(page: Page) -> list[str]:
    """Return what axe says of the open page on a phone and a desk, in light and in dark."""
    said: list[str] = []
    for size, colours in VIEWS:
        page.set_viewport_size(size)  # type: ignore[arg-type] # a dict of the two, as it asks for
        page.emulate_media(color_scheme=colours)  # type: ignore[arg-type] # one of its words
        # what is no matter of size or colour has been seen after the first two
        rules = BY_LOOKS if (size is PHONE) == (colours == "dark") else None
        said += [f"{size['width']} {colours}: {it}" for it in axe_messages(page, rules)]
    return said


AT_ONCE = 4
"""Parts that a long look is in, so that several cores can share it."""


def messages(page: Page, base: str, addresses: list[str]) -> dict[str, list[str]]:
    """Return by address what axe says of pages as they are when they are opened."""
    found = {}
    for address in addresses:
        page.goto(base + address, wait_until="networkidle" if address.endswith(FINDERS) else "load")
        if said := looked_at(page):
            found[address] = said
    return found


@pytest.mark.parametrize("part", range(AT_ONCE))
def test_nothing_on_any_kind_of_newport_page(
    part: int, newport: Path, newport_served: ServedSite, page: Page
) -> None:
    addresses = [*one_of_each_kind(newport), "404.html"]

    assert len(addresses) > 30
    assert messages(page, newport_served.root, addresses[part::AT_ONCE]) == {}


def test_nothing_in_any_state_of_a_record(full_folder: Path, serve: Serve, page: Page) -> None:
    states = [path.name for path in sorted((full_folder / "opportunities").iterdir())]
    badges = [path.name for path in sorted((full_folder / "badges").iterdir()) if path.is_dir()]
    addresses = [f"opportunities/{name}/" for name in states if name != "robots"]
    addresses += [f"badges/{name}/" for name in badges]

    assert {"is-full", "is-cancelled", "overdue", "withdrawn-thing"} <= {*states}
    assert messages(page, serve(full_folder).root, addresses) == {}


def test_nothing_on_a_page_that_has_moved(full_folder: Path, serve: Serve, page: Page) -> None:
    served = serve(full_folder)
    # it leads on at once: the browser is kept from following
    page.route("**/opportunities/robotics/", lambda route: route.abort("aborted"))

    found = messages(page, served.root, ["opportunities/robots/"])

    page.unroute_all()
    assert page.get_by_role("heading", level=1).inner_text() == "This has moved"
    assert found == {}


def test_nothing_on_any_kind_of_welsh_page(bilingual: Path, serve: Serve, page: Page) -> None:
    addresses = [f"cy/{address}" for address in one_of_each_kind(bilingual / "cy")]

    assert messages(page, serve(bilingual).root, addresses) == {}


def _filters_open(page: Page) -> None:
    page.evaluate("document.querySelectorAll('main details').forEach((it) => { it.open = true; })")


def _map_shown(page: Page) -> None:
    page.locator("[data-finder-map-toggle]").click()
    page.locator(".map-point button").first.wait_for()


def _nothing_else(_page: Page) -> None:
    pass


@pytest.mark.parametrize(
    ("query", "then"),
    [
        ("", _filters_open),
        ("?q=bike", _nothing_else),
        ("?q=qqqqzz", _nothing_else),
        ("", _map_shown),
    ],
    ids=["filters-open", "results", "nothing-found", "map"],
)
def test_nothing_on_explore_however_it_is_used(
    newport_served: ServedSite, page: Page, query: str, then: Callable[[Page], None]
) -> None:
    page.goto(f"{newport_served.root}explore/{query}", wait_until="networkidle")
    then(page)

    assert looked_at(page) == []
