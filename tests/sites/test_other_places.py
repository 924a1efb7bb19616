"""A place in two languages and one with next to nothing: whole, linked, valid, as expected."""

from __future__ import annotations

from pathlib import Path

import html5lib
import pytest

from tests.support.links import broken_links
from tests.support.nu import GUESSED, nu_messages
from tests.support.served import SUB_PATH
from tests.support.sites import ROOT, assert_tree, build_site

SITES = ROOT / "tests" / "sites"
URLS = {
    "bare": "https://nowhere.learning.example/",
    "bilingual": "https://morfa-fach.learning.example/map/",
}


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Each place, built once. Look, do not touch."""
    folder = tmp_path_factory.mktemp("sites")
    return {name: build_site(SITES / name / "content", folder / name) for name in URLS}


@pytest.mark.parametrize("name", URLS)
def test_every_file_is_as_expected(sites: dict[str, Path], name: str) -> None:
    assert_tree(sites[name], SITES / name / "expected")


@pytest.mark.parametrize("name", URLS)
@pytest.mark.parametrize("base", ["/", SUB_PATH])
def test_every_link_fragment_and_asset_resolves(
    sites: dict[str, Path], name: str, base: str
) -> None:
    assert broken_links(sites[name], base, URLS[name]) == []


def test_every_page_is_valid_html(sites: dict[str, Path]) -> None:
    # Interface words have no Welsh yet, and the list of the data's fields holds little else.
    assert [it for it in nu_messages(*sites.values()) if GUESSED not in it] == []


def test_every_page_leads_to_its_twin_and_back(sites: dict[str, Path]) -> None:
    site = sites["bilingual"]
    pages = {
        page.relative_to(site).as_posix(): twins(page, site) for page in site.rglob("index.html")
    }

    alone = [
        name
        for name, found in pages.items()
        if len(found) != 2 or any(pages.get(other) != found for other in found)
    ]

    # Only an address that is not a page itself need not have one: it leads on at once.
    assert alone == [name for name in pages if name.endswith("opportunities/choir/index.html")]


def twins(page: Path, site: Path) -> set[str]:
    """Return the files that a page names as itself in another language, and itself."""
    tree = html5lib.parse(page.read_text("utf-8"), namespaceHTMLElements=False)
    return {
        (page.parent / str(link.get("href")) / "index.html").resolve().relative_to(site).as_posix()
        for link in tree.iter("a")
        if link.get("hreflang")
    } | {page.relative_to(site).as_posix()}


def test_text_without_a_translation_says_which_language_it_is_in(sites: dict[str, Path]) -> None:
    page = sites["bilingual"] / "cy" / "opportunities" / "rowing" / "index.html"

    tree = html5lib.parse(page.read_text("utf-8"), namespaceHTMLElements=False)

    heading = next(tree.iter("h1"))
    spoken = [element.get("lang") for element in heading.iter()]
    keeper = [it.get("lang") for it in tree.iter("span") if it.text == "Boat keeper"]
    assert tree.get("lang") == "cy"
    assert "en" in spoken
    assert keeper == ["en"]


def test_translated_text_is_there_and_the_original_is_not(sites: dict[str, Path]) -> None:
    page = (sites["bilingual"] / "cy" / "opportunities" / "singing" / "index.html").read_text()

    for words in (
        "Canu wrth yr afon",
        "anadlu",
        "Cyngerdd mewn lle arall",
        "Mae te yn 50c",
        "Arweinydd y côr",
        "Yng Ngwent",
        "Map dysgu Morfa Fach",
    ):
        assert words in page
    for words in (
        "Singing by the river",
        "breathing",
        "concert elsewhere",
        "Tea is",
        "Choir leader",
        "In Gwent",
        "Little Marsh learning map",
    ):
        assert words not in page
