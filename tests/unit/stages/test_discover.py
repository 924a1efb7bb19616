from __future__ import annotations

import pytest

from generator.model.source import Content
from generator.stages.discover import MOST_RECORDS, discover
from tests.support.understanding import MemoryFolder

EMPTY = b"---\n---\n"


def found(files: dict[str, bytes], links: tuple[str, ...] = ()) -> tuple[Content, list[str]]:
    content, problems = discover(MemoryFolder(files, links), "content")
    return content, [f"{one.mark.path} {one.severity} {one.code}" for one in problems]


def test_records_are_found_by_folder_and_translations_beside_them() -> None:
    content, problems = found(
        {"badges/a.md": EMPTY, "badges/a.cy.md": EMPTY, "venues/a.md": EMPTY, "place.yaml": b"x"}
    )

    assert problems == []
    assert [
        (one.kind, one.id, [tag for tag, _ in one.translations]) for one in content.sources
    ] == [
        ("badge", "a", ["cy"]),
        ("venue", "a", []),
    ]
    assert content.place is not None
    assert content.place.path == "content/place.yaml"


@pytest.mark.parametrize(
    "path", [".git/config", "badges/.a.md.swp", "badges/a.md~", "#a.md#", "README.md",
             "basemap.pmtiles", "images/a.PNG", "images/makers/b.webp"],
)  # fmt: skip
def test_what_editors_and_systems_leave_is_passed_over(path: str) -> None:
    content, problems = found({path: b""})

    assert problems == []
    assert content.sources == ()


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("badges/Foo.md", "content/badges/Foo.md error invalid-id"),
        ("badges/straße.md", "content/badges/straße.md error invalid-id"),
        ("badges/" + "a" * 81 + ".md", f"content/badges/{'a' * 81}.md error invalid-id"),
        ("badges/nul.md", "content/badges/nul.md error invalid-id"),
        ("badges/com1.cy.md", "content/badges/com1.cy.md error invalid-id"),
        ("badges/a.welsh.md", "content/badges/a.welsh.md error invalid-language"),
        ("badges/a.cy.md", "content/badges/a.cy.md error orphan-translation"),
        ("badges/a.MD", "content/badges/a.MD warning stray-file"),
        ("images/a.svg", "content/images/a.svg warning stray-file"),
        ("place.yml", "content/place.yml warning stray-file"),
        ("badge/a.md", "content/badge warning stray-file"),
        ("badges/old/a.md", "content/badges/old warning stray-file"),
        (".htaccess", ""),
    ],
)
def test_misnamed_file_is_told(path: str, told: str) -> None:
    _, problems = found({path: EMPTY})

    assert problems == ([told] if told else [])


@pytest.mark.parametrize("path", ["badges/a.md", "badges", "images/a.png", "place.yaml"])
def test_links_are_refused_by_name_and_never_read(path: str) -> None:
    content, problems = found({}, links=(path,))

    assert problems == [f"content/{path} error symbolic-link"]
    assert content.files == ()
    assert content.images == ()


def test_size_decides_before_anything_is_read() -> None:
    content, problems = found({"badges/a.md": b"x" * 65_537, "badges/b.md": EMPTY})

    assert problems == ["content/badges/a.md error too-large"]
    assert [source.id for source in content.sources] == ["b"]
    assert content.unread == {("badge", "a")}


def test_translation_of_a_file_that_was_refused_is_no_orphan() -> None:
    _, problems = found({"badges/a.md": b"\xff", "badges/a.cy.md": EMPTY})

    assert problems == ["content/badges/a.md error not-utf-8"]


def test_draft_may_be_misnamed() -> None:
    _, problems = found({"badges/My_Badge.md": b"---\ndraft: true\n---\n"})

    assert problems == ["content/badges/My_Badge.md note invalid-id"]


def test_nearest_folder_is_named() -> None:
    _, problems = discover(MemoryFolder({"opportunites/a.md": EMPTY}), "content")

    assert [one.message for one in problems] == [
        'no records are looked for in this folder; did you mean "opportunities"?'
    ]


def test_more_records_than_any_place_has_are_told_once_and_none_is_read() -> None:
    class Unread(MemoryFolder):
        def read(self, path: str, limit: int | None = None) -> bytes:
            assert not path.endswith(".md")
            return super().read(path, limit)

    many = {f"badges/b{number}.md": b"" for number in range(MOST_RECORDS + 1)}
    files = {**many, "place.yaml": b"x"}

    content, problems = discover(Unread(files), "content")

    assert [(one.code, one.mark.path) for one in problems] == [
        ("too-many-records", "content/place.yaml")
    ]
    assert "100001 records" in problems[0].message
    assert content.sources == ()
    assert content.place is not None


def test_as_many_records_as_are_allowed_are_looked_at() -> None:
    many = {f"images/p{number}.png": b"" for number in range(50)}
    files = {**many, **{f"badges/b{number}.md": EMPTY for number in range(20)}}

    content, problems = found(files)

    assert problems == []
    assert len(content.sources) == 20
