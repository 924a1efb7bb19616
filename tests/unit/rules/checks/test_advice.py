"""Advice to authors: where it stands, in which language, and what it leaves in peace."""

from __future__ import annotations

import pytest

from generator.pipeline import stops
from tests.support.saltmarsh import place_files, record, with_fields
from tests.support.understanding import Understanding, understood

ROBOTICS = "opportunities/robotics.md"
BODY_LINE = 18


def told(body: str, path: str = ROBOTICS) -> list[str]:
    return of(body, path).told()


def of(body: str, path: str = ROBOTICS) -> Understanding:
    if path == ROBOTICS:
        text = with_fields(path, "").rpartition("---\n")[0] + f"---\n{body}"
    else:
        text = record("title: Adeiladu robot\n", body)
    return understood(place_files() | {path: text})


@pytest.mark.parametrize(
    ("body", "line", "column", "code"),
    [
        ("Come.\n\n[Here](https://a.example/)", 2, 1, "vague-link"),
        ("[*click here*](https://a.example/)", 0, 1, "vague-link"),
        ("[Read more …][a]\n\n[a]: https://a.example/", 0, 1, "vague-link"),
        ("[more](../badges/robot-builder.md)", 0, 1, "vague-link"),
        ("## One\n\n#### Two", 2, 1, "heading-skipped"),
        ("One\n===\n\n### Two", 3, 1, "heading-skipped"),
        ("[Plan](https://a.example/b.PDF?v=2)", 0, 1, "document-link"),
        ("Ring 07700 900123.", 0, 6, "personal-number"),
        ("Write to sian.davies@a.example.", 0, 10, "personal-address"),
        ("[Write](mailto:x@a.example) to Ann: ann@a.example", 0, 37, "personal-address"),
    ],
)
def test_advice_stands_where_its_author_wrote(body: str, line: int, column: int, code: str) -> None:
    assert told(body) == [f"{ROBOTICS}:{BODY_LINE + line}:{column} note {code}"]


@pytest.mark.parametrize(
    "body",
    [
        "[Here is the plan](https://a.example/)",
        "## One\n\n### Two\n\n## Three\n\n### Four",
        "#### One\n\n#### Two",
        "[The pdf-makers](https://a.example/pdf)",
        "In 2026 and 07700 steps.",
        "Nothing.",
    ],
)
def test_what_is_well_said_is_left_in_peace(body: str) -> None:
    assert told(body) == []


def test_each_language_has_its_own_idle_words() -> None:
    welsh = "opportunities/robotics.cy.md"

    assert told("[Cliciwch yma](https://a.example/)", welsh) == [f"{welsh}:4:1 note vague-link"]
    assert told("[Here](https://a.example/)", welsh) == []


def test_reading_age_is_asked_of_english_alone() -> None:
    hard = "Participants familiarise themselves with fundamental electronic componentry, " * 12

    assert told(hard) == [f"{ROBOTICS}:{BODY_LINE}:1 note hard-to-read"]
    assert told(hard, "opportunities/robotics.cy.md") == []


@pytest.mark.parametrize(
    ("alt", "weak"),
    [
        ("A robot lifts its arm", False),
        ("Photo of a robot", True),
        ("An image of a robot", True),
        ("Llun o robot", True),
        ("Picture frames on a wall", False),
        ("IMG_2031.jpg", True),
        ("Build your first robot", True),  # its title
    ],
)
def test_words_for_a_picture_say_what_it_shows(alt: str, weak: bool) -> None:  # noqa: FBT001 - each way
    image = f'image: {{file: images/robot.png, alt: "{alt}"}}\n'
    files = place_files() | {ROBOTICS: with_fields(ROBOTICS, image)}

    assert ("weak-alt" in understood(files).codes()) is weak


def test_missing_words_for_a_picture_come_with_help() -> None:
    image = "image: {file: images/robot.png}\n"
    files = place_files() | {ROBOTICS: with_fields(ROBOTICS, image)}

    [problem] = understood(files).problems

    assert problem.code == "missing-field"
    assert "who does what, and where" in problem.message


def test_advice_stops_nothing_however_strict() -> None:
    found = of("[Here](https://a.example/b.pdf), 07700 900123, ann@a.example")

    assert len(found.problems) == 4
    assert not stops(found.problems, strict=True)
