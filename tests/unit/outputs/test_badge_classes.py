from __future__ import annotations

import json
from typing import Any

from hypothesis import given

from generator.model.place import Place
from generator.model.record import Contact
from generator.model.registry import BADGE, ORGANISATION
from generator.outputs.achievements import achievements
from generator.outputs.badge_classes import badge_classes
from tests.support.open_badges import check_badge_class, check_issuer_2
from tests.support.places import a_badge, a_place, an_organisation
from tests.support.random_places import places
from tests.support.wordings import edition

SITE = "https://learning.example.org/avonport/"


def documents(place: Place) -> dict[str, Any]:
    produced = badge_classes(edition(place))
    return {artifact.path: json.loads(artifact.content) for artifact in produced.artifacts}


@given(places(kinds=(ORGANISATION, BADGE)))
def test_documents_hold_what_2_0_demands(place: Place) -> None:
    for path, document in documents(place).items():
        check = check_badge_class if path.endswith("badgeclass.json") else check_issuer_2
        check(document)


@given(places(kinds=(ORGANISATION, BADGE)))
def test_badge_class_says_what_the_achievement_says(place: Place) -> None:
    newer = {
        artifact.path.removesuffix("achievement.json"): json.loads(artifact.content)
        for artifact in achievements(edition(place)).artifacts
    }

    for path, document in documents(place).items():
        if path.endswith("badgeclass.json"):
            achievement = newer[path.removesuffix("badgeclass.json")]
            assert document["criteria"] == achievement["criteria"]
            assert document["image"] == achievement["image"]["id"]
            assert document["name"] == achievement["name"]
            assert document.get("tags", []) == achievement.get("tag", [])
            assert [each["targetUrl"] for each in document.get("alignment", [])] == [
                each["targetUrl"] for each in achievement.get("alignment", [])
            ]


def test_issuer_of_a_class_is_the_document_published_for_it() -> None:
    made = documents(a_place(an_organisation(), a_badge()))

    assert (
        made["badges/robotics-1/badgeclass.json"]["issuer"]
        == (made["organisations/makers/issuer-2.0.json"]["id"])
    )
    assert made["badges/robotics-1/badgeclass.json"]["id"] == (
        f"{SITE}badges/robotics-1/badgeclass.json"
    )


def test_issuer_gives_its_own_email_where_it_has_one() -> None:
    maker = an_organisation(contact=Contact(email="hello@makers.example"))

    made = documents(a_place(maker, a_badge()))

    assert made["organisations/makers/issuer-2.0.json"]["email"] == "hello@makers.example"


def test_issuer_without_email_gives_the_teams() -> None:
    made = documents(a_place(an_organisation(), a_badge()))

    assert made["organisations/makers/issuer-2.0.json"]["email"] == "hello@example.org"
