from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

import pytest

from generator.adapters.publication import FolderPublication
from generator.adapters.publishing.disk import Disk
from generator.model.artifact import Artifact, Laid
from generator.model.digest import sha256
from generator.model.fault import Fault

CONTENT = b"<p>Words</p>"


def page(path: str = "a/index.html", content: bytes = CONTENT) -> Artifact:
    return Artifact(path, content, "content/a.md", sha256(content))


def trays(folder: Path) -> list[Path]:
    return sorted((folder / ".site.doorstep" / "trays").iterdir())


def test_what_lies_on_a_tray_is_published_and_the_tray_is_cleared(tmp_path: Path) -> None:
    publication = FolderPublication(tmp_path / "site")

    with publication.tray() as tray:
        laid = tray.lay(page())
        done = publication.publish([laid, page("b.html", b"held")])

    assert isinstance(laid, Laid)
    assert (laid.size, laid.source) == (len(CONTENT), "content/a.md")
    assert (done.written, done.size) == (("a/index.html", "b.html"), len(CONTENT) + 4)
    published = tmp_path / "site" / "a" / "index.html"
    assert published.read_bytes() == CONTENT
    assert published.stat().st_nlink == 1
    assert trays(tmp_path) == []


def test_it_is_published_with_the_rights_of_any_other_file(tmp_path: Path) -> None:
    publication = FolderPublication(tmp_path / "site")

    with publication.tray() as tray:
        publication.publish([tray.lay(page()), page("b.html")])

    modes = {path.stat().st_mode for path in (tmp_path / "site").rglob("*.html")}
    assert len(modes) == 1


def test_what_was_not_published_is_gone_with_its_tray(tmp_path: Path) -> None:
    with suppress(KeyError), FolderPublication(tmp_path / "site").tray() as tray:
        tray.lay(page())
        assert len(trays(tmp_path)) == 1
        raise KeyError

    assert trays(tmp_path) == []
    assert not (tmp_path / "site").exists()


def test_each_process_lays_files_of_its_own(tmp_path: Path) -> None:
    publication = FolderPublication(tmp_path / "site")

    with publication.tray() as tray:
        child = os.fork()
        mine = tray.lay(page("a.html", b"mine" if child else b"other"))
        if not child:
            os._exit(0)
        os.waitpid(child, 0)
        publication.publish([mine])

    assert (tmp_path / "site" / "a.html").read_bytes() == b"mine"


def test_tray_of_a_dead_build_is_cleared_and_that_of_another_build_left(tmp_path: Path) -> None:
    publication = FolderPublication(tmp_path / "site")
    child = os.fork()
    if not child:
        held = publication.tray()
        held.__enter__().lay(page())
        os._exit(0)
    os.waitpid(child, 0)
    assert len(trays(tmp_path)) == 1

    with publication.tray() as one, FolderPublication(tmp_path / "site").tray() as other:
        assert len(trays(tmp_path)) == 2
        publication.publish([one.lay(page()), other.lay(page("b.html"))])

    assert trays(tmp_path) == []


def test_file_from_another_disk_is_copied(tmp_path: Path) -> None:
    class Apart(Disk):
        def link(self, path: str, name: str) -> None:  # noqa: ARG002 - as the disk's
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))

    publication = FolderPublication(tmp_path / "site", disk=Apart())

    with publication.tray() as tray:
        publication.publish([tray.lay(page())])

    assert (tmp_path / "site" / "a" / "index.html").read_bytes() == CONTENT


def test_full_disk_is_told_in_one_line(tmp_path: Path) -> None:
    class Full(Disk):
        def create(self, path: str, content: bytes) -> None:
            if content == CONTENT:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            super().create(path, content)

    with (
        pytest.raises(Fault, match=r"^site could not be written: the disk is full;"),
        FolderPublication(tmp_path / "site", disk=Full()).tray() as tray,
    ):
        tray.lay(page())


def test_foreign_file_with_the_very_bytes_of_a_laid_one_becomes_ours(tmp_path: Path) -> None:
    publication = FolderPublication(tmp_path / "site")
    publication.publish([page("b.html")])
    (tmp_path / "site" / "a.html").write_bytes(CONTENT)

    with publication.tray() as tray:
        done = publication.publish([page("b.html"), tray.lay(page("a.html"))])

    assert (done.written, done.unchanged) == ((), 2)
