from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given

from generator.model.ages import AgeRange
from generator.model.entries import CostEntry, WhereEntry
from generator.model.life import Life, Standing
from generator.model.location import Location, Placing
from generator.model.opportunity import Opportunity
from generator.model.place import Gone, Place
from generator.model.prospect import Prospect
from generator.model.schedule import (
    ByDay,
    Every,
    Frequency,
    Recurrence,
    Schedule,
    Session,
    SessionStatus,
)
from generator.model.settings import Licence
from generator.model.taxonomy import Taxonomy, TaxonomyTerm, TermAlignment
from generator.outputs.open_active import LAST_PAGES, MOST_ITEMS, open_active_feeds
from tests.support.open_active import FOOTBALL, failures, walked
from tests.support.places import a_place, a_venue, an_opportunity, an_organisation, en, settings
from tests.support.random_places import places
from tests.support.wordings import edition

SITE = "https://learning.example.org/avonport/"
FOLDER = "data/openactive/"
FEEDS = ("events", "course-instances", "session-series")
OPEN = settings(licence=Licence("CC-BY-4.0", "https://cc.example/by/4.0/"), nation="wales")
ALIGNED = TermAlignment("OpenActive", FOOTBALL["prefLabel"], FOOTBALL["id"])
TOPICS = Taxonomy(
    topics=(
        TaxonomyTerm("football", en("Footie"), alignment=ALIGNED),
        TaxonomyTerm("making", en("Making")),
    )
)
DOOR = a_venue(
    address="1 Quay Street, Avonport", postcode="NP20 1AA",
    placed=Location(51.5876, -2.9945), placing=Placing.RECORD,
)  # fmt: skip
START = datetime(2026, 12, 8, 17)
ONCE = Schedule(entries=(Session(START, START + timedelta(hours=2)),))
TUESDAYS = Recurrence(
    Every(Frequency.WEEKLY, time(17), time(19), by_day=(ByDay(1),)), date(2026, 9, 8)
)
WEEKLY = Schedule(entries=(TUESDAYS,))


def match(identifier: str = "match", **given: object) -> Opportunity:
    fields = {"kind": "event", "topics": ("football", "making"), "schedule": ONCE}
    return an_opportunity(identifier, **{**fields, **given})


def a_field(*records: Opportunity, **given: object) -> Place:
    fields = {"settings": OPEN, "taxonomy": TOPICS}
    return a_place(*records, DOOR, an_organisation(), **{**fields, **given})


def files(place: Place, language: str = "") -> dict[str, bytes]:
    return {it.path: it.content for it in open_active_feeds(edition(place, language)).artifacts}


def page(place: Place, name: str) -> Any:  # noqa: ANN401 - JSON
    return json.loads(files(place)[f"{FOLDER}{name}.json"])


def walk(made: dict[str, bytes], address: str) -> list[dict[str, Any]]:
    """Return every item from a page to the last, as one who follows ``next`` comes to them."""
    items, seen = [], ""
    for _ in range(20):
        told = json.loads(made[address.removeprefix(SITE)])
        items += told["items"]
        if told["next"] == address and not told["items"]:
            return items
        seen, address = address, told["next"]
    raise AssertionError(f"no end after {seen}")


def full_field() -> Place:
    sessions = tuple(
        Session(START + timedelta(days=day), START + timedelta(days=day, hours=2), status=status)
        for day, status in enumerate(SessionStatus)
    )
    prices = (CostEntry(amount=Decimal("4.50"), note=en("on the day")), CostEntry(free=True))
    weeks = Schedule(entries=(replace(TUESDAYS, until=date(2026, 12, 15)),))
    ages = AgeRange(11, 16)
    course = match("course", kind="course", ages=ages, cost=prices, spaces=12, schedule=weeks)
    monthly = Every(Frequency.MONTHLY, time(9), time(10), by_day=(ByDay(5, -1),))
    club = match("club", kind="club", schedule=Schedule(entries=(
        *sessions, TUESDAYS, Recurrence(monthly, date(2026, 9, 1)))))  # fmt: skip
    ending = {"course": Prospect(last_day=date(2026, 12, 15))}
    gone = (Gone("opportunity", "gone-away"),)
    return a_field(match(), course, club, match("job", kind="job"), prospects=ending, gone=gone)


def test_published_validators_find_no_failure_in_any_kind_of_item() -> None:
    made = files(full_field())

    assert [json.loads(made[f"{FOLDER}{name}.json"])["items"][-1]["state"] for name in FEEDS]
    assert failures(SITE, made) == []
    assert {path.partition("-end-")[0] for path in walked(SITE, made)} >= {
        f"{FOLDER}{name}" for name in FEEDS
    }


def test_published_validators_would_find_one() -> None:
    made = files(full_field())
    path = f"{FOLDER}events.json"
    made[path] = made[path].replace(b'"endDate"', b'"ends"').replace(b'"state"', b'"status"')

    assert {it.split(": ")[1] for it in failures(SITE, made)} >= {"missing_required_field"}


@given(places())
def test_feeds_are_walked_in_order_from_first_page_to_last(place: Place) -> None:
    made = files(replace(place, settings=replace(place.settings, licence=OPEN.licence, url=SITE)))

    for name in FEEDS:
        items = walk(made, f"{SITE}{FOLDER}{name}.json")
        order = [(item["modified"], item["id"]) for item in items]
        assert order == sorted(set(order))
        assert all(("data" in item) == (item["state"] == "updated") for item in items)


def test_feed_of_many_has_several_pages() -> None:
    many = [match(f"match-{number:04}") for number in range(MOST_ITEMS + 3)]

    made = files(a_field(*many))

    assert len(json.loads(made[f"{FOLDER}events.json"])["items"]) == MOST_ITEMS
    assert len(walk(made, f"{SITE}{FOLDER}events.json")) == MOST_ITEMS + 3


def test_whoever_waits_at_a_last_page_reads_the_feed_again_once_it_has_changed() -> None:
    before = files(a_field(match()))
    last = json.loads(before[f"{FOLDER}events.json"])["next"]

    read_again = [
        walk(files(a_field(match(title=en(f"Match {number}")))), last)
        for number in range(6 * LAST_PAGES)
    ]

    assert walk(before, last) == []
    assert len([items for items in read_again if items]) > 3 * LAST_PAGES


def test_type_follows_from_the_dates() -> None:
    both = Schedule(entries=(*ONCE.entries, TUESDAYS))
    records = (
        match("once"), match("weekly", schedule=WEEKLY), match("both", schedule=both),
        match("course", kind="course", schedule=WEEKLY),
        match("endless", kind="course", schedule=WEEKLY),
        match("anytime", schedule=Schedule(anytime=True)), match("job", kind="job"),
    )  # fmt: skip
    place = a_field(*records, prospects={"course": Prospect(last_day=date(2026, 12, 15))})

    held = {
        name: [it["id"] for it in page(place, name)["items"] if it["state"] == "updated"]
        for name in FEEDS
    }

    assert held == {
        "events": ["once"],
        "course-instances": ["course"],
        "session-series": ["both", "endless", "weekly"],
    }


@pytest.mark.parametrize(
    "lacking",
    [
        {"topics": ("making",)}, {"cost": ()}, {"organisation": "nobody"},
        {"where": (WhereEntry(url="https://meet.example"),)},
    ],
)  # fmt: skip
def test_what_lacks_something_the_standard_demands_is_not_in_the_feeds(
    lacking: dict[str, Any],
) -> None:
    (item,) = page(a_field(match(**lacking)), "events")["items"]

    assert item == {"state": "deleted", "kind": "Event", "id": "match", "modified": 1793491200}


@pytest.mark.parametrize("shown", ["area", "hidden"])
def test_nothing_happens_at_a_venue_that_must_not_be_found(shown: str) -> None:
    refuge = replace(DOOR, location_shown=shown, title=en("Refuge"))
    place = a_place(match(), refuge, an_organisation(), settings=OPEN, taxonomy=TOPICS)

    told = b"".join(files(place).values())

    assert not [secret for secret in (b"Quay", b"NP20", b"51.58", b"Refuge") if secret in told]


def test_what_is_over_or_gone_is_told_as_deleted_on_the_day_it_was() -> None:
    overdue = Standing(Life.OVERDUE, overdue_on=date(2026, 11, 20))
    ended = Standing(Life.ENDED, ended_on=date(2026, 11, 10))
    standing = {("opportunity", "overdue"): overdue, ("opportunity", "ended"): ended}
    gone = (Gone("opportunity", "gone-away"), Gone("venue", "hall"))

    place = a_field(match("overdue"), match("ended"), standing=standing, gone=gone)
    items = page(place, "events")["items"]

    days = [(it["id"], f"{datetime.fromtimestamp(it['modified'], UTC):%Y-%m-%d}") for it in items]
    assert {it["state"] for it in items} == {"deleted"}
    assert days == [
        ("ended", "2026-11-10"), ("gone-away", "2026-11-20"), ("overdue", "2026-11-20"),
    ]  # fmt: skip


def test_draft_leaves_no_trace() -> None:
    told = b"".join(files(a_field(match("secret-plan", draft=True))).values())

    assert b"secret-plan" not in told


def test_item_says_it_is_for_all_ages_where_no_age_is_said() -> None:
    (item,) = page(a_field(match()), "events")["items"]

    assert item["data"]["ageRange"] == {"@type": "QuantitativeValue", "minValue": 0}
    assert item["data"]["startDate"] == "2026-12-08T17:00:00+00:00"
    assert item["data"]["duration"] == "PT120M"
    assert [each["prefLabel"] for each in item["data"]["activity"]] == ["Football"]
    assert item["data"]["category"] == ["Footie", "Making"]


def test_empty_feed_has_a_last_page_too() -> None:
    assert walk(files(a_field()), f"{SITE}{FOLDER}events.json") == []


def test_feeds_need_a_licence_and_are_made_once() -> None:
    assert files(a_field(match(), settings=replace(OPEN, licence=None))) == {}
    assert files(a_field(match(), settings=replace(OPEN, languages=("en", "cy"))), "cy") == {}
