"""What a shared link shows: every page of two whole sites names words and a picture for it."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

import html5lib
import pytest
from PIL import Image

ONCE = (
    "og:title", "og:url", "og:type", "og:site_name", "og:image", "og:image:width",
    "og:image:height", "og:image:alt", "twitter:card",
)  # fmt: skip
MOST_BYTES = 60_000


def told(page: Path) -> list[tuple[str, str]]:
    """Return what a page's head tells networks, and its own address as ``canonical``."""
    tree = html5lib.parse(page.read_text("utf-8"), namespaceHTMLElements=False)
    metas = [
        (it.get("property") or it.get("name") or "", it.get("content") or "")
        for it in tree.iter("meta")
    ]
    links = [
        ("canonical", it.get("href") or "")
        for it in tree.iter("link")
        if it.get("rel") == "canonical"
    ]
    return [*metas, *links]


@pytest.fixture(scope="module", params=["newport", "anywhere"])
def site(request: pytest.FixtureRequest) -> Path:
    """The demonstration place, and a random one in two languages."""
    built: Path = request.getfixturevalue(request.param)
    return built


@pytest.fixture(scope="module")
def pages(site: Path) -> Mapping[str, list[tuple[str, str]]]:
    """What each page tells, by its path."""
    return {page.relative_to(site).as_posix(): told(page) for page in sorted(site.rglob("*.html"))}


def cards(pages: Mapping[str, list[tuple[str, str]]]) -> dict[str, str]:
    """Return the path of each page's card in the site."""
    home = dict(pages["index.html"])["og:url"]
    return {name: dict(found)["og:image"].removeprefix(home) for name, found in pages.items()}


def test_every_page_says_each_thing_once(pages: Mapping[str, list[tuple[str, str]]]) -> None:
    wrong = [
        (name, key)
        for name, found in pages.items()
        for key in ONCE
        if [bool(value) for one, value in found if one == key] != [True]
    ]

    assert len(pages) > 100
    assert wrong == []


def test_address_is_the_canonical_one(pages: Mapping[str, list[tuple[str, str]]]) -> None:
    listed = [dict(found) for found in pages.values() if "canonical" in dict(found)]

    assert listed
    assert [it for it in listed if it["og:url"] != it["canonical"]] == []


def test_every_card_is_there_small_enough_and_as_large_as_it_says(
    site: Path, pages: Mapping[str, list[tuple[str, str]]]
) -> None:
    wrong = []
    for name, path in cards(pages).items():
        content = (site / path).read_bytes()
        facts = dict(pages[name])
        size = (int(facts["og:image:width"]), int(facts["og:image:height"]))
        if len(content) > MOST_BYTES or Image.open(io.BytesIO(content)).size != size:
            wrong.append((name, path, len(content)))

    assert wrong == []


def test_locale_is_that_of_the_place_s_country(newport: Path) -> None:
    locales = {dict(told(page)).get("og:locale") for page in newport.glob("*.html")}

    assert locales == {"en_GB"}


def test_no_card_is_there_for_nobody(
    site: Path, pages: Mapping[str, list[tuple[str, str]]]
) -> None:
    there = {path.relative_to(site).as_posix() for path in site.rglob("card.*")}

    assert there == set(cards(pages).values())


def test_records_have_cards_of_their_own_and_pages_that_sum_up_share_one(
    pages: Mapping[str, list[tuple[str, str]]],
) -> None:
    found = cards(pages)
    records = [
        found[name]
        for name in found
        if name.startswith(("opportunities/", "badges/", "organisations/", "venues/", "pathways/"))
        and name.count("/") == 2  # a record's page, at the root's own language
        and "canonical" in dict(pages[name])
        and dict(pages[name])["og:type"] == "article"
    ]

    assert records
    assert len(set(records)) == len(records)
    assert found["privacy/index.html"] == found["index.html"] == "card.png"
