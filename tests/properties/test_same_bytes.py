"""The same content, day and version give the same bytes: on any machine, in any order, again."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from generator import app
from generator.adapters.console import NullReporter
from generator.model.asked import Asked
from generator.model.problem import Severity
from tests.support.in_memory import build_in_memory
from tests.support.random_folders import Files, Wanted, seeded_folder, write_folder
from tests.support.shuffled_directories import backward_directories
from tests.support.sites import NEWPORT, TODAY, build_site, copy_place, tree

# All at once: where the bytes are the same, no single one of them makes a difference.
ELSEWHERE = {
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "tr_TR.UTF-8",
    "LANG": "C",
    "LANGUAGE": "cy:fr",
    "PYTHONHASHSEED": "4242",
    "USER": "somebody-else",
    "HOME": "/",
    "COLUMNS": "40",
}


def built_here(content: Path, out: Path) -> dict[str, bytes]:
    """Build in this process, where directories can be shuffled; return the site's files."""
    asked = Asked(content=content, out=out, today=date.fromisoformat(TODAY), jobs=1)
    built = app.build(asked, NullReporter())
    errors = [one for one in built.problems if one.severity is Severity.ERROR]
    assert errors == []
    return tree(out)


@pytest.fixture
def strict_umask() -> object:
    before = os.umask(0o077)
    yield
    os.umask(before)


@pytest.mark.usefixtures("strict_umask")
def test_another_machine_gives_a_large_place_the_same_bytes(
    tmp_path: Path, anywhere_content: Path, anywhere: Path
) -> None:
    content = copy_place(anywhere_content, tmp_path / "ein Ordner" / "日本", "records")

    built = build_site(content, tmp_path / "out", "--jobs", "2", env=ELSEWHERE)

    assert tree(built) == tree(anywhere)


@pytest.mark.soak
@pytest.mark.usefixtures("strict_umask")
def test_another_machine_gives_newport_the_same_bytes(tmp_path: Path, newport: Path) -> None:
    content = copy_place(NEWPORT, tmp_path / "elsewhere")

    built = build_site(content, tmp_path / "out", "--jobs", "1", env=ELSEWHERE)

    assert tree(built) == tree(newport)


def test_order_in_which_directories_are_listed_changes_nothing(tmp_path: Path) -> None:
    files = seeded_folder(5, Wanted(size=30, languages=("en", "cy")))
    content = write_folder(tmp_path / "content", files)
    forwards = built_here(content, tmp_path / "forwards")

    with backward_directories():
        backwards = built_here(
            write_folder(tmp_path / "again" / "content", files), tmp_path / "backwards"
        )

    assert backwards == forwards


@pytest.mark.parametrize("seed", range(3))
def test_order_of_fields_changes_nothing(seed: int) -> None:
    wanted = Wanted(size=20, languages=("en", "cy"), chance=0.7)
    backwards = Wanted(size=20, languages=("en", "cy"), chance=0.7, backwards=True)
    files, turned = seeded_folder(seed, wanted), seeded_folder(seed, backwards)

    assert turned != files
    assert build_in_memory(turned).files == build_in_memory(files).files


def states() -> list[Files]:
    """Return a place as it changes: records come, go, are edited and become drafts."""
    languages = ("en", "cy")
    one = seeded_folder(1, Wanted(size=12, languages=languages))
    edited = {path: content.replace(b"Harbour", b"Riverside") for path, content in one.items()}
    badge = "badges/badge-1.md"
    return [
        one,
        {**edited, badge: edited[badge].replace(b"---\n", b"---\ndraft: true\n", 1)},
        seeded_folder(2, Wanted(size=20)),
        {path: content for path, content in one.items() if not path.startswith("pages/about.")},
    ]


def test_build_over_an_older_one_is_the_same_as_a_fresh_one(tmp_path: Path) -> None:
    content = tmp_path / "content"

    for number, files in enumerate(states()):
        for path in sorted(content.rglob("*.*")):
            path.unlink()
        write_folder(content, files)
        warm = built_here(content, tmp_path / "site")
        apart = write_folder(tmp_path / str(number) / "content", files)
        assert warm == built_here(apart, tmp_path / str(number) / "site"), number
