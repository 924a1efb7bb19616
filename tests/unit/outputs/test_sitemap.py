from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as ET

import pytest

from generator.model.artifact import Artifact
from generator.model.page import Listing
from generator.model.place import Place
from generator.outputs import sitemap as sitemaps
from generator.outputs.sitemap import sitemap
from generator.views.frame import frame, unlisted
from generator.views.here import Here
from tests.support.places import a_place, an_opportunity, settings
from tests.support.wordings import edition

SITE = "https://learning.example.org/avonport/"
NAMES = {"": sitemaps.SITEMAPS, "xhtml": sitemaps.XHTML}


def page(place: Place, address: str, *, source: str = "") -> Listing:
    listing = frame(Here(edition(place), address), "A page").listing(source)
    assert listing is not None
    return listing


def parsed(made: Sequence[Artifact], name: str = "sitemap.xml") -> ET.Element:
    (content,) = [each.content for each in made if each.path == name]
    return ET.fromstring(content)  # noqa: S314 - our own output


def test_page_is_dated_by_its_record_and_not_by_the_clock() -> None:
    path = "content/opportunities/robotics.md"
    place = a_place(an_opportunity(path=path))
    pages = [page(place, ""), page(place, "opportunities/robotics/", source=path)]

    urls = parsed(sitemap(place, pages)).findall("url", NAMES)

    assert [
        (url.findtext("loc", "", NAMES), url.findtext("lastmod", "", NAMES)) for url in urls
    ] == [(SITE, ""), (f"{SITE}opportunities/robotics/", "2026-11-01")]


def test_page_that_search_engines_leave_out_is_not_listed() -> None:
    around = frame(Here(edition(a_place()), "gone/"), "A page")

    assert unlisted(around).listing("") is None
    assert around.listing("") is not None


@pytest.mark.parametrize("turned", [False, True])
def test_page_at_an_old_address_does_not_list_the_new_one_twice(turned: bool) -> None:  # noqa: FBT001 - parametrized
    path = "content/opportunities/robotics.md"
    place = a_place(an_opportunity(path=path))
    address = "opportunities/robotics/"
    pages = [page(place, address), page(place, address, source=path)]

    made = sitemap(place, pages[::-1] if turned else pages)

    assert len(parsed(made).findall("url", NAMES)) == 1
    assert [each.text for each in parsed(made).findall("url/lastmod", NAMES)] == ["2026-11-01"]


def test_pages_stand_in_the_order_of_their_addresses() -> None:
    place = a_place()

    made = sitemap(place, [page(place, "venues/"), page(place, ""), page(place, "badges/")])

    assert [each.text for each in parsed(made).findall("url/loc", NAMES)] == [
        SITE, f"{SITE}badges/", f"{SITE}venues/",
    ]  # fmt: skip


def test_page_names_all_its_languages_and_its_own() -> None:
    place = a_place(settings=settings(languages=("en", "cy")))

    made = parsed(sitemap(place, [page(place, "badges/")]))

    assert [each.attrib for each in made.findall("url/xhtml:link", NAMES)] == [
        {"rel": "alternate", "hreflang": "cy", "href": f"{SITE}cy/badges/"},
        {"rel": "alternate", "hreflang": "en", "href": f"{SITE}badges/"},
        {"rel": "alternate", "hreflang": "x-default", "href": f"{SITE}badges/"},
    ]


def test_more_pages_than_a_file_may_hold_are_in_several(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemaps, "MOST_IN_A_FILE", 2)
    place = a_place()

    made = sitemap(place, [page(place, f"topics/{number}/") for number in range(3)])

    assert [each.text for each in parsed(made).findall("sitemap/loc", NAMES)] == [
        f"{SITE}sitemap-1.xml",
        f"{SITE}sitemap-2.xml",
    ]
    assert len(parsed(made, "sitemap-1.xml").findall("url", NAMES)) == 2
    assert len(parsed(made, "sitemap-2.xml").findall("url", NAMES)) == 1


def test_robots_are_told_where_the_sitemap_is() -> None:
    (robots,) = [each for each in sitemap(a_place(), []) if each.path == "robots.txt"]

    assert robots.content.decode().splitlines()[-1] == f"Sitemap: {SITE}sitemap.xml"
