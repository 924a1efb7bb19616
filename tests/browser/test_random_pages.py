"""Each kind of page of a random place and of Newport opens without a fault, and fits its window."""

from __future__ import annotations

from collections import deque
from pathlib import Path

import html5lib
import pytest

from tests.browser.conftest import Serve, Visits
from tests.browser.test_pages import every_page, one_of_each_kind
from tests.support.in_memory import understand_in_memory
from tests.support.served import ServedSite
from tests.support.sites import NEWPORT, tree
from tests.support.visits import Viewer

PHONE = Viewer(width=375, height=667)
DARK = Viewer(colours="dark")
NO_SCRIPT = Viewer(width=375, height=667, javascript=False)

# What a page holds back until somebody asks for it, or until a script can work it.
_HELD_BACK = """
() => [...document.querySelectorAll("main *")]
  .filter((element) => ![...element.children].length && element.textContent.trim())
  .filter((element) => !element.closest("template, script, style, noscript, option, [hidden]"))
  .filter((element) => !element.closest(".leaflet-control, details:not([open]) > :not(summary)"))
  .filter((element) => !element.checkVisibility())
  .map((element) => element.textContent.trim().slice(0, 60))
"""
_TOO_WIDE = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture(scope="session")
def anywhere_served(anywhere: Path, serve: Serve) -> ServedSite:
    return serve(anywhere)


def kinds(site: Path, prefix: str) -> list[str]:
    """Return an address for each kind of page in the language whose pages begin so.

    But for one that has moved: the browser leaves it while it is being looked at.
    """
    addresses = one_of_each_kind(site / prefix)
    return [prefix + it for it in addresses if not _moved(site / prefix / it)]


def _moved(page: Path) -> bool:
    text = (page / "index.html" if page.is_dir() else page).read_text("utf-8")
    return 'http-equiv="refresh"' in text


def troubles(visit: Visits, base: str, addresses: list[str], viewer: Viewer) -> dict[str, object]:
    """Open each page, and return by address what went wrong, ran over the edge or was not seen."""
    window = visit(base + addresses[0], viewer)
    found: dict[str, object] = {}
    for address in addresses:
        window.forget()
        window.goto(base + address)
        said: list[object] = [*window.faults()]
        if viewer.javascript:
            said += ["wider than its window"] if window.page.evaluate(_TOO_WIDE) else []
        said += [f"cannot be seen: {words}" for words in window.page.evaluate(_HELD_BACK)]
        if said:
            found[address] = said
    return found


def opened(served: ServedSite, visit: Visits, site: Path, language: str) -> dict[str, object]:
    """Open English pages on a phone below a path, Welsh ones at the root without script."""
    if language == "en":
        addresses = kinds(site, "")
        return troubles(visit, served.sub_path, addresses, PHONE)
    addresses = kinds(site, "cy/")
    return troubles(visit, served.root, addresses, NO_SCRIPT)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_each_kind_of_page_of_a_random_place_opens_without_a_fault(
    anywhere: Path, anywhere_served: ServedSite, visit: Visits, language: str
) -> None:
    assert opened(anywhere_served, visit, anywhere, language) == {}


@pytest.mark.soak
@pytest.mark.parametrize("viewer", [PHONE, DARK, NO_SCRIPT], ids=["phone", "dark", "no-script"])
def test_every_page_of_a_random_place_opens_without_a_fault(
    anywhere: Path, anywhere_served: ServedSite, visit: Visits, viewer: Viewer
) -> None:
    assert troubles(visit, anywhere_served.sub_path, every_page(anywhere), viewer) == {}


@pytest.mark.parametrize(
    "viewer",
    [NO_SCRIPT, pytest.param(PHONE, marks=pytest.mark.soak)],
    ids=["no-script", "phone"],
)
def test_each_kind_of_newport_page_is_whole(
    newport: Path, newport_served: ServedSite, visit: Visits, viewer: Viewer
) -> None:
    addresses = one_of_each_kind(newport)

    assert troubles(visit, newport_served.sub_path, addresses, viewer) == {}


def test_every_listed_opportunity_is_reached_from_explore_without_script(newport: Path) -> None:
    place = understand_in_memory(tree(NEWPORT)).place
    listed = {
        f"opportunities/{identifier}/index.html"
        for identifier in place.opportunities
        if place.listed("opportunity", identifier)
    }

    assert len(listed) > 40
    assert listed - reached(newport, "explore/index.html") == set()


def reached(site: Path, start: str) -> set[str]:
    """Follow links through the pages of /explore/ and of organisations; return all they lead to.

    What can no longer be joined is not among what /explore/ finds, but whoever runs it lists it.
    """
    waiting, seen = deque([start]), {start}
    while waiting:
        here = waiting.popleft()
        if not here.startswith(("explore/", "organisations/")):
            continue
        tree = html5lib.parse((site / here).read_text("utf-8"), namespaceHTMLElements=False)
        for link in tree.iter("a"):
            target = (site / here).parent / str(link.get("href")).partition("#")[0] / "index.html"
            if target.is_file():
                name = target.resolve().relative_to(site.resolve()).as_posix()
                if name not in seen:
                    seen.add(name)
                    waiting.append(name)
    return seen
