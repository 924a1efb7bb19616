"""A whole build, killed at any moment: the site is the old or the new, and the next heals it."""

from __future__ import annotations

import multiprocessing
import time
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from random import Random

import pytest

from generator import app
from generator.adapters.console import NullReporter
from generator.model.asked import Asked
from tests.support.random_folders import Wanted, seeded_folder, write_folder
from tests.support.sites import TODAY, build_site, tree

WRITING = "write"
FOREIGN = {"notes.txt": b"mine", "badges/mine/kept.txt": b"mine too"}


class Noting(NullReporter):
    """Writes the stage that has begun into a file, where it outlives the process."""

    def __init__(self, note: Path) -> None:
        self._note = note

    def stage(self, name: str) -> None:
        self._note.write_text(name, "ascii")


def build(content: Path, out: Path, note: Path) -> None:
    asked = Asked(content=content, out=out, today=date.fromisoformat(TODAY), jobs=1)
    app.build(asked, Noting(note))


def stage_of(note: Path) -> str:
    with suppress(FileNotFoundError):
        return note.read_text("ascii")
    return ""


def killed(content: Path, out: Path, chance: Random, span: Mapping[str, float]) -> str:
    """Begin a build and kill it; return the stage that it was in, "" for one that had ended.

    Two of three live until they write, and a part of that: most of a build is something else.
    """
    note = out.parent / "stage"
    note.unlink(missing_ok=True)
    process = multiprocessing.get_context("fork").Process(target=build, args=(content, out, note))
    process.start()
    if chance.random() < 0.67:
        while process.is_alive() and stage_of(note) != WRITING:
            time.sleep(0.001)
        process.join(chance.random() * span[WRITING] / 2)
    else:
        process.join(chance.random() * span["before"] / 2)
    process.kill()
    process.join()
    return stage_of(note) if process.exitcode else ""


def spans(content: Path, out: Path) -> dict[str, float]:
    """Return how long a build takes before it writes, and to write, in seconds."""
    note = out.parent / "stage"
    process = multiprocessing.get_context("fork").Process(target=build, args=(content, out, note))
    begun = time.monotonic()
    process.start()
    while process.is_alive() and stage_of(note) != WRITING:
        time.sleep(0.001)
    writing = time.monotonic()
    process.join()
    return {"before": writing - begun, WRITING: time.monotonic() - writing}


def places(folder: Path) -> list[Path]:
    """Return two states of a place, so different that most pages change."""
    first = seeded_folder(31, Wanted(size=6, hidden_from_readers=False))
    second = {
        path: content.replace(b"title:", b"title: # again\n ", 1)
        if path.endswith(".md")
        else content
        for path, content in seeded_folder(32, Wanted(size=6, hidden_from_readers=False)).items()
    }
    return [write_folder(folder / name / "content", files)
            for name, files in (("a", first), ("b", second))]  # fmt: skip


def check_kills(folder: Path, count: int) -> Counter[str]:
    """Kill so many builds; return in which stages."""
    contents = places(folder)
    whole = [tree(build_site(each, folder / f"whole-{number}")) | FOREIGN
             for number, each in enumerate(contents)]  # fmt: skip
    out = folder / "out" / "site"
    out.parent.mkdir()
    build_site(contents[0], out)
    write_folder(out, FOREIGN)
    took = [spans(each, out) for each in contents]
    chance = Random(7)  # noqa: S311 - any moments will do
    stages: Counter[str] = Counter()
    number = 0
    while stages.total() < count:
        number += 1
        new = number % 2
        stage = killed(contents[new], out, chance, took[new])
        if stage:  # one that had ended before the blow says nothing
            stages[stage] += 1

        assert tree(out) in whole, number
        build(contents[new], out, folder / "note")  # a plain build, which has to succeed
        assert tree(out) == whole[new], number
    return stages


def test_some_builds_are_killed_and_the_site_is_always_whole(tmp_path: Path) -> None:
    stages = check_kills(tmp_path, 4)

    assert stages.total() == 4


@pytest.mark.soak
def test_two_hundred_builds_are_killed_a_third_of_them_while_they_write(tmp_path: Path) -> None:
    stages = check_kills(tmp_path, 200)

    print("killed in", dict(stages))  # noqa: T201 - what the soak is asked for
    assert stages[WRITING] * 3 >= 200, stages
