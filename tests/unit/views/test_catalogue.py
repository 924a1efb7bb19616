from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

from generator.model.badge import Badge
from generator.model.finding import Findable, ResultCard, Suggestion
from generator.model.taxonomy import TaxonomyTerm
from generator.views.catalogue import FEWEST, Catalogue, catalogue_finder, worth_asking
from generator.views.facets.badges import BADGE_FACETS
from generator.views.here import Here
from tests.support.places import a_place, en, taxonomy
from tests.support.wordings import edition

SKILLS = tuple(TaxonomyTerm(f"skill-{at}", en(f"Skill {at}")) for at in range(9))
HERE = Here(edition(a_place(taxonomy=taxonomy(skills=SKILLS))), "badges/")


def row(at: int, checked: date | None = None, **facets: str) -> Findable:
    return Findable(
        id=f"badge-{at}",
        card=ResultCard(f"Badge {at}", f"badges/badge-{at}/", ""),
        facets=tuple((name, (value,)) for name, value in facets.items()),
        checked=checked,
    )


def catalogue(count: int, checked: date | None = None) -> Catalogue[Badge]:
    rows = tuple(row(at, checked, cost="free" if at % 2 else "paid") for at in range(count))
    return Catalogue("badges", BADGE_FACETS, rows, (Suggestion("retired", "Old", "badges/old/"),))


def plain(words: Sequence[str]) -> Sequence[str]:
    return words


def offered(*rows: Findable) -> list[str]:
    return [it.name for it in worth_asking(HERE, BADGE_FACETS, rows)]


def test_so_few_that_they_are_sooner_read_get_no_finder() -> None:
    assert catalogue_finder(HERE, catalogue(FEWEST - 1), plain) == (None, ())


def test_more_get_one_whose_index_stands_by_title() -> None:
    view, files = catalogue_finder(HERE, catalogue(FEWEST), plain)

    assert view is not None
    [core] = [it for it in files if view.core.endswith(it.name)]
    index = json.loads(core.content)
    assert sorted(index["titles"]) == list(range(FEWEST))
    assert index["whole"]["filters"]["suggestions"] == [["retired", "Old", "badges/old/"]]


def test_days_places_and_ages_are_not_asked() -> None:
    view, _ = catalogue_finder(HERE, catalogue(FEWEST), plain)

    assert view is not None
    asking = view.asking
    assert (asking.dated, asking.placed, asking.aged, asking.priced) == (False,) * 4
    assert [value for value, _ in view.sorts] == ["title"]


def test_what_was_checked_can_be_sorted_by_that() -> None:
    view, _ = catalogue_finder(HERE, catalogue(FEWEST, date(2026, 11, 1)), plain)

    assert view is not None
    assert [value for value, _ in view.sorts] == ["title", "checked"]


def test_a_question_whose_every_answer_finds_one_is_not_asked() -> None:
    assert offered(*(row(at, skill=f"skill-{at}") for at in range(9))) == []


def test_a_question_is_asked_where_two_answers_find_several() -> None:
    rows = [row(at, skill=f"skill-{at // 2}") for at in range(4)]

    assert offered(*rows, row(9, skill="skill-8")) == ["skill"]
    assert offered(*rows[:3]) == []


def test_a_question_with_a_single_answer_is_asked_where_it_tells_some_apart() -> None:
    assert offered(row(1, here="yes"), row(2)) == ["here"]
    assert offered(row(1, here="yes"), row(2, here="yes")) == []
