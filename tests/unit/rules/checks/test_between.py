"""Checks between records, each in a place that is otherwise right."""

from __future__ import annotations

import pytest

from tests.support.saltmarsh import place_files, record, with_fields
from tests.support.understanding import TODAY, understood

NO_OUTLINE = '{"features": [{"type": "Feature", "properties": {"id": "harbour"}}]}'
ROBOTICS = "opportunities/robotics.md"


def told(changes: dict[str, str], **given: bool) -> list[str]:
    files = place_files() | changes
    return understood(files, today=TODAY, drafts=given.get("drafts", False)).told()


def fields(path: str, text: str) -> dict[str, str]:
    return {path: with_fields(path, text)}


def test_organisation_may_keep_its_own_record() -> None:
    assert told(fields("organisations/makers.md", "owner: makers\n")) == []


@pytest.mark.parametrize("drafts", [False, True])
def test_what_names_a_draft_is_warned_and_a_draft_is_never_an_error(drafts: bool) -> None:  # noqa: FBT001 - each way
    broken = "draft: true\nnext: [nowhere, beach]\naliases: [robotics]\nkind: thing\n"

    found = told(
        fields("opportunities/beach.md", broken) | fields(ROBOTICS, "next: [beach]\n"),
        drafts=drafts,
    )

    assert [one for one in found if " error " in one] == []
    assert any("refers-to-unpublished" in one for one in found) is not drafts


def test_draft_badges_may_say_so_in_their_status() -> None:
    files = place_files() | fields("badges/robot-mentor.md", "status: draft\ncriteria: x\n")

    found = understood(files)

    assert "robot-mentor" not in found.place.badges
    assert {problem.severity for problem in found.problems} == {"note"}


def test_alias_of_a_withdrawn_record_address_is_taken() -> None:
    found = told(
        fields("opportunities/beach.md", "status: withdrawn\n")
        | fields(ROBOTICS, "aliases: [beach]\n")
    )

    assert found == [f"{ROBOTICS}:2:11 error alias-taken"]


def test_two_records_cannot_have_one_alias() -> None:
    found = told(
        fields(ROBOTICS, "aliases: [old]\n") | fields("opportunities/beach.md", "aliases: [old]\n")
    )

    assert found == [f"{ROBOTICS}:2:11 error alias-taken"]


def test_chain_of_requirements_is_no_ring() -> None:
    assert told(fields("badges/robot-mentor.md", "requires: [robot-builder]\n")) == []


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        ("taxonomy.yaml", "topics: [\n", "yaml-syntax"),
        ("taxonomy.yaml", "- topics\n", "wrong-shape"),
        ("taxonomy.yaml", "topics: robotics, sea\n", "wrong-shape"),
        ("neighbourhoods.geojson", "{", "invalid-geojson"),
        ("neighbourhoods.geojson", NO_OUTLINE, "invalid-geojson"),
        ("venues/workshop.md", "---\ntitle: [\n---\n", "yaml-syntax"),
        ("venues/workshop.md", "---\ntitle: \xff\n---\n", ""),
        ("badges/robot-builder.md", "No fields.", "no-front-matter"),
    ],
)  # fmt: skip
def test_file_that_cannot_be_read_blames_no_other(path: str, text: str, code: str) -> None:
    content = text.encode("latin-1") if not code else text.encode()
    whole = text if path != "taxonomy.yaml" or code == "yaml-syntax" or text[0] == "-" else None
    files = place_files() | {path: content if whole is not None else with_fields(path, text)}

    found = understood(files).problems

    assert {(one.mark.path, one.code) for one in found} == {(path, code or "not-utf-8")}


def test_place_yaml_that_cannot_be_read_blames_no_record() -> None:
    welsh = {"opportunities/robotics.cy.md": record("title: Adeiladu robot\n")}

    found = told({"place.yaml": 'name: "Saltmarsh\n', **welsh})

    assert found == ["place.yaml:1:7 error yaml-syntax"]


def test_link_in_a_text_to_a_file_that_cannot_be_read_is_not_unknown() -> None:
    found = told(
        {
            ROBOTICS: with_fields(ROBOTICS, "").replace("Come", "[Count](beach.md), come"),
            "opportunities/beach.md": "Nothing.",
        }
    )

    assert found == ["opportunities/beach.md:1:1 error no-front-matter"]


def test_safeguarding_is_not_asked_for_where_adults_alone_take_part() -> None:
    without = {"organisations/makers.md": record("title: M\nsummary: M.\nsector: voluntary\n")}
    adults = "ages: {from: 18}\n"

    assert told(without) == ["organisations/makers.md:1:1 error safeguarding-missing"]
    assert told(without | fields(ROBOTICS, adults) | fields("opportunities/beach.md", adults)) == []


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        (fields(ROBOTICS, "summary: Come to 7 Hidden Row at five.\n"), f"{ROBOTICS}:2:10"),
        (fields(ROBOTICS, "summary: Ring, then flat 12b hidden-row.\n"), ""),
        (
            fields(ROBOTICS, 'book: "https://maps.example/?q=YO21+1AE"\njoin: book\n'),
            f"{ROBOTICS}:2:7",
        ),
        ({ROBOTICS: with_fields(ROBOTICS, "") + "\nAt yo211ae.\n"}, f"{ROBOTICS}:18:1"),
        (fields("venues/hall.md", "postcode: YO21 1AE\nlocation: [54.487, -0.614]\n"), ""),
        (fields("venues/hall.md", "opening: See 7 hidden row\n"), "venues/hall.md:2:10"),
    ],
)
def test_address_of_a_refuge_is_found_wherever_it_stands(
    changes: dict[str, str], where: str
) -> None:
    refuge = record(
        'title: Refuge\naddress: "Flat 2, 7 Hidden Row"\npostcode: YO21 1AE\n'
        "location_shown: hidden\n"
    )

    found = told({"venues/refuge.md": refuge, **changes})

    given_away = [one for one in found if "address-given-away" in one]
    assert given_away == ([f"{where} error address-given-away"] if where else [])


def test_session_at_an_unpublished_venue_loses_it() -> None:
    when = "when:\n  sessions:\n    - {every: day 09:00-10:00, from: 2026-09-01, where: hall}\n"
    files = place_files() | fields("venues/hall.md", "draft: true\n") | fields(ROBOTICS, when)

    place = understood(files).place

    assert place.opportunities["robotics"].venues == ("workshop",)
