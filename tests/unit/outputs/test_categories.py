from __future__ import annotations

import posixpath

from hypothesis import given

from generator.model.edition import Edition
from generator.model.page import Page
from generator.model.place import Place
from generator.model.registry import BADGE, OPPORTUNITY, VENUE
from generator.outputs.categories import categories
from generator.views.category import CategoryPage, category_groups
from generator.views.facets.declared import FACETS
from generator.views.finder_scope import offered_facets
from generator.views.found import findables
from generator.views.here import Here
from tests.support.full_place import full_place, full_settings
from tests.support.pages import drawn
from tests.support.places import a_place, an_opportunity, an_organisation, en
from tests.support.random_places import places
from tests.support.wordings import edition


def listed(pages: tuple[Page, ...]) -> dict[str, list[str]]:
    """Return what each category lists on all its pages together, as ids, by its address."""
    found: dict[str, list[str]] = {}
    for page in pages:
        assert isinstance(page.view, CategoryPage)
        start = page.path.partition("/page/")[0].removesuffix("/index.html")
        ids = [card.href.rstrip("/").rpartition("/")[2] for card in page.view.opportunities]
        found.setdefault(start, []).extend(ids)
    return found


@given(place=places(kinds=(OPPORTUNITY, BADGE, VENUE)))
def test_a_category_s_pages_list_exactly_the_rows_with_its_value(place: Place) -> None:
    for language in place.settings.languages:
        asked: Edition = edition(place, language)
        here = Here(asked, "explore/")
        rows = findables(here)

        pages = listed(categories(asked).pages)

        expected = {
            f"{asked.prefix}explore/{one.name}/{choice.value}": {
                row.id for row in rows if choice.value in dict(row.facets)[one.name]
            }
            for one in offered_facets(here, FACETS, rows)
            for choice in one.choices
            if not next(facet for facet in FACETS if facet.name == one.name).own_pages
        }
        found = {path: set(ids) for path, ids in pages.items() if "/by-" not in path}
        assert {path: ids for path, ids in found.items() if "/age/" not in path} == expected
        assert all(len(set(ids)) == len(ids) for ids in pages.values())


@given(place=places(kinds=(OPPORTUNITY,)))
def test_explore_links_to_every_category_with_its_count(place: Place) -> None:
    asked = edition(place)
    here = Here(asked, "explore/")

    groups = category_groups(here, findables(here))

    linked = {
        posixpath.normpath(posixpath.join("explore", link.href)): int(link.note.split()[0])
        for group in groups
        for link in group.links
        if link.note and not link.href.startswith("../")
    }
    assert linked == {path: len(ids) for path, ids in listed(categories(asked).pages).items()}


def long_place() -> Place:
    many = (
        an_opportunity(f"o{number}", title=en(f"{number:03}"), help=("food",), where=())
        for number in range(90)
    )
    bilingual = full_settings(languages=("en", "cy"))
    return a_place(*many, an_opportunity("other"), an_organisation(), settings=bilingual)


def test_a_long_list_is_cut_into_pages_that_lead_to_each_other_in_both_languages() -> None:
    pages = drawn(long_place())

    for root in ("", "cy/"):
        first = pages[f"{root}explore/help/food/index.html"]
        second = pages[f"{root}explore/help/food/page/2/index.html"]
        last = pages[f"{root}explore/help/food/page/3/index.html"]
        assert 'rel="prev"' not in first
        assert '<a rel="next" href="page/2/">' in first
        assert '<a rel="prev" href="../../">' in second
        assert '<a rel="next" href="../3/">' in second
        assert 'rel="next"' not in last
        assert f"{root}explore/help/food/page/4/index.html" not in pages
        assert first.count('<li class="card') + second.count('<li class="card') == 80
        assert last.count('<li class="card') == 10


def test_a_short_list_has_no_pager() -> None:
    pages = drawn(full_place())

    assert [path for path in pages if "/page/" in path] == []
    assert 'class="pager"' not in pages["explore/index.html"]


def test_a_page_says_what_is_asked_and_what_is_answered() -> None:
    page = drawn(long_place())["explore/help/food/index.html"]

    assert '<p class="kind">Help with costs</p>' in page
    assert '<p class="lead">90 opportunities in' in page


def test_categories_hold_what_they_say() -> None:
    found = listed(categories(edition(full_place())).pages)

    assert found["explore/by-day/tuesday"] == ["robotics"]
    assert found["explore/kind/club"] == ["club"]
    assert sorted(found["explore/cost/free-if-qualifying"]) == ["club", "robotics"]
    assert "robotics" in found["explore/age/16-to-17"]
    assert "robotics" not in found.get("explore/age/18-to-24", [])
    assert "overdue" not in {identifier for ids in found.values() for identifier in ids}
