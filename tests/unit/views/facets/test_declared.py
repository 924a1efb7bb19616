from __future__ import annotations

import re

from hypothesis import given

from generator.model.place import Place
from generator.model.registry import BADGE, OPPORTUNITY, VENUE
from generator.views.facets.declared import FACETS
from generator.views.facets.offering import counted, offered, reader_of
from generator.views.here import Here
from tests.support.random_places import places
from tests.support.wordings import edition

ASKED_OTHERWISE = {"q", "day", "from", "to", "age", "most"}


def test_no_name_is_given_twice_or_means_something_else_in_the_address() -> None:
    names = [facet.name for facet in FACETS]

    assert len(set(names)) == len(names)
    assert not ASKED_OTHERWISE.intersection(names)


def test_names_can_stand_in_addresses() -> None:
    assert [it.name for it in FACETS if not re.fullmatch("[a-z]+", it.name)] == []


@given(places(kinds=(OPPORTUNITY, BADGE, VENUE)))
def test_values_are_safe_in_addresses_and_each_is_offered_once(place: Place) -> None:
    here = Here(edition(place), "explore/")

    for facet in FACETS:
        values = [value for value, _ in facet.choices(here)]
        assert len(set(values)) == len(values), facet.name
        assert all(re.fullmatch(r"[A-Za-z0-9-]+", value) for value in values), facet.name


@given(places(kinds=(OPPORTUNITY, BADGE, VENUE)))
def test_counts_are_those_of_the_opportunities_that_have_the_value(place: Place) -> None:
    here = Here(edition(place), "explore/")
    read = reader_of(place, FACETS)
    answers = [dict(read(it)) for it in place.opportunities.values()]
    counts = counted(read(it) for it in place.opportunities.values())

    for facet in FACETS:
        for choice in offered(here, facet, counts, len(answers)):
            having = [it for it in answers if choice.value in it[facet.name]]
            assert choice.count == len(having) > 0
