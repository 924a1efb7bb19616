from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from generator.adapters.wording_babel import BabelWordings
from generator.model.edition import Edition
from generator.model.finding import Findable, ResultCard, SearchIndex
from generator.model.taxonomy import TaxonomyTerm
from generator.model.text import Text
from generator.views.explore import ASKING
from generator.views.facets.declared import FACETS
from generator.views.finder import GROUPS, Asking, FinderView, finder_view
from generator.views.finder_phrases import date_form
from generator.views.finder_scope import offered_facets
from generator.views.here import Here
from tests.support.places import a_neighbourhood, a_place, en, taxonomy
from tests.support.wordings import edition

INDEX = SearchIndex("core.json", "filters.json", ())


def row(identifier: str, **facets: str) -> Findable:
    return Findable(
        id=identifier,
        card=ResultCard(identifier, f"opportunities/{identifier}/", ""),
        facets=tuple((facet, (value,)) for facet, value in facets.items()),
    )


def asked_of(here: Here, rows: Sequence[Findable], asking: Asking = ASKING) -> FinderView:
    return finder_view(here, "opportunities", INDEX, offered_facets(here, FACETS, rows), asking)


def test_only_choices_that_find_something_are_offered() -> None:
    here = Here(edition(a_place(a_neighbourhood())), "explore/")
    rows = [row("a", cost="free", mode="online"), row("b", cost="free"), row("c", cost="paid")]

    offered = offered_facets(here, FACETS, rows)

    choices = {one.name: [it.value for it in one.choices] for one in offered}
    assert choices == {"cost": ["free", "paid"], "mode": ["online"]}


def test_a_filter_says_how_its_ticks_are_meant_and_where_it_stands() -> None:
    here = Here(edition(a_place()), "explore/")
    rows = [row("a", access="step-free", cost="free"), row("b")]

    said = {one.name: (one.group, one.all_of) for one in offered_facets(here, FACETS, rows)}

    assert said == {"cost": ("cost", False), "access": ("access", True)}


def test_a_choice_is_brought_up_by_its_synonyms_and_its_name_in_other_languages() -> None:
    term = TaxonomyTerm(
        "sport",
        Text((("en", "Sport"), ("cy", "Chwaraeon"))),
        synonyms=(("en", ("footie", "games")),),
    )
    here = Here(edition(a_place(taxonomy=taxonomy(topics=(term,)))), "explore/")

    [topic] = offered_facets(here, FACETS, [row("a", topic="sport"), row("b")])

    assert topic.choices[0].synonyms == ("Chwaraeon", "footie", "games")


def test_typing_narrows_a_list_that_is_too_long_to_take_in() -> None:
    made = {f"topic-{number}": TaxonomyTerm(f"topic-{number}", en("x")) for number in range(13)}
    here = Here(edition(a_place(taxonomy=taxonomy(topics=tuple(made.values())))), "explore/")
    rows = [row(topic, topic=topic, cost="free") for topic in made] + [row("other")]

    groups = asked_of(here, rows).groups

    many = {one.name: one.many for group in groups for one in group.filters}
    assert many == {"topic": True, "cost": False}


def test_the_panel_s_parts_stand_in_the_order_that_decides_first() -> None:
    here = Here(edition(a_place()), "explore/")
    rows = [row("a", topic="art", cost="free", access="step-free", join="book"), row("b")]

    codes = [group.code for group in asked_of(here, rows).groups]

    assert codes == sorted(codes, key=[group.value for group in GROUPS].index)
    assert len(codes) == len(set(codes)) > 1


def test_the_index_is_reached_from_the_page() -> None:
    view = asked_of(Here(edition(a_place()), "explore/"), [])

    assert view.core == "../assets/search/en/core.json"
    assert view.filters == "../assets/search/en/filters.json"
    assert view.pages == "../"


def test_what_has_dates_is_sorted_by_them_and_what_has_none_by_title() -> None:
    here = Here(edition(a_place()), "badges/")
    with_dates, without = asked_of(here, []), asked_of(here, [], Asking())

    dated = ["best", "near", "soonest", "newest", "checked"]
    assert [value for value, _ in with_dates.sorts] == dated
    assert [value for value, _ in without.sorts] == ["title", "checked"]


def test_what_has_no_place_needs_no_postcodes() -> None:
    view = asked_of(Here(edition(a_place()), "badges/"), [], Asking())

    assert view.postcodes == ""


def test_phrases_can_stand_in_a_script_element() -> None:
    view = asked_of(Here(edition(a_place()), "explore/"), [])

    assert "<" not in view.phrases
    assert "{number} opportunity" in json.loads(view.phrases)["results"]


@pytest.mark.parametrize("language", ["en", "cy", "fr", "pl"])
def test_a_script_can_write_every_date_as_the_pages_do(language: str) -> None:
    wording = BabelWordings().speak(language)
    here = Here(Edition(a_place(), language, wording), "explore/")

    for day in (date(2026, 1, 1) + timedelta(days=days) for days in range(0, 365, 5)):
        written = date_form(here, day.month).format(
            weekday=wording.weekday(day.weekday()), day=day.day, year=day.year
        )

        assert written == wording.day(day)
