from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given

from generator.model.badge import Alignment, Badge, Evidence, Requirement
from generator.model.picture import Picture
from generator.model.place import Place
from generator.model.record import Contact, Image
from generator.model.registry import BADGE, ORGANISATION
from generator.outputs.achievements import achievements
from generator.rules.badge_images import badge_image_address
from tests.support.contexts import expand
from tests.support.open_badges import check_achievement, check_profile
from tests.support.places import a_badge, a_place, an_organisation, en, settings
from tests.support.random_places import places
from tests.support.wordings import edition

SITE = "https://learning.example.org/avonport/"
ESCO = Alignment("ESCO", "S1.2", en("solve problems"), "https://esco.example/S1.2")
OTHER = "https://esco.example/T"


def documents(place: Place, language: str = "") -> dict[str, Any]:
    produced = achievements(edition(place, language))
    return {artifact.path: json.loads(artifact.content) for artifact in produced.artifacts}


def achievement(place: Place, identifier: str = "robotics-1") -> Any:  # noqa: ANN401 - JSON
    return documents(place)[f"badges/{identifier}/achievement.json"]


def narrated(narrative: str) -> list[str]:
    """Return the items of a Markdown list of plain words."""
    items = [line[2:] for line in narrative.splitlines() if line.startswith("- ")]
    return [re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", item) for item in items]


def absolute_types(expanded: Any) -> list[str]:  # noqa: ANN401 - JSON
    match expanded:
        case list():
            return [kind for item in expanded for kind in absolute_types(item)]
        case dict():
            own = expanded.get("@type", [])
            rest = [value for key, value in expanded.items() if key != "@type"]
            return [*([own] if isinstance(own, str) else own), *absolute_types(rest)]
        case _:
            return []


def test_identity_is_the_documents_own_address() -> None:
    place = a_place(an_organisation(), a_badge())

    made = documents(place)

    assert made["badges/robotics-1/achievement.json"]["id"] == (
        f"{SITE}badges/robotics-1/achievement.json"
    )
    assert (
        made["organisations/makers/issuer.json"]["id"] == f"{SITE}organisations/makers/issuer.json"
    )


@given(places(kinds=(ORGANISATION, BADGE)))
def test_each_badge_carries_its_own_records_values(place: Place) -> None:
    site, language = place.settings.url, place.settings.language

    made = documents(place)

    for badge in place.badges.values():
        if badge.status == "draft":
            continue
        document = made[f"badges/{badge.id}/achievement.json"]
        issuer = place.organisations[badge.issuer]
        own = document.get("alignment", [])[: len(badge.alignments)]
        names = ("targetFramework", "targetCode", "targetName", "targetUrl")
        assert document["name"] == badge.title.words(language)
        assert document["description"] == badge.summary.words(language)
        assert narrated(document["criteria"]["narrative"]) == [
            criterion.words(language) for criterion in badge.criteria
        ]
        assert document["criteria"]["id"] == f"{site}badges/{badge.id}/"
        assert [tuple(each.get(name, "") for name in names) for each in own] == [
            (each.framework, each.code, each.name.words(language), each.url)
            for each in badge.alignments
        ]
        assert document["image"]["id"] == site + badge_image_address(badge, place)
        assert document["creator"]["id"] == f"{site}organisations/{issuer.id}/issuer.json"
        assert document["creator"]["name"] == issuer.title.words(language)
        assert document.get("version", "") == badge.version


@given(places(kinds=(ORGANISATION, BADGE)))
def test_documents_are_valid_and_lose_nothing_in_json_ld(place: Place) -> None:
    made = documents(place)

    for path, document in made.items():
        check = check_achievement if path.endswith("achievement.json") else check_profile
        check(document)
        kinds = absolute_types(expand(document))
        assert all(kind.startswith("https://") for kind in kinds), kinds


def test_issuer_embedded_in_a_badge_is_the_one_published() -> None:
    place = a_place(
        an_organisation(
            charity_number="1234567",
            contact=Contact(email="hello@makers.example", phone="01633 000000"),
        ),
        a_badge(),
    )

    made = documents(place)

    profile = made["organisations/makers/issuer.json"]
    assert {
        "@context": profile["@context"],
        **made["badges/robotics-1/achievement.json"]["creator"],
    } == profile
    assert profile["email"] == "hello@makers.example"
    assert profile["otherIdentifier"] == [
        {"type": "IdentifierEntry", "identifier": "1234567", "identifierType": "ext:charityNumber"}
    ]


@pytest.mark.parametrize("badge", [a_badge(draft=True), a_badge(status="draft")])
def test_draft_has_no_identity(badge: Badge) -> None:
    place = a_place(an_organisation(), badge)

    assert documents(place) == {}


def test_retired_badge_keeps_its_documents() -> None:
    place = a_place(an_organisation(), a_badge(status="retired"))

    assert "badges/robotics-1/achievement.json" in documents(place)


def test_badge_with_a_picture_names_it_and_what_it_shows() -> None:
    image = Image("images/robot.png", en("A robot <arm>"))
    picture = Picture(b"pixels", ".png", 320, 320)
    badge = a_badge(image=image)
    place = a_place(an_organisation(), badge, pictures={"images/robot.png": picture})

    document = achievement(place)

    assert document["image"] == {
        "id": SITE + badge_image_address(badge, place),
        "type": "Image",
        "caption": "A robot <arm>",
    }


def test_badge_without_a_picture_names_the_drawn_one() -> None:
    place = a_place(an_organisation(), a_badge())

    assert achievement(place)["image"] == {
        "id": f"{SITE}badges/robotics-1/badge.svg",
        "type": "Image",
    }


def test_evidence_follows_the_criteria() -> None:
    evidence = Evidence(en("A photograph"), en("Workshop leader"))
    place = a_place(an_organisation(), a_badge(evidence=evidence))

    assert achievement(place)["criteria"]["narrative"] == (
        "- Earner has built a robot.\n"
        "- Earner has explained how it works.\n"
        "\n"
        "Evidence: A photograph\n"
        "\n"
        "Reviewed by: Workshop leader"
    )


def test_related_badges_are_those_that_have_documents() -> None:
    place = a_place(
        an_organisation(),
        a_badge(requires=Requirement(all_of=("robotics-0",)), leads_to=("robotics-2", "a-course")),
        a_badge("robotics-0"),
        a_badge("robotics-2", draft=True),
    )

    assert achievement(place)["related"] == [
        {"id": f"{SITE}badges/robotics-0/achievement.json", "type": ["Related"]}
    ]


def test_own_alignment_comes_before_those_of_its_skills_and_is_not_repeated() -> None:
    place = a_place(
        an_organisation(), a_badge(alignments=(ESCO, ESCO), skills=("problem-solving",))
    )

    urls = [each["targetUrl"] for each in achievement(place)["alignment"]]

    assert urls == [ESCO.url, ESCO.url]


def test_other_editions_add_no_second_identity() -> None:
    place = a_place(an_organisation(), a_badge(), settings=settings(languages=("en", "cy")))

    assert documents(place, "cy") == {}


def test_organisation_that_issues_nothing_has_no_profile() -> None:
    place = a_place(an_organisation(), an_organisation("library"), a_badge())

    assert [path for path in documents(place) if path.startswith("organisations/")] == [
        "organisations/makers/issuer.json"
    ]
