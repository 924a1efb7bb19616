from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.adapters.shared_folder import SharedFolder
from generator.model.folder_entry import Changes

LONG_AGO = 1_700_000_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(f"words of {name}")
        os.utime(tmp_path / name, (LONG_AGO, LONG_AGO))
    return tmp_path


def looked(folder: Path) -> SharedFolder:
    shared = SharedFolder(folder, "content")
    assert shared.look()
    shared.take()
    return shared


def test_look_tells_whether_anything_changed(folder: Path) -> None:
    shared = looked(folder)
    assert not shared.look()

    (folder / "a.md").write_text("WORDS of a.md")
    assert shared.look()
    assert not shared.look()

    (folder / "b.md").unlink()
    assert shared.look()


def test_what_is_read_is_what_was_looked_at_until_it_changes(folder: Path) -> None:
    shared = looked(folder)
    assert shared.read("a.md", 8) == b"words of"

    (folder / "a.md").write_text("other")
    shared.look()

    assert shared.read("a.md", 8) == b"other"


def test_another_that_is_told_reads_the_same_whatever_the_disk_holds_by_then(folder: Path) -> None:
    here, there = looked(folder), looked(folder)
    (folder / "a.md").write_text("second")
    (folder / "b.md").unlink()
    (folder / "c.md").write_text("new")
    here.look()
    assert (here.read("a.md"), here.read("c.md")) == (b"second", b"new")
    changes = here.take()
    (folder / "a.md").write_text("third")

    there.put(changes)

    assert there.entries() == here.entries()
    assert [entry.path for entry in there.entries()] == ["a.md", "c.md"]
    assert (there.read("a.md"), there.read("c.md")) == (b"second", b"new")


def test_only_what_has_changed_is_taken(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.adapters.folder.RACY", 0)  # nobody was quick here
    shared = looked(folder)
    (folder / "a.md").write_text("second")
    shared.look()

    assert list(shared.take().entries) == ["a.md"]
    assert shared.take() == Changes()


def test_look_at_some_paths_sees_what_a_look_at_all_sees(folder: Path) -> None:
    some, every = looked(folder), looked(folder)
    (folder / "a.md").write_text("longer than it was before")
    (folder / "b.md").unlink()
    (folder / "0.md").write_text("new")
    (folder / "link.md").symlink_to("a.md")

    assert some.look(frozenset(str(folder / it) for it in ("a.md", "b.md", "0.md", "link.md")))
    assert every.look()

    assert [(it.path, it.kind, it.size) for it in some.entries()] == [
        (it.path, it.kind, it.size) for it in every.entries()
    ]


def test_look_at_a_folder_is_one_at_all(folder: Path) -> None:
    shared = looked(folder)
    (folder / "new").mkdir()
    (folder / "new" / "c.md").write_text("new")

    assert shared.look(frozenset({str(folder / "new")}))

    assert [entry.path for entry in shared.entries()] == ["a.md", "b.md", "new", "new/c.md"]


def test_look_at_what_has_not_changed_or_is_elsewhere_sees_nothing(folder: Path) -> None:
    shared = looked(folder)

    assert not shared.look(frozenset({str(folder / "a.md"), str(folder / "no.md"), "/elsewhere"}))


def test_file_changed_a_moment_ago_is_never_taken_to_be_the_same(folder: Path) -> None:
    (folder / "a.md").write_text("just now")
    shared = looked(folder)
    before = {entry.path: entry.version for entry in shared.entries()}

    assert not shared.look()

    now = {entry.path: entry.version for entry in shared.entries()}
    assert now["a.md"] != before["a.md"]
