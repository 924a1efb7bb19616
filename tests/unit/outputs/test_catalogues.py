"""/badges/ and /pathways/: their lists, and the finder where there is enough to find."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from generator.model.edition import Produced
from generator.outputs.badges import badges
from generator.outputs.pathways import pathways
from generator.views.badges import BadgesPage
from generator.views.catalogue import FEWEST
from generator.views.pathways import PathwaysPage
from tests.support.browser_stems import STEMMER
from tests.support.pages import drawn
from tests.support.places import a_badge, a_pathway, a_place, an_organisation, en
from tests.support.wordings import edition

RETIRED = a_badge("old", title=en("Old"), status="retired")


def some_badges(count: int) -> Produced:
    held = [a_badge(f"b{at}", title=en(f"Badge {at}")) for at in range(count)]
    return badges(STEMMER)(edition(a_place(*held, RETIRED, an_organisation())))


def some_pathways(count: int) -> Produced:
    held = [a_pathway(f"p{at}", title=en(f"Pathway {at}")) for at in range(count)]
    return pathways(STEMMER)(edition(a_place(*held, an_organisation())))


def cards(produced: Produced) -> list[str]:
    """Return the titles that the page's index finds."""
    view = produced.pages[0].view
    assert isinstance(view, BadgesPage | PathwaysPage)
    assert view.finder is not None
    core = view.finder.core.rpartition("/")[2]
    file = next(it for it in produced.artifacts if it.path.endswith(core))
    return sorted(card["title"] for card in json.loads(file.content)["whole"]["cards"].values())


def test_badges_are_found_that_are_still_awarded() -> None:
    assert cards(some_badges(FEWEST)) == [f"Badge {at}" for at in range(FEWEST)]


def test_pathways_are_found() -> None:
    assert cards(some_pathways(FEWEST)) == [f"Pathway {at}" for at in range(FEWEST)]


@pytest.mark.parametrize("made", [some_badges, some_pathways])
def test_a_short_list_stays_a_list_and_has_no_index(made: Callable[[int], Produced]) -> None:
    produced = made(FEWEST - 1)

    view = produced.pages[0].view
    assert isinstance(view, BadgesPage | PathwaysPage)
    assert view.finder is None
    assert produced.artifacts == ()


@pytest.mark.parametrize("count", [1, FEWEST])
def test_what_is_no_longer_awarded_stands_apart_whether_there_is_a_finder_or_not(
    count: int,
) -> None:
    view = some_badges(count).pages[0].view

    assert isinstance(view, BadgesPage)
    assert [card.title.words for card in view.retired] == ["Old"]


def test_a_page_without_a_finder_loads_nothing_of_it() -> None:
    pages = drawn(a_place(a_badge(), a_pathway(), RETIRED, an_organisation()))

    for address in ("badges/index.html", "pathways/index.html"):
        assert "explore.js" not in pages[address]
        assert "explore.css" not in pages[address]
