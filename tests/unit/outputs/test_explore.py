from __future__ import annotations

import json
from dataclasses import replace

from generator.model.prospect import JoinState, Prospect
from generator.model.status import OpportunityStatus
from generator.outputs.explore import explore as finder_of
from generator.views.category import CategoryPage
from generator.views.explore import ExplorePage
from tests.support.browser_stems import STEMMER
from tests.support.places import a_place, a_venue, an_opportunity, an_organisation, en
from tests.support.wordings import edition

explore = finder_of(STEMMER)

PLACE = a_place(
    an_opportunity(),
    an_opportunity("closed"),
    an_organisation(),
    a_venue(),
    prospects={"robotics": Prospect(JoinState.ANYTIME), "closed": Prospect(JoinState.CLOSED)},
)


def core_of(view: ExplorePage) -> str:
    return view.finder.core.rpartition("/")[2]


def test_the_page_lists_what_its_index_finds() -> None:
    produced = explore(edition(PLACE))

    [page] = produced.pages
    assert page.path == "explore/index.html"
    assert isinstance(page.view, ExplorePage)
    file = next(it for it in produced.artifacts if it.path.endswith(core_of(page.view)))
    cards = json.loads(file.content)["whole"]["cards"].values()
    assert [card["title"] for card in cards] == [card.title.words for card in page.view.cards]


def test_a_long_list_goes_on_by_title_and_ends() -> None:
    many = [an_opportunity(f"o{number:03}", title=en(f"{number:03}")) for number in range(90)]
    full = replace(many[0], status=OpportunityStatus.FULL)

    pages = explore(edition(a_place(full, *many[1:], an_organisation(), a_venue()))).pages

    assert [page.path for page in pages] == [
        "explore/index.html", "explore/page/2/index.html", "explore/page/3/index.html",
    ]  # fmt: skip
    views = [page.view for page in pages]
    shown = [it for it in views if isinstance(it, ExplorePage | CategoryPage)]
    assert shown == views
    titles = [
        card.title.words
        for view in shown
        for card in (view.cards if isinstance(view, ExplorePage) else view.opportunities)
    ]
    assert titles == [f"{number:03}" for number in range(90)]
    assert [(it.pager.previous, it.pager.next) for it in shown] == [
        ("", "page/2/"), ("../../", "../3/"), ("../2/", ""),
    ]  # fmt: skip


def test_the_index_is_where_the_page_says() -> None:
    produced = explore(edition(PLACE))

    [page] = produced.pages
    assert isinstance(page.view, ExplorePage)
    assert page.view.finder.core in {f"../{file.path}" for file in produced.artifacts}
    assert page.view.finder.filters == ""


def test_equal_places_give_equal_bytes() -> None:
    one, other = explore(edition(PLACE)), explore(edition(PLACE))

    assert one.artifacts == other.artifacts
    assert [page.view for page in one.pages] == [page.view for page in other.pages]
