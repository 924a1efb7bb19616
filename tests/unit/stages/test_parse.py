from __future__ import annotations

from datetime import date

import pytest

from generator.model.opportunity import Opportunity
from generator.model.problem import Mark
from generator.model.record import Translation
from tests.support.saltmarsh import place_files, record, with_fields
from tests.support.understanding import understood

ROBOTICS = "opportunities/robotics.md"
WELSH = "opportunities/robotics.cy.md"


def robotics(files: dict[str, str | bytes]) -> tuple[Opportunity, list[str]]:
    found = understood(place_files() | files)
    one = next(each for each in found.catalogue.records if each.id == "robotics")
    assert isinstance(one, Opportunity)
    return one, found.told()


def test_translation_is_part_of_the_record_it_translates() -> None:
    read, told = robotics(
        {
            WELSH: record(
                "title: Adeiladu robot\ntext_by: Translation team\ntranslated_on: 2026-11-28\n",
                "Dewch fel yr ydych.\n",
            )
        }
    )

    assert told == []
    assert read.title.words("cy") == "Adeiladu robot"
    assert read.summary.chosen("cy")[0] == "en"
    assert [(tag, prose.text) for tag, prose in read.body] == [
        ("en", "Come as you are."),
        ("cy", "Dewch fel yr ydych."),
    ]
    said = Mark(WELSH, 4, 16)
    assert read.translations == (Translation("cy", "Translation team", date(2026, 11, 28), said),)


def test_translation_into_the_main_language_is_refused() -> None:
    _, told = robotics({"opportunities/robotics.en.md": record("title: Robots\n")})

    assert told == ["opportunities/robotics.en.md:1:1 error unknown-language"]


def test_problem_in_a_translation_of_a_draft_is_a_note() -> None:
    _, told = robotics(
        {
            ROBOTICS: with_fields(ROBOTICS, "draft: true\n"),
            WELSH: record("titel: x\n", "[a](nowhere.md)\n"),
        }
    )

    welsh = [one for one in told if one.startswith(WELSH)]
    assert welsh == [f"{WELSH}:2:1 note unknown-field", f"{WELSH}:4:5 note unknown-page"]


def test_text_is_checked_where_the_fields_cannot_be_read() -> None:
    found = understood(
        place_files() | {"pages/help.md": record('title: "Help\n', "<script>alert(1)</script>\n")}
    )

    assert found.told() == [
        "pages/help.md:2:8 error yaml-syntax",
        "pages/help.md:4:1 warning removed-html",
    ]


def test_broken_draft_blocks_nobody_and_nothing_that_names_it() -> None:
    found = understood(
        place_files() | {"opportunities/beach.md": record("draft: true\ntitle: [\n")}
        | {ROBOTICS: with_fields(ROBOTICS, "next: [beach]\n")}
    )  # fmt: skip

    assert {one.severity for one in found.problems} == {"note"}
    assert found.place.opportunities["robotics"].next_steps == ()


def test_missing_place_yaml_is_told_once() -> None:
    files = {path: text for path, text in place_files().items() if path != "place.yaml"}

    assert understood(files).told() == ["place.yaml:1:1 error no-place"]


def test_picture_larger_than_any_is_a_problem_and_no_fault() -> None:
    huge = b"\x89PNG\r\n\x1a\n" + b"\0" * (10 * 1024 * 1024)
    image = with_fields(ROBOTICS, "image: {file: images/robot.png, alt: A robot}\n")

    _, told = robotics({"images/robot.png": huge, ROBOTICS: image})

    assert told == [f"{ROBOTICS}:2:15 error unreadable-image"]


def test_pictures_that_nobody_names_are_not_prepared() -> None:
    found = understood(place_files() | {"images/broken.png": b"no picture"})

    assert found.problems == ()
    assert found.catalogue.pictures == ()


def test_place_s_logo_is_prepared_like_any_picture() -> None:
    logo = with_fields("place.yaml", "logo: {file: images/robot.png, alt: The council}\n")

    found = understood(place_files() | {"place.yaml": logo})

    assert found.problems == ()
    assert [path for path, _ in found.catalogue.pictures] == ["images/robot.png"]
    assert list(found.place.pictures) == ["images/robot.png"]


@pytest.mark.parametrize(
    ("logo", "told"),
    [
        ("{file: images/robto.png, alt: Us}", "1:14 error unknown-image"),
        ("{file: images/robot.png}", "1:7 error missing-field"),
        ("images/robot.png", "1:7 error missing-field"),
        ("{file: images/robot.svg, alt: Us}", "1:14 error invalid-image-path"),
        ("{file: images/broken.png, alt: Us}", "1:14 error unreadable-image"),
        ("{file: images/robot.png, alt: Us, dark: images/no.png}", "1:47 error unknown-image"),
        (
            "{file: images/robot.png, alt: Us, dark: images/broken.png}",
            "1:47 error unreadable-image",
        ),
    ],
)
def test_logo_that_cannot_be_shown_is_a_problem_where_it_is_named(logo: str, told: str) -> None:
    files: dict[str, str | bytes] = {
        "images/broken.png": b"<svg onload=alert(1)>",
        "place.yaml": with_fields("place.yaml", f"logo: {logo}\n"),
    }

    found = understood(place_files() | files).told()

    assert found == [f"place.yaml:{told}"]
