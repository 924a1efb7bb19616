from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

from generator.model.entries import WhereEntry
from generator.model.location import Location, Placing
from generator.model.place import Gone, Place, Redirect
from generator.model.prospect import JoinState, Prospect
from generator.model.schedule import Occurrence, Schedule, Session
from generator.outputs.saved import saved
from generator.rules.shelves import shelf_of
from generator.views.saved import SavedPage
from tests.support.places import (
    a_badge,
    a_pathway,
    a_place,
    a_venue,
    an_opportunity,
    an_organisation,
    settings,
)
from tests.support.wordings import edition

START = datetime(2026, 12, 8, 17)
DATES = tuple(
    Occurrence(
        START + timedelta(weeks=week),
        START + timedelta(weeks=week, hours=2),
        (START + timedelta(weeks=week)).replace(tzinfo=UTC),
        (START + timedelta(weeks=week, hours=2)).replace(tzinfo=UTC),
    )
    for week in range(9)
)


def rows(place: Place, language: str = "") -> dict[str, dict[str, object]]:
    found: dict[str, dict[str, object]] = {}
    for file in saved(edition(place, language)).artifacts:
        found |= dict(json.loads(file.content)["cards"])
    return found


def test_everything_that_can_be_saved_has_a_card() -> None:
    place = a_place(an_opportunity(), a_badge(), a_pathway(), an_organisation(), a_venue())

    assert sorted(rows(place)) == [
        "badges/robotics-1",
        "opportunities/robotics",
        "pathways/engineer",
    ]


def test_card_says_what_a_learner_asks_first() -> None:
    session = Session(START, START + timedelta(hours=2))
    opportunity = an_opportunity(schedule=Schedule(entries=(session,)))
    prospects = {"robotics": Prospect(JoinState.JOINABLE, DATES, DATES)}

    card = rows(a_place(opportunity, an_organisation(), a_venue(), prospects=prospects))

    dates = card["opportunities/robotics"].pop("dates")
    assert card["opportunities/robotics"] == {
        "title": "Build your first robot",
        "summary": "Six evenings of building.",
        "kind": "Course",
        "where": "Central Library",
        "cost": "Free",
        "ages": "All ages",
        "by": "Harbour Makers",
        "calendar": True,
    }
    assert isinstance(dates, list)
    assert len(dates) == 4
    assert dates[0] == [
        "2026-12-08, 17:00",
        "2026-12-08T17:00:00+00:00",
        "2026-12-08T19:00:00+00:00",
    ]


def test_what_has_moved_or_is_gone_is_told_of() -> None:
    place = a_place(
        an_opportunity(),
        redirects=(Redirect("opportunity", "robots", "robotics"), Redirect("venue", "a", "b")),
        gone=(Gone("badge", "old-badge"), Gone("organisation", "old-club")),
    )

    found = rows(place)

    assert found["opportunities/robots"] == {"moved": "opportunities/robotics"}
    assert found["badges/old-badge"] == {"gone": True}
    assert len(found) == 3


def test_hidden_venue_is_on_no_card() -> None:
    refuge = a_venue(
        "refuge",
        location_shown="hidden",
        address="1 Secret Street",
        postcode="NP20 9ZZ",
        placed=Location(51.123456, -2.654321),
        placing=Placing.RECORD,
    )
    place = a_place(an_opportunity(where=(WhereEntry(venue="refuge"),)), refuge)

    content = b"".join(file.content for file in saved(edition(place)).artifacts)

    assert not [word for word in (b"Secret", b"NP20", b"51.12") if word in content]


def test_cards_of_a_large_place_stand_where_browsers_look_for_them() -> None:
    place = a_place(*(an_opportunity(f"club-{number}") for number in range(100)))
    produced = saved(edition(place))

    [page] = produced.pages
    assert isinstance(page.view, SavedPage)
    assert page.view.shelves == len(produced.artifacts) == 8
    for file in produced.artifacts:
        for identifier, _ in json.loads(file.content)["cards"]:
            number = shelf_of(identifier, page.view.shelves)
            assert file.path == f"saved/cards/{number}.json"


def test_each_edition_has_a_list_in_its_words() -> None:
    place = a_place(an_opportunity(), settings=settings(languages=("en", "cy")))

    produced = saved(edition(place, "cy"))

    assert [page.path for page in produced.pages] == ["cy/saved/index.html"]
    assert [file.path for file in produced.artifacts] == ["cy/saved/cards/0.json"]
    assert rows(place, "cy")["opportunities/robotics"]["language"] == "en"


def test_search_engines_are_asked_to_leave_the_list_out() -> None:
    [page] = saved(edition(a_place())).pages

    assert isinstance(page.view, SavedPage)
    assert not page.view.frame.indexed
