from __future__ import annotations

import json

import pytest
from hypothesis import given

from generator.model.place import Place
from generator.rules.json_text import json_line
from generator.views import structured_data
from generator.views.described_files import described_records, described_standards
from generator.views.structured_dataset import dataset
from tests.support.random_places import places
from tests.support.schema_org import mistakes
from tests.support.wordings import edition


@given(places())
def test_every_description_is_in_the_words_of_the_vocabulary(place: Place) -> None:
    here = edition(place)
    told = [
        *(structured_data.opportunity(here, each) for each in place.opportunities.values()),
        *(structured_data.badge(here, each) for each in place.badges.values()),
        *(structured_data.organisation(here, each) for each in place.organisations.values()),
        *(structured_data.venue(here, each) for each in place.venues.values()),
    ]
    told.append(structured_data.website(here))
    told.append(structured_data.breadcrumbs(here, [("Badges", "badges/")]))
    told.append(
        dataset(here, "Data", "All", (*described_records(here), *described_standards(here)))
    )

    wrong = {it for each in told for it in mistakes(json.loads(json_line(each)))}

    # A draft, or a record that was taken in as it was, can lack what a result with a picture needs.
    assert {it for it in wrong if " without " not in it} == set()


@pytest.mark.parametrize(
    ("description", "mistake"),
    [
        ({"@type": "Evnt"}, "no type"),
        ({"@type": "Place", "startDate": "2026-11-23"}, "Place has no startDate"),
        ({"@type": "Place", "geo": {"@type": "Offer"}}, "a Offer cannot stand here"),
        ({"@type": "Place", "address": True}, "True cannot stand here"),
        ({"@type": "Event", "name": "A", "startDate": "2026-11-23"}, "without location"),
        (
            {"@type": "Course", "name": "A", "description": "B", "provider": {"@type": "NGO"},
             "offers": {"@type": "Offer", "availability": "https://schema.org/InShop"}},
            "is not one of what it can be",
        ),
    ],
)  # fmt: skip
def test_a_mistake_is_seen(description: dict[str, object], mistake: str) -> None:
    assert [it for it in mistakes(description) if mistake in it] != []
