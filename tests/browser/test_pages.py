"""Every kind of page opens in a real browser without a fault, wherever the folder is put."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.conftest import Visits
from tests.support.served import ServedSite
from tests.support.visits import DESKTOP, PHONE, WITHOUT_SCRIPT, Viewer


def every_page(site: Path) -> list[str]:
    """Return the addresses of all pages, relative to the site's own."""
    found = sorted(path.parent.relative_to(site).as_posix() for path in site.rglob("index.html"))
    return ["" if address == "." else f"{address}/" for address in found]


def one_of_each_kind(site: Path) -> list[str]:
    """Return the first of the pages that share a folder, and every page that has none beside it."""
    first: dict[str, str] = {}
    for address in every_page(site):
        folder = address.rstrip("/").rpartition("/")[0]
        first.setdefault(folder or address, address)
    return list(first.values())


def faults(visit: Visits, base: str, addresses: list[str], viewer: Viewer) -> dict[str, list[str]]:
    """Open each page in turn in one window, and return what went wrong, by address."""
    window = visit(base + addresses[0], viewer)
    found: dict[str, list[str]] = {}
    for address in addresses:
        window.forget()
        window.goto(base + address)
        if said := window.faults():
            found[address] = said
    return found


@pytest.mark.parametrize(
    "viewer",
    [
        pytest.param(DESKTOP, marks=pytest.mark.soak),
        PHONE,
        pytest.param(WITHOUT_SCRIPT, marks=pytest.mark.soak),  # sampled by test_random_pages
    ],
    ids=["desktop", "phone", "no-script"],
)
def test_every_page_of_the_tiny_place_opens_without_a_fault(
    tiny: Path, tiny_served: ServedSite, visit: Visits, viewer: Viewer
) -> None:
    addresses = every_page(tiny)

    assert faults(visit, tiny_served.root, addresses, viewer) == {}


def test_every_page_works_under_a_sub_path(
    tiny: Path, tiny_served: ServedSite, visit: Visits
) -> None:
    addresses = every_page(tiny)

    assert faults(visit, tiny_served.sub_path, addresses, DESKTOP) == {}


@pytest.mark.parametrize("base", [pytest.param("root", marks=pytest.mark.soak), "sub_path"])
def test_each_kind_of_newport_page_opens_without_a_fault(
    newport: Path, newport_served: ServedSite, visit: Visits, base: str
) -> None:
    addresses = one_of_each_kind(newport)

    assert len(addresses) > 10
    assert faults(visit, getattr(newport_served, base), addresses, DESKTOP) == {}


def test_pages_fit_a_phone_without_scrolling_sideways(
    tiny: Path, tiny_served: ServedSite, visit: Visits
) -> None:
    window = visit(tiny_served.root, PHONE)
    wide = []
    for address in every_page(tiny):
        window.goto(tiny_served.root + address)
        if window.page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            wide.append(address)

    assert wide == []


def test_unknown_address_says_so(tiny_served: ServedSite, visit: Visits) -> None:
    seen = visit(f"{tiny_served.root}no/such/page/")

    assert seen.failed == [f"404 {tiny_served.root}no/such/page/"]
    assert seen.page.get_by_role("heading", level=1).is_visible()
