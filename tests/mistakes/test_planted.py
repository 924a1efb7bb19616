"""Done-when 4 of the first issue: every mistake is told in one run, and nothing else is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.model.codes import CODES
from generator.rules.front_matter import FENCE
from tests.mistakes.planted import HERE, Told, planted
from tests.support.saltmarsh import place_files, record, with_fields
from tests.support.sites import Finished, doorstep

CONTENT = planted(HERE / "content")
PLACE = planted(HERE / "place")

PICTURED = "opportunities/pictured.md"
# What an editor cannot be trusted to keep: sizes, encodings, control characters, broken pictures.
ODD: dict[str, tuple[bytes, int, int, str]] = {
    "opportunities/latin.md": (record("title: Café\n").encode("latin-1"), 2, 11, "not-utf-8"),
    "opportunities/wide.md": (record("title: Robots\n").encode("utf-16"), 1, 1, "not-utf-8"),
    "opportunities/large.md": (b"---\n" + b"x" * 70_000, 1, 1, "too-large"),
    "opportunities/bell.md": (
        with_fields("opportunities/bell.md", "title: Robots\a\n").encode(),
        2, 14, "forbidden-character",
    ),
    PICTURED: (
        with_fields(PICTURED, "image: {file: images/torn.png, alt: A robot}\n").encode(),
        2, 15, "unreadable-image",
    ),
    "images/notes.svg": (b"<svg onload='alert(1)'/>", 1, 1, "stray-file"),
    "opportunities/robots.txt": (b"Notes.", 1, 1, "stray-file"),
    "opportunites/robots.md": (b"---\n---\n", 0, 0, ""),
}  # fmt: skip
ALSO: tuple[Told, ...] = (
    ("opportunites", 1, 1, "warning", "stray-file"),
    ("venues/linked.md", 1, 1, "error", "symbolic-link"),
    ("badges/elsewhere", 1, 1, "error", "symbolic-link"),
)


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mistakes") / "content"
    write(folder, {**place_files(), **{file.path: file.text for file in CONTENT}})
    write(folder, {path: what for path, (what, *_) in ODD.items()})
    write(folder, {"images/torn.png": b"\x89PNG\r\n\x1a\n and no more"})
    (folder / "venues/linked.md").symlink_to(folder / "venues/hall.md")
    (folder / "badges/elsewhere").symlink_to(folder / "venues")
    return folder


@pytest.fixture(scope="module")
def checked(content: Path) -> Finished:
    return check(content)


def write(folder: Path, files: dict[str, str | bytes]) -> None:
    for path, what in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(what.encode() if isinstance(what, str) else what)


def check(content: Path) -> Finished:
    options = ("--content", "content", "--today", "2026-11-23", "--format", "json")
    return doorstep("check", *options, cwd=content.parent)


def told(checked: Finished) -> set[Told]:
    return {
        (
            problem["path"].removeprefix("content/"),
            problem["line"],
            problem["column"],
            problem["severity"],
            problem["code"],
        )
        for problem in json.loads(checked.stdout)["problems"]
    }


def expected() -> set[Told]:
    odd = {
        (path, line, column, str(CODES[code].severity), code)
        for path, (_, line, column, code) in ODD.items()
        if code
    }
    return {each for file in CONTENT for each in file.told} | odd | set(ALSO)


def test_there_are_enough_mistakes_of_enough_kinds() -> None:
    every = expected() | {each for file in PLACE for each in file.told}

    assert len(every) > 150
    assert len({code for *_, code in every}) > 75


def test_every_mistake_is_told_in_one_run_and_nothing_else(checked: Finished) -> None:
    assert sorted(expected() - told(checked)) == []
    assert sorted(told(checked) - expected()) == []


def test_mistakes_end_a_check_without_a_traceback(checked: Finished) -> None:
    assert checked.status == 1
    assert "Traceback" not in checked.stderr
    assert str(HERE) not in checked.stdout


def test_nothing_is_published(content: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"

    ended = doorstep("build", "--content", content, "--out", out, "--today", "2026-11-23")

    assert ended.status == 1
    assert "Traceback" not in ended.stderr
    assert not out.exists()


def test_mistakes_in_place_yaml_are_all_told_and_blame_no_record(tmp_path: Path) -> None:
    files = place_files() | {file.path: file.text for file in PLACE}
    write(tmp_path / "content", files)

    checked = check(tmp_path / "content")

    assert told(checked) == {each for file in PLACE for each in file.told}
    assert checked.status == 1


def test_same_mistakes_in_drafts_block_nothing(tmp_path: Path) -> None:
    drafts = {
        file.path: file.text.replace(f"{FENCE}\n", f"{FENCE}\ndraft: true\n", 1)
        for file in CONTENT
        if file.path.endswith(".md")
    }
    odd = {
        path: what.replace(b"---\n", b"---\ndraft: true\n", 1)
        for path, (what, *_, code) in ODD.items()
        if code in ("forbidden-character", "unreadable-image")
    }
    without_fields = {"opportunities/bare.md"}  # where there are no fields, none can say "draft"
    kept = {path: text for path, text in drafts.items() if path not in without_fields}
    write(tmp_path / "content", {**place_files(), **kept, **odd})
    write(tmp_path / "content", {"images/torn.png": b"\x89PNG\r\n\x1a\n and no more"})

    checked = check(tmp_path / "content")

    problems = json.loads(checked.stdout)["problems"]
    assert [one for one in problems if one["severity"] != "note"] == []
    assert len(problems) > 100
    assert checked.status == 0
