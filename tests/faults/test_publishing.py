"""Whatever happens while a site is published, the folder holds the old site or the new one."""

from __future__ import annotations

import errno
import multiprocessing
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from generator.adapters.publication import FolderPublication
from generator.adapters.publishing.disk import Disk
from generator.adapters.publishing.manifest import MANIFEST
from generator.model.artifact import Artifact
from generator.model.digest import sha256
from generator.model.fault import Fault
from tests.faults.disks import (
    CHANGING,
    READING,
    FaultyDisk,
    NoExchange,
    NoLinks,
    NotMovable,
    failing,
    killed,
)

Tree = dict[str, bytes]

OLD: Tree = {
    "index.html": b"old front page",
    "gone.html": b"old page that goes",
    "same.html": b"same",
    "was-file": b"a file that becomes a folder",
    "was-folder/page.html": b"in a folder that becomes a file",
    "badges/one/index.html": b"old badge",
}
NEW: Tree = {
    "index.html": b"new front page",
    "same.html": b"same",
    "was-file/page.html": b"in a folder that was a file",
    "was-folder": b"a file that was a folder",
    "badges/two/index.html": b"new badge",
    "new/deep/er/index.html": b"new",
}
FOREIGN: Tree = {"notes.txt": b"mine", "badges/one/mine.txt": b"mine too", "empty/.keep": b""}


def artifacts(tree: Tree) -> list[Artifact]:
    return [Artifact(path, content) for path, content in tree.items()]


def standing(folder: Path) -> Tree:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and path.name != MANIFEST
        and not path.relative_to(folder).as_posix().startswith(".doorstep")
    }


def put(folder: Path, tree: Tree) -> None:
    for path, content in tree.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def a_site(folder: Path) -> Path:
    """Publish twice, so that there is a tree of the build before last, and add foreign files."""
    site = folder / "site"
    FolderPublication(site).publish(artifacts({**OLD, "index.html": b"older front page"}))
    FolderPublication(site).publish(artifacts(OLD))
    put(site, FOREIGN)
    return site


def publish_new(site: Path, disk: Disk) -> None:
    """Publish the new site, every other file of it by way of a tray."""
    publication = FolderPublication(site, disk=disk)
    with publication.tray() as tray:
        in_hand = [replace(it, digest=sha256(it.content)) for it in artifacts(NEW)]
        laid = [tray.lay(it) for it in in_hand[::2]]
        publication.publish([*laid, *in_hand[1::2]])


def fault_of(site: Path, disk: Disk) -> str:
    """Publish the new site; return what is told of a fault, or nothing where there was none."""
    try:
        publish_new(site, disk)
    except Fault as fault:
        return str(fault)
    return ""


def in_a_child(work: Callable[[Path, Disk], None], site: Path, disk: Disk) -> int:
    """Run in a process of its own that may die; return its exit code, negative for a signal."""
    child = multiprocessing.get_context("fork").Process(target=work, args=(site, disk))
    child.start()
    child.join(timeout=60)
    code = child.exitcode
    assert code is not None
    return code


def operations(folder: Path, kind: type[FaultyDisk], kinds: frozenset[str]) -> int:
    """Count the operations that publishing the new site takes."""
    folder.mkdir()
    disk = kind(kinds=kinds)
    publish_new(a_site(folder), disk)
    return disk.count


def sampled(count: int, most: int) -> Iterator[int]:
    """Yield points from 1 to ``count``, all of them or ``most`` evenly spread ones."""
    yield from sorted({1 + (count - 1) * step // max(most - 1, 1) for step in range(most)})


OLD_SITE = {**OLD, **FOREIGN}
NEW_SITE = {**NEW, **FOREIGN}


def assert_heals(site: Path) -> None:
    FolderPublication(site).publish(artifacts(NEW))
    assert standing(site) == NEW_SITE
    with FolderPublication(site).tray():
        again = FolderPublication(site).publish(artifacts(NEW))
    assert (again.written, again.removed) == ((), ())
    assert [*(site.parent / f".{site.name}.doorstep").glob("trays/*")] == []


def check_kills(folder: Path, points: int) -> None:
    count = operations(folder / "count", FaultyDisk, CHANGING)
    assert count > 30
    for at in sampled(count, points):
        site = a_site(folder / str(at))

        code = in_a_child(publish_new, site, FaultyDisk(at=at, fault=killed))

        assert code == -9, at
        assert standing(site) in (OLD_SITE, NEW_SITE), at
        FolderPublication(site).ready()
        assert standing(site) in (OLD_SITE, NEW_SITE), at
        assert_heals(site)


def check_faults(folder: Path, number: int, kinds: frozenset[str], points: int) -> None:
    count = operations(folder / "count", FaultyDisk, kinds)
    for at in sampled(count, points):
        for lasting in (False, True):
            site = a_site(folder / f"{at}-{lasting}")
            disk = FaultyDisk(at=at, fault=failing(number), kinds=kinds, lasting=lasting)

            told = fault_of(site, disk)

            assert "\n" not in told
            assert str(folder) not in told
            assert standing(site) in (OLD_SITE, NEW_SITE), (at, lasting)
            assert_heals(site)


def test_kill_leaves_the_old_site_or_the_new_one_and_the_next_build_heals(tmp_path: Path) -> None:
    check_kills(tmp_path, 16)


@pytest.mark.soak
def test_kill_at_every_operation(tmp_path: Path) -> None:
    check_kills(tmp_path, 1000)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
def test_failing_change_leaves_a_whole_site(tmp_path: Path, number: int) -> None:
    check_faults(tmp_path, number, CHANGING, 8)


@pytest.mark.soak
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.EROFS])
def test_failing_change_at_every_operation(tmp_path: Path, number: int) -> None:
    check_faults(tmp_path, number, CHANGING, 1000)


def test_unreadable_disk_leaves_a_whole_site(tmp_path: Path) -> None:
    check_faults(tmp_path, errno.EIO, READING, 8)


@pytest.mark.soak
def test_unreadable_disk_at_every_operation(tmp_path: Path) -> None:
    check_faults(tmp_path, errno.EIO, READING, 1000)


@pytest.mark.parametrize("name", ["create", "flush", "exchange"])
@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EIO, "input/output error"),
        (errno.EROFS, "read-only file system"),
    ],
)
def test_fault_that_stops_publishing_is_told(
    tmp_path: Path, name: str, number: int, reason: str
) -> None:
    site = a_site(tmp_path)
    disk = FaultyDisk(at=1, fault=failing(number), kinds=frozenset({name}))

    with pytest.raises(Fault, match=f"site could not be written: {reason}"):
        publish_new(site, disk)

    assert standing(site) == OLD_SITE


def test_full_disk_is_not_kept_full_by_a_site_that_was_not_published(tmp_path: Path) -> None:
    site = a_site(tmp_path)
    last_page = sum(name == "create" for name in NEW)
    disk = FaultyDisk(at=last_page + 5, fault=failing(errno.ENOSPC), kinds=frozenset({"create"}))

    with pytest.raises(Fault):
        publish_new(site, disk)

    assert not any(b"new" in content for content in standing(tmp_path / ".site.doorstep").values())


def test_without_an_exchange_a_kill_costs_nothing_that_the_next_build_does_not_bring_back(
    tmp_path: Path,
) -> None:
    count = operations(tmp_path / "count", NoExchange, CHANGING)
    for at in sampled(count, 10):
        site = a_site(tmp_path / str(at))
        in_a_child(publish_new, site, NoExchange(at=at, fault=killed))

        FolderPublication(site).ready()

        assert standing(site) in (OLD_SITE, NEW_SITE), at
        assert_heals(site)


def test_published_in_place_a_kill_is_finished_by_the_next_build(tmp_path: Path) -> None:
    count = operations(tmp_path / "count", NotMovable, CHANGING)
    for at in sampled(count, 12):
        site = a_site(tmp_path / str(at))
        in_a_child(publish_new, site, NotMovable(at=at, fault=killed))

        FolderPublication(site, disk=NotMovable()).ready()

        assert standing(site) in (OLD_SITE, NEW_SITE), at
        assert_heals(site)


def test_published_in_place_a_full_disk_changes_nothing(tmp_path: Path) -> None:
    count = operations(tmp_path / "count", NotMovable, frozenset({"create"}))
    for at in sampled(count, 6):
        site = a_site(tmp_path / str(at))
        fault = failing(errno.ENOSPC)

        told = fault_of(site, NotMovable(at=at, fault=fault, kinds=frozenset({"create"})))

        # The last thing that is written, after the site, is a note that only saves time.
        assert standing(site) == (OLD_SITE if told else NEW_SITE)
        assert told or at == count


@pytest.mark.parametrize("kind", [NoExchange, NotMovable, NoLinks])
def test_lesser_file_system_gets_the_same_site(tmp_path: Path, kind: type[FaultyDisk]) -> None:
    site = a_site(tmp_path)
    before = (site / "same.html").stat().st_mtime_ns

    publish_new(site, kind())

    assert standing(site) == NEW_SITE
    assert (site / "same.html").stat().st_mtime_ns == before
    assert_heals(site)


def test_builds_at_once_take_turns(tmp_path: Path) -> None:
    site = a_site(tmp_path)
    sites = [{**NEW, "index.html": f"build {number}".encode()} for number in range(4)]
    children = [
        multiprocessing.get_context("fork").Process(target=publish_often, args=(site, tree))
        for tree in sites
    ]

    for child in children:
        child.start()
    while any(child.is_alive() for child in children):
        front = (site / "index.html").read_bytes()
        assert front == OLD["index.html"] or front.startswith(b"build ")
        time.sleep(0.001)
    for child in children:
        child.join()

    assert [child.exitcode for child in children] == [0, 0, 0, 0]
    assert standing(site) in [{**tree, **FOREIGN} for tree in sites]


def publish_often(site: Path, tree: Tree) -> None:
    for _ in range(3):
        FolderPublication(site, patience=60).publish(artifacts(tree))


@pytest.mark.soak
def test_kill_at_any_time(tmp_path: Path) -> None:
    site = a_site(tmp_path)
    chance = random.Random(7)  # noqa: S311 - any moments will do, the same each time
    trees = [{**NEW, "index.html": f"build {number}".encode()} for number in range(2)]
    for number in range(300):
        child = multiprocessing.get_context("fork").Process(
            target=publish_often, args=(site, trees[number % 2])
        )
        child.start()
        child.join(timeout=chance.random() * 0.08)
        child.kill()
        child.join()

        assert standing(site) in [OLD_SITE, *({**tree, **FOREIGN} for tree in trees)], number
    assert_heals(site)


def test_first_site_of_all_is_whole_or_not_there(tmp_path: Path) -> None:
    for at in range(1, 30, 3):
        site = tmp_path / str(at) / "site"
        site.parent.mkdir()
        in_a_child(publish_new, site, FaultyDisk(at=at, fault=killed))

        assert not site.exists() or standing(site) == NEW, at
        FolderPublication(site).publish(artifacts(NEW))
        assert standing(site) == NEW
