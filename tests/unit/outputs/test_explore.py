from __future__ import annotations

import json

from generator.model.prospect import JoinState, Prospect
from generator.outputs.explore import explore
from generator.views.explore import ExplorePage
from tests.support.places import a_place, a_venue, an_opportunity, an_organisation
from tests.support.wordings import edition

PLACE = a_place(
    an_opportunity(),
    an_opportunity("closed"),
    an_organisation(),
    a_venue(),
    prospects={"robotics": Prospect(JoinState.ANYTIME), "closed": Prospect(JoinState.CLOSED)},
)


def test_the_page_lists_what_its_index_finds() -> None:
    produced = explore(edition(PLACE))

    [page] = produced.pages
    assert page.path == "explore/index.html"
    assert isinstance(page.view, ExplorePage)
    [file] = produced.artifacts
    cards = json.loads(file.content)["whole"]["cards"].values()
    assert [card["title"] for card in cards] == [card.title.words for card in page.view.cards]


def test_the_index_is_where_the_page_says() -> None:
    produced = explore(edition(PLACE))

    [page], [file] = produced.pages, produced.artifacts
    assert isinstance(page.view, ExplorePage)
    assert page.view.finder.core == f"../{file.path}"
    assert page.view.finder.terms == ""


def test_equal_places_give_equal_bytes() -> None:
    assert explore(edition(PLACE)) == explore(edition(PLACE))
