from __future__ import annotations

import csv
import io
import json
from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given

from generator.model.entries import CostEntry, WhereEntry
from generator.model.life import Life, Standing
from generator.model.location import Location, Placing
from generator.model.pathway import Option, Step
from generator.model.place import Place
from generator.model.schedule import ByDay, Cancellation, Every, Frequency, Recurrence, Schedule
from generator.model.settings import Licence
from generator.outputs.exports import exports
from generator.rules.csv_text import SEPARATOR, unguarded
from generator.views.data_files import tables
from tests.support.places import (
    a_badge,
    a_neighbourhood,
    a_pathway,
    a_place,
    a_venue,
    an_opportunity,
    an_organisation,
    en,
    settings,
)
from tests.support.random_places import places
from tests.support.wordings import edition

SITE = "https://learning.example.org/avonport/"
PLACED = Location(51.58761234567, -2.9945)


def files(place: Place, language: str = "") -> dict[str, bytes]:
    produced = exports(edition(place, language))
    return {artifact.path: artifact.content for artifact in produced.artifacts}


def records(place: Place, name: str) -> Any:  # noqa: ANN401 - JSON
    return json.loads(files(place)[f"data/{name}.json"])["records"]


def features(place: Place, name: str) -> Any:  # noqa: ANN401 - JSON
    return json.loads(files(place)[f"data/{name}.geojson"])["features"]


def rows(content: bytes) -> list[dict[str, str]]:
    read = csv.DictReader(io.StringIO(content.decode(), newline=""))
    return [{name: unguarded(cell) for name, cell in row.items()} for row in read]


def as_cell(value: Any) -> str:  # noqa: ANN401 - JSON
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case list():
            return SEPARATOR.join(map(str, value))
        case _:
            return str(value)


@given(places())
def test_csv_json_and_geojson_say_the_same_of_the_same_records(place: Place) -> None:
    made = files(place)

    for table in tables():
        told = json.loads(made[f"data/{table.name}.json"])
        assert [row["id"] for row in told["records"]] == [
            record.id for record in table.listed(edition(place))
        ]
        flat = [field.name for field in table.fields if field.flat]
        assert rows(made[f"data/{table.name}.csv"]) == [
            {name: as_cell(row[name]) for name in flat} for row in told["records"]
        ]
        if table.shape:
            collection = json.loads(made[f"data/{table.name}.geojson"])
            assert [each["properties"] for each in collection["features"]] == told["records"]


@given(places())
def test_every_field_is_explained_and_every_explanation_has_its_field(place: Place) -> None:
    made = files(place)

    for table in tables():
        told = json.loads(made[f"data/{table.name}.json"])
        assert list(told["fields"]) == [field.name for field in table.fields]
        assert all(list(row) == list(told["fields"]) for row in told["records"])


@given(places())
def test_words_come_back_as_they_were(place: Place) -> None:
    told = json.loads(files(place)["data/badges.json"])["records"]

    for row in told:
        badge = place.badges[row["id"]]
        assert row["title"] == badge.title.words("en")
        assert row["criteria"] == [criterion.words("en") for criterion in badge.criteria]
        assert [each["url"] for each in row["alignments"]] == [it.url for it in badge.alignments]


def test_opportunity_has_its_values() -> None:
    tuesdays = Recurrence(
        Every(Frequency.WEEKLY, time(17), time(19), by_day=(ByDay(1),)),
        first=date(2026, 9, 8),
        exceptions=(Cancellation(date(2026, 12, 22), en("Library closed")),),
    )
    record = an_opportunity(
        schedule=Schedule(entries=(tuesdays,)),
        cost=(CostEntry(amount=Decimal("4.50"), note=en("on the day")),),
    )

    (row,) = records(a_place(record, an_organisation(), a_venue()), "opportunities")

    assert row["url"] == f"{SITE}opportunities/robotics/"
    assert row["organisation_name"] == "Harbour Makers"
    assert (row["cost"], row["least_cost"], row["currency"]) == ("paid", 4.5, "GBP")
    assert row["prices"] == [{"amount": 4.5, "per": None, "for": [], "note": "on the day"}]
    assert row["calendar"] == f"{SITE}opportunities/robotics/event.ics"
    assert row["sessions"] == [
        {
            "during": "all-year",
            "rules": [
                {
                    "start": "2026-09-08T17:00",
                    "end": "2026-09-08T19:00",
                    "rrule": "FREQ=WEEKLY;BYDAY=TU;WKST=MO",
                    "exdates": ["2026-12-22T17:00"],
                }
            ],
            "cancelled": [{"date": "2026-12-22", "reason": "Library closed"}],
            "venue": None,
            "status": "running",
            "note": None,
        }
    ]


def test_opportunity_is_where_its_venues_are() -> None:
    here = a_venue("here", placed=PLACED, placing=Placing.RECORD)
    there = a_venue("there", placed=Location(51.5, -3.0), placing=Placing.POSTCODE)
    one = an_opportunity("one", where=(WhereEntry(venue="here"),))
    two = an_opportunity("two", where=(WhereEntry(venue="here"), WhereEntry(venue="there")))
    none = an_opportunity("none", where=(WhereEntry(url="https://meet.example"),))

    made = features(a_place(here, there, one, two, none), "opportunities")

    assert {each["id"]: each["geometry"] for each in made} == {
        "none": None,
        "one": {"type": "Point", "coordinates": [-2.9945, 51.587612]},
        "two": {"type": "MultiPoint", "coordinates": [[-2.9945, 51.587612], [-3.0, 51.5]]},
    }


@pytest.mark.parametrize("shown", ["area", "hidden"])
def test_nothing_tells_where_a_venue_is_that_must_not_be_found(shown: str) -> None:
    refuge = a_venue(
        "refuge",
        location_shown=shown,
        address="1 Secret Street",
        postcode="NP20 9ZZ",
        uprn="100100999",
        transport=en("Opposite the Secret Arms"),
        placed=Location(51.123456, -2.654321),
        placing=Placing.RECORD,
    )
    course = an_opportunity(where=(WhereEntry(venue="refuge"),))

    told = b"".join(files(a_place(refuge, course)).values())

    secrets = (b"Secret", b"NP20", b"51.12", b"2.654", b"100100999")
    assert not [secret for secret in secrets if secret in told]


def test_overdue_records_and_drafts_are_left_out() -> None:
    overdue = {("badge", "robotics-1"): Standing(Life.OVERDUE)}

    place = a_place(a_badge(), an_opportunity(draft=True), a_venue(), standing=overdue)

    assert records(place, "badges") == []
    assert records(place, "opportunities") == []
    assert [row["id"] for row in records(place, "venues")] == ["library"]


def test_pathway_keeps_its_choices() -> None:
    options = (Option(opportunity="robotics"), Option(text=en("Ask"), url="https://a.example"))
    pathway = a_pathway(steps=(Step(badge="robotics-1", optional=True), Step(choose=1, of=options)))

    (row,) = records(a_place(pathway), "pathways")

    assert row["steps"] == [
        {"optional": True, "choose": 1, "of": [{"badge": "robotics-1"}]},
        {
            "optional": False,
            "choose": 1,
            "of": [{"opportunity": "robotics"}, {"text": "Ask", "url": "https://a.example"}],
        },
    ]


def test_file_that_has_left_its_site_says_whose_it_is() -> None:
    licence = Licence("OGL-UK-3.0", "https://ogl.example", en("© Avonport"))
    place = a_place(
        settings=settings(licence=licence, attributions=(en("© OpenStreetMap contributors"),))
    )

    told = json.loads(files(place)["data/venues.geojson"])

    assert told["licence"] == "OGL-UK-3.0"
    assert told["attribution"] == ["© Avonport", "© OpenStreetMap contributors"]
    assert told["site"] == SITE


def test_outlines_end_where_they_begin() -> None:
    (outline,) = features(a_place(a_neighbourhood()), "neighbourhoods")

    (ring,) = outline["geometry"]["coordinates"][0]
    assert ring[0] == ring[-1] == [-3.0, 51.0]
    assert outline["properties"] == {"id": "harbour", "name": "Harbour"}


def test_other_editions_share_the_files() -> None:
    place = a_place(settings=settings(languages=("en", "cy")))

    assert files(place, "cy") == {}
