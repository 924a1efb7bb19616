from __future__ import annotations

import json
from datetime import date, timedelta

import pytest

from generator.adapters.wording_babel import BabelWordings
from generator.model.edition import Edition
from generator.model.finding import Findable, ResultCard, SearchIndex
from generator.model.taxonomy import TaxonomyTerm
from generator.views.finder import date_form, finder_view
from generator.views.here import Here
from tests.support.places import a_neighbourhood, a_place, en, taxonomy
from tests.support.wordings import edition

INDEX = SearchIndex("core.json", "terms.json", ())


def row(identifier: str, **facets: str) -> Findable:
    return Findable(
        id=identifier,
        card=ResultCard(identifier, f"opportunities/{identifier}/", ""),
        facets=tuple((facet, (value,)) for facet, value in facets.items()),
    )


def test_only_choices_that_find_something_are_offered_with_their_counts() -> None:
    here = Here(edition(a_place(a_neighbourhood())), "explore/")
    rows = [row("a", cost="free", mode="online"), row("b", cost="free"), row("c", cost="paid")]

    view = finder_view(here, rows, INDEX)

    offered = {one.name: [(it.value, it.count) for it in one.choices] for one in view.filters}
    assert offered == {"cost": [("free", 2), ("paid", 1)], "mode": [("online", 1)]}


def test_a_filter_says_how_its_ticks_are_meant_and_where_it_stands() -> None:
    here = Here(edition(a_place()), "explore/")
    rows = [row("a", access="step-free", cost="free"), row("b")]

    said = {one.name: (one.group, one.all_of) for one in finder_view(here, rows, INDEX).filters}

    assert said == {"cost": ("cost", False), "access": ("access", True)}


def test_typing_narrows_a_list_that_is_too_long_to_take_in() -> None:
    made = {f"topic-{number}": TaxonomyTerm(f"topic-{number}", en("x")) for number in range(13)}
    here = Here(edition(a_place(taxonomy=taxonomy(topics=tuple(made.values())))), "explore/")
    rows = [row(topic, topic=topic, cost="free") for topic in made] + [row("other")]

    many = {one.name: one.many for one in finder_view(here, rows, INDEX).filters}

    assert many == {"topic": True, "cost": False}


def test_the_index_is_reached_from_the_page() -> None:
    view = finder_view(Here(edition(a_place()), "explore/"), [], INDEX)

    assert view.core == "../assets/search/en/core.json"
    assert view.pages == "../"


def test_phrases_can_stand_in_a_script_element() -> None:
    view = finder_view(Here(edition(a_place()), "explore/"), [], INDEX)

    assert "<" not in view.phrases
    assert json.loads(view.phrases)["results"]["1"] == "{number} opportunity"


@pytest.mark.parametrize("language", ["en", "cy", "fr", "pl"])
def test_a_script_can_write_every_date_as_the_pages_do(language: str) -> None:
    wording = BabelWordings().speak(language)
    here = Here(Edition(a_place(), language, wording), "explore/")

    for day in (date(2026, 1, 1) + timedelta(days=days) for days in range(0, 365, 5)):
        written = date_form(here, day.month).format(
            weekday=wording.weekday(day.weekday()), day=day.day, year=day.year
        )

        assert written == wording.day(day)
