"""A warm build gives what a cold one gives, byte for byte and problem for problem.

Cold is: a new folder, an empty cache. What they are compared by is all that a build gives: the
site, the problems, or why it was refused. That the cache was used is counted from outside: records
that were read, calls of the renderer, files that were kept without being made.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from types import MappingProxyType
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.adapters.publishing.disk import Disk
from tests.support.place_edits import EDITS, Edited
from tests.support.random_folders import Files, Wanted, seeded_folder, write_folder
from tests.support.sites import ROOT, TINY, TODAY, build_site, doorstep, tree, tree_differences
from tests.support.warm_builds import Came, Workshop, damage

BILINGUAL = ROOT / "tests" / "sites" / "bilingual" / "content"
PLACES = ("tiny", "bilingual", "random")


def a_place(name: str) -> Edited:
    match name:
        case "tiny":
            return Edited(tree(TINY))
        case "bilingual":
            return Edited(tree(BILINGUAL))
        case _:
            return Edited(seeded_folder(7, Wanted(size=8, languages=("en", "cy"))))


@dataclass
class Story:
    """A place that is edited and built, over and over, and what was counted of that."""

    shop: Workshop
    place: Edited
    foreign: Files = field(default_factory=dict)
    last: tuple[Edited, Came] | None = None
    read: int = 0
    read_cold: int = 0
    drawn: int = 0
    drawn_cold: int = 0
    kept: int = 0
    at_once: int = 0

    def step(self, name: str, seed: int) -> None:
        """Do what has this name, then build warm and cold."""
        random = Random(seed)  # noqa: S311 - nothing is kept secret
        before = self.place.copy()
        if name in MISHAPS:
            self.shop.lay_out(self.place)
            MISHAPS[name](self, random)
        else:
            EDITS[name](self.place, random)
            self.shop.lay_out(self.place)
        came = self.same(name)
        if came.site is None:
            # Somebody mends it, or all that follows would be about a place that cannot be built.
            self.place = before
            self.shop.lay_out(before)
            self.same(f"{name}, mended")

    def same(self, name: str) -> Came:
        """Build warm and cold, and fail unless they are the same."""
        warm = self.shop.warm(self.place)
        cold = self._cold()
        assert (warm.refused, warm.problems) == (cold.refused, cold.problems), name
        assert (warm.site is None) == (cold.site is None), name
        if warm.site is not None and cold.site is not None:
            different = tree_differences({**cold.site, **self.foreign}, warm.site)
            assert different == [], (name, different[:60])
        self.read += warm.calls.read
        self.read_cold += cold.calls.read
        self.drawn += len(warm.calls.drawn)
        self.drawn_cold += len(cold.calls.drawn)
        self.kept += warm.calls.kept
        self.at_once += warm.calls.at_once
        return warm

    def _cold(self) -> Came:
        if self.last is None or self.last[0] != self.place:
            self.last = self.place.copy(), self.shop.cold(self.place)
        return self.last[1]


def drawing_fails(story: Story, random: Random) -> None:
    """An edit is built, and the build ends in the middle of the drawing."""
    EDITS["title"](story.place, random)
    story.shop.lay_out(story.place)
    came = story.shop.warm(story.place, fails_at=random.randint(1, 4))
    assert came.site is None or len(came.calls.drawn) < 4


def publishing_fails(story: Story, random: Random) -> None:
    """An edit is built, and the disk fails while the site is written."""
    EDITS["body"](story.place, random)
    story.shop.lay_out(story.place)
    left = random.randint(0, 3)
    create = Disk.create

    def failing(self: Disk, path: str, content: bytes) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise OSError(28, "No space left on device")
        create(self, path, content)

    with patch.object(Disk, "create", failing):
        assert story.shop.warm(story.place).refused


def a_foreign_file(story: Story, random: Random) -> None:
    name = f"{random.choice(('', 'opportunities/', 'of-mine/'))}mine-{random.randrange(9)}.txt"
    write_folder(story.shop.site, {name: b"not Doorstep's"})
    story.foreign[name] = b"not Doorstep's"


def changed_by_hand(story: Story, random: Random) -> None:
    """A page of the site is edited: it is in the way until somebody moves it."""
    page = story.shop.page(random)
    content = page.read_bytes()
    page.write_bytes(content.swapcase())
    came = story.shop.warm(story.place)
    assert page.relative_to(story.shop.site).as_posix() in came.refused
    assert page.read_bytes() == content.swapcase()
    if random.random() < 0.5:
        page.unlink()
    else:
        page.write_bytes(content)


def deleted_by_hand(story: Story, random: Random) -> None:
    for _ in range(random.randint(1, 3)):
        story.shop.page(random).unlink()


def site_is_gone(story: Story, _random: Random) -> None:
    story.shop.site.rename(story.shop.root / f"site-before-{story.place.number()}")
    story.foreign.clear()


def damaged(story: Story, random: Random) -> None:
    for _ in range(random.randint(1, 3)):
        damage(story.shop.cache, random)


def damaged_and_edited(story: Story, random: Random) -> None:
    damaged(story, random)
    EDITS["summary"](story.place, random)
    story.shop.lay_out(story.place)


Mishap = Callable[[Story, Random], None]
MISHAPS = MappingProxyType[str, Mishap]({
    "drawing fails": drawing_fails,
    "publishing fails": publishing_fails,
    "foreign file": a_foreign_file,
    "changed by hand": changed_by_hand,
    "deleted by hand": deleted_by_hand,
    "site is gone": site_is_gone,
    "damaged": damaged,
    "damaged and edited": damaged_and_edited,
})  # fmt: skip
EVERYTHING = (*EDITS, *MISHAPS)


def begun(folder: str, place: str) -> Story:
    story = Story(Workshop(Path(folder)), a_place(place))
    story.shop.lay_out(story.place)
    story.same("first")
    assert story.drawn == story.drawn_cold > 0, "the first build is a cold one"
    return story


@pytest.mark.parametrize("part", range(3))
def test_every_kind_of_edit_and_mishap_gives_what_a_cold_build_gives(part: int) -> None:
    with TemporaryDirectory() as folder:
        story = begun(folder, "tiny")
        first, first_read = story.drawn, story.read

        for number, name in enumerate(EVERYTHING[part::3]):
            story.step(name, number)

    rest = story.drawn_cold - first
    assert story.drawn - first < rest / 2, f"{story.drawn - first} of {rest} pages were drawn again"
    read, rest_read = story.read - first_read, story.read_cold - first_read
    assert read < rest_read / 2, f"{read} of {rest_read} records were read again"
    assert story.kept > rest
    assert story.at_once > 0


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("place", PLACES)
def test_every_kind_of_edit_in_any_place(place: str, seed: int) -> None:
    order = list(EVERYTHING)
    Random(seed).shuffle(order)  # noqa: S311 - nothing is kept secret
    with TemporaryDirectory() as folder:
        story = begun(folder, place)

        for number, name in enumerate(order):
            story.step(name, seed * 1000 + number)


@settings(max_examples=max(2, settings().max_examples // 20))
@given(
    place=st.sampled_from(PLACES),
    steps=st.lists(st.tuples(st.sampled_from(EVERYTHING), st.integers(0, 999)), max_size=8),
)
def test_any_sequence_gives_what_a_cold_build_gives(
    place: str, steps: list[tuple[str, int]]
) -> None:
    with TemporaryDirectory() as folder:
        story = begun(folder, place)

        for name, seed in steps:
            story.step(name, seed)
        before = story.drawn
        story.same("nothing")

        assert story.drawn == before, "nothing changed, and pages were drawn"


def killed(content: Path, out: Path, after: float) -> None:
    """Begin to build, and end the process without warning."""
    command = [sys.executable, "-m", "generator", "build", "--content", str(content)]
    begun = subprocess.Popen(
        [*command, "--out", str(out), "--today", TODAY, "--jobs", "2"],
        cwd=ROOT,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        begun.wait(after)
    except subprocess.TimeoutExpired:
        os.killpg(begun.pid, signal.SIGKILL)
    begun.wait()


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_real_builds_by_any_number_of_workers_give_what_a_cold_build_gives(
    tmp_path: Path, jobs: str
) -> None:
    """By the command itself, killed in between, its cache damaged: as it is used."""
    other = "2" if jobs == "1" else "1"
    place = Edited(seeded_folder(11, Wanted(size=60)))
    shop = Workshop(tmp_path)
    shop.lay_out(place)
    build_site(shop.content, shop.site, "--jobs", jobs)
    random = Random(3)  # noqa: S311 - nothing is kept secret

    for name in ("summary", "label"):
        EDITS[name](place, random)
        shop.lay_out(place)
        killed(shop.content, shop.site, random.random())
        damage(shop.cache, random)
        build_site(shop.content, shop.site, "--jobs", jobs)
        build_site(shop.content, shop.site, "--jobs", other)
    told = doorstep("build", "--content", shop.content, "--out", shop.site, "--today", TODAY)

    shop.cache.rename(tmp_path / "aside")
    cold = doorstep(
        "build", "--content", shop.content, "--out", tmp_path / "anew",
        "--today", TODAY, "--jobs", other,
    )  # fmt: skip
    assert (told.status, cold.status) == (0, 0)
    assert tree_differences(tree(tmp_path / "anew"), tree(shop.site)) == []
