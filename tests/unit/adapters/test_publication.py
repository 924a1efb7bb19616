from __future__ import annotations

import fcntl
import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest

from generator.adapters.publication import FolderPublication
from generator.adapters.publishing.disk import Disk
from generator.adapters.publishing.manifest import MANIFEST
from generator.model.artifact import Artifact, File, Kept, Published, Vanished
from generator.model.digest import sha256
from generator.model.fault import Refused


def publish(site: Path, disk: Disk | None = None, **pages: str) -> Published:
    artifacts = [
        Artifact(name.replace("_", "/") + ".html", words.encode()) for name, words in pages.items()
    ]
    return FolderPublication(site, disk=disk, patience=0.2).publish(artifacts)


@contextmanager
def umask(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def test_first_site_holds_the_pages_and_their_manifest(tmp_path: Path) -> None:
    published = publish(tmp_path / "deep" / "site", index="front", a_b="page")

    assert published == Published(("a/b.html", "index.html"), (), 0)
    assert names(tmp_path / "deep" / "site") == {"index.html", "a", "a/b.html", MANIFEST}


def test_what_was_done_is_told(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, index="one", gone="x", same="y")

    published = publish(site, index="two", same="y", new="z")

    assert published == Published(("index.html", "new.html"), ("gone.html",), 1)


def test_unchanged_file_is_not_written_again(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, same="y", index="0")
    os.utime(site / "same.html", ns=(10**18, 10**18))
    before = (site / "same.html").stat()

    for number in range(1, 5):
        publish(site, same="y", index=str(number))

    after = (site / "same.html").stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


def test_site_that_does_not_change_is_not_exchanged(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, index="one")
    before = site.stat().st_ino

    published = publish(site, index="one")

    assert published == Published((), (), 1)
    assert site.stat().st_ino == before


def test_manifest_is_the_same_for_the_same_site(tmp_path: Path) -> None:
    publish(tmp_path / "one", b="2", a="1")
    publish(tmp_path / "two", a="0", c="3")
    publish(tmp_path / "two", a="1", b="2")

    one, two = ((tmp_path / name / MANIFEST).read_bytes() for name in ("one", "two"))

    assert one == two
    assert str(tmp_path).encode() not in one


def test_modes_come_from_the_umask(tmp_path: Path) -> None:
    with umask(0o027):
        publish(tmp_path / "site", a_index="x")

    modes = {
        name: stat.S_IMODE((tmp_path / "site" / name).stat().st_mode)
        for name in ("", "a", "a/index.html", MANIFEST)
    }
    assert modes == {"": 0o750, "a": 0o750, "a/index.html": 0o640, MANIFEST: 0o640}


def test_mode_that_an_administrator_gave_the_folder_stays(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, a_index="x")
    site.chmod(0o2775)
    (site / "a").chmod(0o770)

    publish(site, a_index="y")

    assert stat.S_IMODE(site.stat().st_mode) == 0o2775
    assert stat.S_IMODE((site / "a").stat().st_mode) == 0o770


def test_what_is_not_published_yet_is_private(tmp_path: Path) -> None:
    publish(tmp_path / "site", index="x")

    assert stat.S_IMODE((tmp_path / ".site.doorstep").stat().st_mode) == 0o700


def test_foreign_files_links_and_empty_folders_are_carried_along(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, index="1")
    (site / "theirs" / "empty").mkdir(parents=True)
    (site / "theirs" / "note.txt").write_text("mine")
    (site / "link").symlink_to("/etc/hostname")
    (site / "broken").symlink_to("nowhere")
    note = (site / "theirs" / "note.txt").stat()

    for number in "234":
        publish(site, index=number)

    assert {"theirs/empty", "theirs/note.txt", "link", "broken"} <= names(site)
    assert (site / "link").readlink() == Path("/etc/hostname")
    assert (site / "theirs" / "note.txt").stat().st_ino == note.st_ino
    assert (site / "theirs" / "note.txt").stat().st_mtime_ns == note.st_mtime_ns


def test_foreign_file_that_its_owner_removes_does_not_come_back(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, index="1")
    (site / "note.txt").write_text("mine")
    publish(site, index="2")
    (site / "note.txt").unlink()

    publish(site, index="3")
    publish(site, index="4")

    assert not (site / "note.txt").exists()


def test_foreign_file_in_the_way_of_a_page_is_refused_by_name(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, index="1")
    (site / "new.html").write_text("mine")

    with pytest.raises(Refused, match=r"site/new\.html: not written by Doorstep"):
        publish(site, index="2", new="ours")

    assert (site / "index.html").read_text() == "1"
    assert (site / "new.html").read_text() == "mine"


@pytest.mark.parametrize("page", ["theirs.html", "theirs/deep/page.html"])
def test_foreign_file_where_a_folder_must_be_is_refused(tmp_path: Path, page: str) -> None:
    site = tmp_path / "site"
    publish(site, index="1")
    (site / "theirs.html").mkdir()
    (site / "theirs.html" / "x").write_text("mine")
    (site / "theirs").write_text("mine")

    with pytest.raises(Refused, match="site/theirs"):
        FolderPublication(site).publish([Artifact(page, b"ours")])

    assert (site / "theirs.html" / "x").read_text() == "mine"


def test_foreign_file_equal_to_a_page_becomes_ours(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, index="1")
    (site / "new.html").write_text("the same")

    publish(site, index="1", new="the same")
    publish(site, index="1")

    assert not (site / "new.html").exists()


def test_page_that_somebody_changed_is_theirs(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, index="1", page="x")
    (site / "page.html").write_text("edited by hand")

    with pytest.raises(Refused, match=r"site/page\.html"):
        publish(site, index="2", page="x")
    publish(site, index="2")

    assert (site / "page.html").read_text() == "edited by hand"


def test_page_that_somebody_changed_and_then_removed_does_not_come_back(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, index="1", page="x")
    (site / "page.html").write_text("edited by hand")
    publish(site, index="2")
    assert (site / "page.html").exists()
    (site / "page.html").unlink()

    publish(site, index="3")
    publish(site, index="4")

    assert not (site / "page.html").exists()


def test_change_within_one_tick_of_the_clock_is_seen(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, page="one")
    before = (site / "page.html").stat()
    (site / "page.html").write_text("two")
    os.utime(site / "page.html", ns=(before.st_mtime_ns, before.st_mtime_ns))

    with pytest.raises(Refused):
        publish(site, page="new")


def test_page_that_somebody_removed_comes_back(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, index="1", a_page="x")
    (site / "a" / "page.html").unlink()
    (site / "a").rmdir()

    published = publish(site, index="1", a_page="x")

    assert published.written == ("a/page.html",)
    assert (site / "a" / "page.html").read_text() == "x"


def test_folder_of_ours_that_is_empty_goes(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, index="1", a_b_page="x")

    publish(site, index="1")
    publish(site, index="2")

    assert names(site) == {"index.html", MANIFEST}


class Meanwhile(Disk):
    """A disk on which somebody else is at work just before the folders are exchanged."""

    def __init__(self, site: Path) -> None:
        self._site = site

    def exchange(self, path: str, other: str) -> None:
        (self._site / "meanwhile.txt").write_text("mine")
        (self._site / "note.txt").unlink()
        (self._site / "note.txt").write_text("a newer note")
        super().exchange(path, other)


def test_file_that_arrives_while_the_site_is_exchanged_is_not_lost(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, index="1")
    (site / "note.txt").write_text("a note")

    publish(site, Meanwhile(site), index="2")

    assert (site / "meanwhile.txt").read_text() == "mine"
    assert (site / "note.txt").read_text() == "a newer note"
    assert (site / "index.html").read_text() == "2"


class RewritesAPage(Disk):
    """A disk on which somebody changes a page at that moment, and its size and time stay."""

    def exchange(self, path: str, other: str) -> None:
        page = Path(other) / "index.html"
        before = page.stat()
        page.write_text(page.read_text().swapcase())
        os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))
        super().exchange(path, other)


def test_page_that_is_changed_while_the_site_is_exchanged_is_kept(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, index="first")

    publish(site, RewritesAPage(), index="other")

    assert (site / "index.html").read_text() == "other"
    kept = tmp_path / ".site.doorstep" / "kept"
    assert [path.read_text() for path in kept.iterdir()] == ["FIRST"]


def test_file_written_from_a_shell_that_stands_in_the_exchanged_folder_comes_back(
    tmp_path: Path,
) -> None:
    site = tmp_path / "site"
    publish(site, index="1")
    shell = os.open(site, os.O_RDONLY)
    publish(site, index="2")
    os.close(os.open("note.txt", os.O_WRONLY | os.O_CREAT, 0o666, dir_fd=shell))
    os.close(shell)

    publish(site, index="3")

    assert (site / "note.txt").exists()


def test_second_build_waits_and_then_names_the_first(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, index="1")
    lock = tmp_path / ".site.doorstep" / "lock"
    lock.write_text("4321\n")

    with lock.open() as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(Refused, match=r"another build \(process 4321\) is publishing"):
            publish(site, index="2")

    assert (site / "index.html").read_text() == "1"


def test_lock_file_of_a_dead_process_means_nothing(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, index="1")
    (tmp_path / ".site.doorstep" / "lock").write_text("999999\n")

    publish(site, index="2")

    assert (site / "index.html").read_text() == "2"


def test_losing_the_workroom_loses_nothing(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, index="1", same="x")
    (tmp_path / ".site.doorstep").rename(tmp_path / "elsewhere")

    published = publish(site, index="2", same="x")

    assert published == Published(("index.html",), (), 1)


def test_folder_that_somebody_else_filled_is_refused(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "one.jpg").write_bytes(b"")

    with pytest.raises(Refused, match="photos holds files and was not made by Doorstep"):
        publish(tmp_path / "photos", index="1")

    assert names(tmp_path) == {"photos", "photos/one.jpg"}


def test_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()

    publish(tmp_path / "site", index="1")

    assert (tmp_path / "site" / "index.html").read_text() == "1"


@pytest.mark.parametrize("damage", ["", "{", '{"format": 2}', '{"format":1,"files":{"../x":""}}'])
def test_damaged_manifest_is_refused(tmp_path: Path, damage: str) -> None:
    site = tmp_path / "site"
    publish(site, index="1")
    (site / MANIFEST).write_text(damage)

    with pytest.raises(Refused, match="damaged"):
        publish(site, index="2")


def test_symbolic_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "site").symlink_to("real")

    with pytest.raises(Refused, match="symbolic link"):
        publish(tmp_path / "site", index="1")


def test_repository_is_refused(tmp_path: Path) -> None:
    (tmp_path / "project" / ".git").mkdir(parents=True)

    with pytest.raises(Refused, match="git repository"):
        publish(tmp_path / "project", index="1")


def test_root_is_refused() -> None:
    with pytest.raises(Refused, match="root of the disk"):
        FolderPublication(Path("/")).ready()


@pytest.mark.parametrize("above", [".", ".."])
def test_home_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, above: str) -> None:
    home = tmp_path / "people" / "me"
    home.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))

    with pytest.raises(Refused, match="your home folder"):
        FolderPublication(home / above).ready()


@pytest.mark.parametrize("output", ["place/content", "place", "place/content/site"])
def test_content_and_what_holds_it_is_refused(tmp_path: Path, output: str) -> None:
    content = tmp_path / "place" / "content"
    content.mkdir(parents=True)

    with pytest.raises(Refused, match="content folder"):
        FolderPublication(tmp_path / output, content).ready()


def test_unsafe_path_never_reaches_the_disk(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="step"):
        FolderPublication(tmp_path / "site").publish([Artifact("../x", b"")])

    assert names(tmp_path) == set()


def kept(name: str, words: str) -> Kept:
    return Kept(f"{name}.html", sha256(words.encode()))


def test_nothing_stands_where_nothing_was_published(tmp_path: Path) -> None:
    publication = FolderPublication(tmp_path / "site")

    assert publication.standing() == ("", {})
    assert publication.stands("") is None


def test_what_was_published_stands_with_its_digests(tmp_path: Path) -> None:
    published = publish(tmp_path / "site", index="front", a_b="page")
    publication = FolderPublication(tmp_path / "site")

    assert publication.standing() == (
        published.digest,
        {"index.html": sha256(b"front"), "a/b.html": sha256(b"page")},
    )
    assert publication.stands(published.digest) == 2


def test_what_somebody_changed_or_removed_does_not_stand(tmp_path: Path) -> None:
    site = tmp_path / "site"
    published = publish(site, index="1", b="2", c="3")
    publication = FolderPublication(site)
    (site / "b.html").write_text("X")
    (site / "c.html").unlink()

    digest, files = publication.standing()

    assert (digest, files) == (published.digest, {"index.html": sha256(b"1")})
    assert publication.stands(published.digest) is None


def test_change_that_bears_the_time_of_the_build_is_seen(tmp_path: Path) -> None:
    site = tmp_path / "site"
    published = publish(site, index="front")
    before = (site / "index.html").stat()
    (site / "index.html").write_text("front"[::-1])
    os.utime(site / "index.html", ns=(before.st_atime_ns, before.st_mtime_ns))

    assert FolderPublication(site).stands(published.digest) is None
    assert FolderPublication(site).standing() == (published.digest, {})


class ReadingDisk(Disk):
    """The real disk, and what was read of it."""

    def __init__(self) -> None:
        self.pages: list[str] = []

    def read(self, path: str) -> bytes:
        if path.endswith(".html"):
            self.pages.append(path)
        return super().read(path)


def test_what_was_read_just_after_a_build_is_not_read_again_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    published = publish(tmp_path / "site", index="front", b="page")
    later = SimpleNamespace(time_ns=lambda: time.time_ns() + 10_000_000_000)
    monkeypatch.setattr("generator.adapters.publication.time", later)
    disk = ReadingDisk()
    publication = FolderPublication(tmp_path / "site", disk=disk)

    assert publication.stands(published.digest) == 2
    assert len(disk.pages) == 2
    assert publication.stands(published.digest) == 2
    assert len(disk.pages) == 2


def test_foreign_files_do_not_keep_a_site_from_standing(tmp_path: Path) -> None:
    published = publish(tmp_path / "site", index="1")
    (tmp_path / "site" / "mine.txt").write_text("x")
    publication = FolderPublication(tmp_path / "site")

    assert publication.stands(published.digest) == 1
    assert publication.standing()[1] == {"index.html": sha256(b"1")}


def test_another_site_does_not_stand_for_one(tmp_path: Path) -> None:
    earlier = publish(tmp_path / "site", index="1")
    later = publish(tmp_path / "site", index="2")
    publication = FolderPublication(tmp_path / "site")

    assert publication.stands(earlier.digest) is None
    assert publication.stands(later.digest) == 1


def test_what_is_kept_is_in_the_new_site_as_it_was(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, index="1", same="s", gone="g")

    files: list[File] = [kept("same", "s"), Artifact("index.html", b"2")]
    published = FolderPublication(site).publish(files)

    assert published == Published(("index.html",), ("gone.html",), 1)
    assert publish(site, index="2", same="s") == Published((), (), 2)
    assert {path.name: path.read_text() for path in site.glob("*.html")} == {
        "index.html": "2",
        "same.html": "s",
    }


def test_what_should_be_kept_and_does_not_stand_has_vanished(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, index="1", changed="c", removed="r")
    (site / "changed.html").write_text("X")
    (site / "removed.html").unlink()

    for one in (kept("changed", "c"), kept("removed", "r"), kept("index", "0"), kept("new", "n")):
        files: list[File] = [one, Artifact("fresh.html", b"f")]
        with pytest.raises(Vanished, match=one.path):
            FolderPublication(site).publish(files)

    assert not (site / "fresh.html").exists()
    assert (site / "changed.html").read_text() == "X"


def test_page_that_was_changed_by_hand_is_out_of_the_way_once_it_is_removed(
    tmp_path: Path,
) -> None:
    """Unchanged pages are one file with the tree of the build before, so that both change."""
    site = tmp_path / "site"
    publish(site, page="p", index="1")
    publish(site, page="p", index="2")
    publish(site, page="p", index="3")
    with (site / "page.html").open("w") as stream:
        stream.write("mine")
    with pytest.raises(Refused, match=r"page\.html"):
        publish(site, page="p", index="4")
    (site / "page.html").unlink()

    publish(site, page="p", index="4")

    assert (site / "page.html").read_text() == "p"
    assert [path.read_text() for path in (tmp_path / ".site.doorstep" / "kept").iterdir()] == [
        "mine"
    ]
