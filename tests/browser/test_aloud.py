"""Pages as they are heard: what Chromium hands to a screen reader, word for word and in order.

Each expected text was read from top to bottom for sense before it was committed. After a change
that is meant: UPDATE_EXPECTED=1, then read the difference as somebody who only hears it.
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Serve
from tests.support.aloud import aloud
from tests.support.page_kinds import languages
from tests.support.sites import ROOT, TODAY, build_site

EXPECTED = Path(__file__).parent / "aloud"
BILINGUAL = ROOT / "tests" / "sites" / "bilingual" / "content"


def as_it_is(_page: Page) -> None:
    pass


def choose_free(page: Page) -> None:
    page.locator("[data-finder-panel]").evaluate("(it) => { it.open = true; }")
    page.locator("[data-finder-group=cost]").evaluate("(it) => { it.open = true; }")
    page.locator('input[name="cost"][value="free"]').press("Space")
    expect(page.locator(".chosen-one")).to_be_visible()
    page.locator("[data-finder-panel]").evaluate("(it) => { it.open = false; }")


HEARD: dict[str, tuple[str, Callable[[Page], None]]] = {
    "home": ("", as_it_is),
    "explore": ("explore/", as_it_is),
    "explore-filtered": ("explore/", choose_free),
    "opportunity": ("opportunities/singing/", as_it_is),
    "badge": ("badges/first-song/", as_it_is),
    "pathway": ("pathways/onto-the-stage/", as_it_is),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(BILINGUAL, tmp_path_factory.mktemp("heard") / "site")


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(timezone_id="Europe/London", reduced_motion="reduce")
    page = context.new_page()
    page.clock.set_fixed_time(f"{TODAY}T12:00:00Z")
    yield page
    context.close()


@pytest.mark.parametrize("name", HEARD)
def test_page_is_heard_as_it_was_read(name: str, site: Path, serve: Serve, page: Page) -> None:
    address, reach = HEARD[name]
    differences = []
    for language, prefix in languages(site).items():
        page.goto(f"{serve(site).root}{prefix}{address}", wait_until="networkidle")
        reach(page)
        heard = aloud(page)
        differences += difference(EXPECTED / language / f"{name}.txt", heard)

    assert differences == []


def difference(file: Path, heard: str) -> list[str]:
    if os.environ.get("UPDATE_EXPECTED") == "1":
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(heard, "utf-8")
    expected = file.read_text("utf-8") if file.exists() else ""
    lines = (expected.splitlines(), heard.splitlines())
    return list(difflib.unified_diff(*lines, str(file.relative_to(ROOT)), "heard", lineterm=""))


def test_nothing_is_heard_twice_nor_without_a_name(site: Path, serve: Serve, page: Page) -> None:
    """What can be used has a name, and no name says a thing twice over."""
    found = []
    for address, _ in HEARD.values():
        page.goto(f"{serve(site).root}{address}", wait_until="networkidle")
        for line in aloud(page).splitlines():
            role, _, name = line.strip().partition(" “")
            if role in ("link", "button", "checkbox", "combobox", "searchbox", "image", "region"):
                words = name.rpartition("”")[0].split()
                half = len(words) // 2
                if not words or (len(words) > 1 and words[:half] == words[half:]):
                    found.append(line.strip())

    assert found == []
