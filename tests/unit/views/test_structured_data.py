from __future__ import annotations

import json
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given

from generator.model.ages import AgeRange
from generator.model.badge import Alignment
from generator.model.entries import CostEntry, WhereEntry
from generator.model.location import Location, Placing
from generator.model.money import CostPer, Pay, PayPer
from generator.model.opportunity import Booking, Opportunity
from generator.model.place import Place
from generator.model.prospect import JoinState, Prospect
from generator.model.record import Contact
from generator.model.schedule import (
    ByDay,
    Cancellation,
    Every,
    Frequency,
    Occurrence,
    Recurrence,
    Schedule,
    Session,
    SessionStatus,
)
from generator.model.status import OpportunityStatus
from generator.rules.json_text import Json, script_json
from generator.views import structured_data
from tests.support.places import (
    a_badge,
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
START = datetime(2026, 12, 8, 17)
TUESDAYS = Recurrence(
    Every(Frequency.WEEKLY, time(17), time(19), by_day=(ByDay(1),)),
    first=date(2026, 9, 8),
    exceptions=(Cancellation(date(2026, 12, 22)),),
)
DATED = Schedule(entries=(Session(START, START + timedelta(hours=2)),))


def occurrence(days: int, state: SessionStatus = SessionStatus.RUNNING) -> Occurrence:
    start, end = START + timedelta(days=days), START + timedelta(days=days, hours=2)
    return Occurrence(start, end, start.replace(tzinfo=UTC), end.replace(tzinfo=UTC), state=state)


def described(record: Opportunity, *others: object, **given_: object) -> Any:  # noqa: ANN401 - JSON
    place = a_place(record, an_organisation(), *others, **given_)  # type: ignore[arg-type] # records
    return structured_data.opportunity(edition(place), record)


@pytest.mark.parametrize(
    ("kind", "schedule", "expected"),
    [
        ("course", DATED, "Course"),
        ("course", Schedule(anytime=True), "Course"),
        ("workshop", DATED, "EducationEvent"),
        ("workshop", Schedule(anytime=True), "Course"),
        ("club", DATED, "Event"),
        ("resource", Schedule(anytime=True), "LearningResource"),
        ("volunteering", Schedule(anytime=True), "Service"),
        ("apprenticeship", Schedule(), "JobPosting"),
    ],
)
def test_kind_and_dates_choose_the_type(kind: str, schedule: Schedule, expected: str) -> None:
    assert described(an_opportunity(kind=kind, schedule=schedule))["@type"] == expected


def test_event_begins_on_the_next_date_that_is_not_cancelled() -> None:
    record = an_opportunity(kind="club", schedule=Schedule(entries=(TUESDAYS,)))
    coming = (occurrence(0, SessionStatus.CANCELLED), occurrence(7))

    event = described(record, prospects={"robotics": Prospect(JoinState.JOINABLE, coming)})

    assert event["startDate"] == "2026-12-15T17:00+00:00"
    assert [(each["startDate"], each["eventStatus"]) for each in event["subEvent"]] == [
        ("2026-12-08T17:00+00:00", "https://schema.org/EventCancelled"),
        ("2026-12-15T17:00+00:00", "https://schema.org/EventScheduled"),
    ]


def test_recurrence_is_given_as_a_schedule() -> None:
    event = described(an_opportunity(kind="club", schedule=Schedule(entries=(TUESDAYS,))))

    assert event["startDate"] == "2026-09-08"
    assert event["eventSchedule"] == [
        {
            "@type": "Schedule",
            "startDate": "2026-09-08",
            "startTime": "17:00",
            "endTime": "19:00",
            "repeatFrequency": "P1W",
            "byDay": ["https://schema.org/Tuesday"],
            "exceptDate": ["2026-12-22"],
            "scheduleTimezone": "Europe/London",
        }
    ]


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (OpportunityStatus.CANCELLED, "EventCancelled"),
        (OpportunityStatus.POSTPONED, "EventPostponed"),
    ],
)
def test_event_that_is_off_says_so(status: OpportunityStatus, expected: str) -> None:
    event = described(an_opportunity(kind="event", schedule=DATED, status=status))

    assert event["eventStatus"] == f"https://schema.org/{expected}"


def test_prices_are_offers_with_whom_they_are_for() -> None:
    costs = (
        CostEntry(free=True, whom=("carer", "universal-credit")),
        CostEntry(amount=Decimal("4.5"), per=CostPer.SESSION, note=en("pay on the day")),
    )

    offers = described(
        an_opportunity(cost=costs, book=Booking(url="https://book.example/1")),
        prospects={"robotics": Prospect(JoinState.FULL)},
    )["offers"]

    assert offers == [
        {
            "@type": "Offer",
            "price": "0.00",
            "priceCurrency": "GBP",
            "description": "Carers; Universal Credit",
            "url": "https://book.example/1",
            "availability": "https://schema.org/SoldOut",
        },
        {
            "@type": "Offer",
            "price": "4.50",
            "priceCurrency": "GBP",
            "description": "pay on the day",
            "url": "https://book.example/1",
            "availability": "https://schema.org/SoldOut",
        },
    ]


@pytest.mark.parametrize(
    ("ages", "expected"),
    [(AgeRange(11, 16), "11-16"), (AgeRange(16), "16-"), (AgeRange(None, 25), "0-25")],
)
def test_ages_are_a_range(ages: AgeRange, expected: str) -> None:
    assert described(an_opportunity(ages=ages))["typicalAgeRange"] == expected


def test_job_says_what_it_pays_and_until_when() -> None:
    job = described(
        an_opportunity(
            kind="apprenticeship",
            paid=Pay(Decimal("7.55"), PayPer.HOUR),
            enrol_by=date(2026, 12, 1),
        )
    )

    assert job["baseSalary"]["value"] == {
        "@type": "QuantitativeValue",
        "value": 7.55,
        "unitText": "HOUR",
    }
    assert job["validThrough"] == "2026-12-01"
    assert job["title"] == "Build your first robot"


def test_venue_shown_exactly_has_its_door() -> None:
    library = a_venue(
        address="John Frost Square",
        postcode="NP20 1PA",
        placed=Location(51.5876, -2.9945),
        placing=Placing.GEOCODE,
        neighbourhood="harbour",
    )
    place = a_place(library, a_neighbourhood())

    assert structured_data.venue(edition(place), library) == {
        "@context": "https://schema.org",
        "@type": "Place",
        "name": "Central Library",
        "url": f"{SITE}venues/library/",
        "address": {
            "@type": "PostalAddress",
            "streetAddress": "John Frost Square",
            "postalCode": "NP20 1PA",
        },
        "geo": {"@type": "GeoCoordinates", "latitude": 51.5876, "longitude": -2.9945},
        "containedInPlace": {"@type": "Place", "name": "Harbour"},
    }


def test_middle_of_a_postcode_is_not_told_as_the_door() -> None:
    library = a_venue(
        postcode="NP20 1PA", placed=Location(51.5876, -2.9945), placing=Placing.POSTCODE
    )

    assert "geo" not in structured_data.venue(edition(a_place(library)), library)


@pytest.mark.parametrize("shown", ["area", "hidden"])
def test_nothing_tells_where_a_venue_is_that_must_not_be_found(shown: str) -> None:
    refuge = a_venue(
        "refuge",
        location_shown=shown,
        address="1 Secret Street",
        postcode="NP20 9ZZ",
        placed=Location(51.123456, -2.654321),
        placing=Placing.RECORD,
    )
    course = an_opportunity(where=(WhereEntry(venue="refuge"),), schedule=DATED)
    place = a_place(refuge, course, an_organisation())

    told = script_json(
        [
            structured_data.venue(edition(place), refuge),
            structured_data.opportunity(edition(place), course),
        ]
    )

    assert not [secret for secret in ("Secret", "NP20", "51.1", "2.65") if secret in told]


def test_badge_points_to_its_open_badges_identity() -> None:
    aligned = Alignment("ESCO", "S1", en("solve problems"), "https://esco.example/S1")
    badge = a_badge(alignments=(aligned,), skills=("problem-solving",))

    credential = structured_data.badge(edition(a_place(badge, an_organisation())), badge)

    assert credential["identifier"] == f"{SITE}badges/robotics-1/achievement.json"
    assert credential["competencyRequired"] == ["Problem solving"]
    assert credential["educationalAlignment"] == [
        {
            "@type": "AlignmentObject",
            "educationalFramework": "ESCO",
            "targetName": "solve problems",
            "targetUrl": "https://esco.example/S1",
        }
    ]


def test_organisation_gives_its_numbers_and_whom_to_ask() -> None:
    makers = an_organisation(
        charity_number="1234567",
        contact=Contact(en("Makers' coordinator"), email="hello@makers.example"),
    )

    told = structured_data.organisation(edition(a_place(makers)), makers)

    assert told["@type"] == "NGO"
    assert told["identifier"] == [
        {"@type": "PropertyValue", "propertyID": "charity number", "value": "1234567"}
    ]
    assert told["contactPoint"] == {
        "@type": "ContactPoint",
        "contactType": "Makers' coordinator",
        "email": "hello@makers.example",
    }


def test_addresses_are_those_of_the_edition() -> None:
    place = a_place(settings=settings(languages=("en", "cy")))

    trail = structured_data.breadcrumbs(edition(place, "cy"), [("Bathodynnau", "badges/")])

    assert trail["itemListElement"] == [
        {
            "@type": "ListItem",
            "position": 1,
            "name": "Bathodynnau",
            "item": f"{SITE}cy/badges/",
        }
    ]


@given(places())
def test_whatever_records_say_comes_back_as_they_said_it(place: Place) -> None:
    here = edition(place)
    told: list[Json] = [
        *(structured_data.opportunity(here, each) for each in place.opportunities.values()),
        *(structured_data.badge(here, each) for each in place.badges.values()),
        *(structured_data.organisation(here, each) for each in place.organisations.values()),
        *(structured_data.venue(here, each) for each in place.venues.values()),
        structured_data.website(here),
    ]
    records = [
        *place.opportunities.values(), *place.badges.values(),
        *place.organisations.values(), *place.venues.values(),
    ]  # fmt: skip

    written = script_json(told)

    assert "<" not in written
    read = json.loads(written)
    assert read == told
    assert [each.get("name", each.get("title")) for each in read[:-1]] == [
        record.title.words("en") for record in records
    ]
