from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator, FormatChecker

from generator.model.ages import AgeRange
from generator.model.entries import CostEntry, WhereEntry
from generator.model.life import Life, Standing
from generator.model.location import Location, Placing
from generator.model.opportunity import Eligibility
from generator.model.place import Place
from generator.model.record import Contact
from generator.model.schedule import (
    ByDay,
    Cancellation,
    Every,
    Frequency,
    Recurrence,
    Schedule,
    Session,
    SessionStatus,
)
from generator.model.status import OpportunityStatus
from generator.outputs.open_referral import open_referral
from generator.views.open_referral import NO_SERVICE
from tests.support.open_referral_uk import (
    ABOUT,
    SERVICE,
    SUMMARY,
    TAXONOMY,
    TERM,
    page_of,
)
from tests.support.places import (
    a_neighbourhood,
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
FOLDER = "data/open-referral-uk/"
WALES = settings(nation="wales")
TUESDAYS = Every(Frequency.WEEKLY, time(17), time(19), by_day=(ByDay(1),))
DOOR = Location(51.5876, -2.9945)


def documents(place: Place, language: str = "") -> dict[str, Any]:
    produced = open_referral(edition(place, language))
    return {each.path.removeprefix(FOLDER): json.loads(each.content) for each in produced.artifacts}


def the_service(place: Place) -> Any:  # noqa: ANN401 - JSON
    (found,) = (it for path, it in documents(place).items() if path.startswith("services/"))
    return found


def mistakes(document: object, schema: dict[str, Any]) -> list[str]:
    checker = Draft202012Validator(schema, format_checker=FormatChecker())
    return [f"{error.json_path}: {error.message}" for error in checker.iter_errors(document)]


@given(places())
def test_every_document_is_as_the_profile_says(place: Place) -> None:
    made = documents(replace(place, settings=replace(place.settings, nation="england")))

    assert mistakes(made.pop("index.json"), ABOUT) == []
    assert mistakes(made.pop("taxonomies.json"), page_of(TAXONOMY)) == []
    assert mistakes(made.pop("taxonomy_terms.json"), page_of(TERM)) == []
    listed = made.pop("services.json")
    assert mistakes(listed, page_of(SUMMARY)) == []
    assert [f"services/{each['id']}.json" for each in listed["contents"]] == [*made]
    for document in made.values():
        assert mistakes(document, SERVICE) == []


@given(places())
def test_ids_are_of_one_thing_each(place: Place) -> None:
    made = documents(replace(place, settings=replace(place.settings, nation="england")))

    for path, document in made.items():
        if path.startswith("services/"):
            names = ("attributes", "service_at_locations", "schedules", "cost_options", "contacts")
            own = [each["id"] for name in names for each in document.get(name, ())]
            assert [it for it, often in Counter(own).items() if often > 1] == []


def test_list_says_how_long_it_is() -> None:
    kinds = [an_opportunity(kind, kind=kind) for kind in ("course", "club", *NO_SERVICE)]

    listed = documents(a_place(*kinds, settings=WALES))["services.json"]

    assert listed["total_items"] == listed["size"] == len(listed["contents"]) == 2
    assert (listed["total_pages"], listed["first_page"], listed["last_page"]) == (1, True, True)
    assert listed["empty"] is False


def test_id_is_made_of_the_address_and_stays() -> None:
    record = an_opportunity()

    before = the_service(a_place(record, an_organisation(), settings=WALES))
    after = the_service(a_place(replace(record, title=en("Renamed")), settings=WALES))

    assert (
        before["id"] == after["id"] == str(uuid5(NAMESPACE_URL, f"{SITE}opportunities/robotics/"))
    )


def test_service_has_who_where_and_for_how_much() -> None:
    record = an_opportunity(
        ages=AgeRange(11, 16),
        alert=en("In the annexe until May"),
        cost=(CostEntry(amount=Decimal("4.50"), note=en("on the day")),),
        contact=Contact(role=en("course tutor"), email="ask@example.org", phone="01632 960001"),
        eligible=Eligibility(lives_in=(en("harbour"), en("the valleys")), note=en("Ask us")),
        status=OpportunityStatus.POSTPONED,
        topics=("digital-making",),
    )
    venue = a_venue(
        address="1 Quay Street, Avonport", postcode="NP20 1AA", uprn="100100",
        placed=DOOR, placing=Placing.RECORD,
    )  # fmt: skip
    makers = an_organisation(charity_number="SC012345", company_number="01234567")

    told = the_service(a_place(record, venue, makers, a_neighbourhood(), settings=WALES))

    assert (told["minimum_age"], told["maximum_age"]) == (11, 16)
    assert told["status"] == "temporarily closed"
    assert told["assured_date"] == "2026-11-01"
    assert [each["name"] for each in told["service_areas"]] == ["Harbour", "the valleys"]
    assert told["cost_options"][0]["amount"] == 4.5
    assert told["cost_options"][0]["amount_description"] == "4.50 GBP; on the day"
    assert told["contacts"][0]["phones"][0]["number"] == "01632 960001"
    assert [each["identifier_scheme"] for each in
            told["organization"]["organization_identifiers"]] == ["GB-SC", "GB-COH"]  # fmt: skip
    (location,) = (each["location"] for each in told["service_at_locations"])
    assert (location["latitude"], location["longitude"]) == (51.5876, -2.9945)
    assert location["external_identifier"] == "100100"
    (address,) = location["addresses"]
    del address["id"]
    assert address == {
        "address_1": "1 Quay Street", "city": "Avonport", "state_province": "Wales",
        "postal_code": "NP20 1AA", "country": "GB", "address_type": "physical",
    }  # fmt: skip
    assert told["attributes"][0]["taxonomy_term"]["term_uri"] == f"{SITE}topics/digital-making/"


def told_schedules(*entries: Session | Recurrence) -> list[dict[str, Any]]:
    record = an_opportunity(schedule=Schedule(entries=entries))
    told = the_service(a_place(record, settings=WALES))["schedules"]
    return [{name: value for name, value in each.items() if name != "id"} for each in told]


def test_recurrence_is_told_as_its_rule() -> None:
    off = (Cancellation(date(2026, 12, 22), en("Library closed")),)
    weekly = Recurrence(TUESDAYS, date(2026, 9, 8), date(2027, 3, 30), exceptions=off)

    assert told_schedules(weekly) == [
        {
            "valid_from": "2026-09-08", "valid_to": "2027-03-30", "dtstart": "2026-09-08",
            "opens_at": "17:00", "closes_at": "19:00",
            "freq": "WEEKLY", "interval": 1, "byday": "TU", "notes": "Not on 2026-12-22",
        }
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("interval", "told"),
    [
        (1, {"freq": "WEEKLY", "interval": 1, "byday": "MO,TU,WE,TH,FR,SA,SU"}),
        (3, {"description": "FREQ=DAILY;INTERVAL=3;WKST=MO"}),
    ],
)
def test_daily_rule_which_the_profile_does_not_know_is_told_otherwise(
    interval: int, told: dict[str, object]
) -> None:
    daily = Every(Frequency.DAILY, time(9), time(10), interval=interval)

    (schedule,) = told_schedules(Recurrence(daily, date(2026, 9, 8)))

    assert told.items() <= schedule.items()


def test_session_is_told_with_what_became_of_it() -> None:
    day = datetime(2026, 12, 8, 17)
    session = Session(day, day.replace(hour=19), status=SessionStatus.FULL, note=en("Bring a coat"))

    assert told_schedules(session) == [
        {
            "valid_from": "2026-12-08", "valid_to": "2026-12-08", "dtstart": "2026-12-08",
            "opens_at": "17:00", "closes_at": "19:00", "notes": "Full; Bring a coat",
        }
    ]  # fmt: skip


@pytest.mark.parametrize("shown", ["area", "hidden"])
def test_nothing_tells_where_a_venue_is_that_must_not_be_found(shown: str) -> None:
    refuge = a_venue(
        "refuge", location_shown=shown, address="1 Secret Street, Avonport", postcode="NP20 9ZZ",
        uprn="100100999", placed=Location(51.123456, -2.654321), placing=Placing.RECORD,
    )  # fmt: skip
    sessions = Schedule(entries=(Recurrence(TUESDAYS, date(2026, 9, 8), where="refuge"),))
    course = an_opportunity(where=(WhereEntry(venue="refuge"),), schedule=sessions)

    place = a_place(refuge, course, settings=WALES)
    told = b"".join(each.content for each in open_referral(edition(place)).artifacts)

    secrets = (b"Secret", b"NP20", b"51.12", b"2.654", b"100100999")
    assert not [secret for secret in secrets if secret in told]
    assert (b"service_at_location" in told) == (shown == "area")


def test_postcodes_middle_is_not_told_as_a_door() -> None:
    near = a_venue(placed=Location(51.5, -3.0), placing=Placing.POSTCODE)

    told = the_service(a_place(near, an_opportunity(), settings=WALES))

    assert "latitude" not in told["service_at_locations"][0]["location"]


def test_only_what_is_listed_is_told_once_and_in_the_united_kingdom() -> None:
    overdue = {("opportunity", "overdue"): Standing(Life.OVERDUE)}
    records = (an_opportunity("overdue"), an_opportunity("draft", draft=True))
    both = settings(nation="wales", languages=("en", "cy"))

    place = a_place(*records, standing=overdue, settings=both)

    assert documents(place)["services.json"]["empty"] is True
    assert documents(place, "cy") == {}
    assert documents(replace(place, settings=settings(nation="other"))) == {}
