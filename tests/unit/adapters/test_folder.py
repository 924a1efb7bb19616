from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.adapters import folder
from generator.adapters.folder import DiskFolder
from generator.model.fault import Fault
from generator.model.folder_entry import Entry


def test_everything_is_listed_by_path_with_kind_and_size(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "x.md").write_bytes(b"12345")
    (tmp_path / "b.md").write_bytes(b"")
    (tmp_path / "link").symlink_to("b")
    os.mkfifo(tmp_path / "pipe")

    assert DiskFolder(tmp_path).entries() == (
        Entry("b", "folder"),
        Entry("b.md", "file", 0),
        Entry("b/x.md", "file", 5),
        Entry("link", "link"),
        Entry("pipe", "other"),
    )


def test_link_to_a_folder_is_not_entered(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(".")

    assert DiskFolder(tmp_path).entries() == (Entry("loop", "link"),)


def test_missing_folder_holds_nothing(tmp_path: Path) -> None:
    assert DiskFolder(tmp_path / "themes").entries() == ()


def test_ignored_names_are_passed_over_with_all_they_hold(tmp_path: Path) -> None:
    (tmp_path / ".git" / "objects").mkdir(parents=True)
    (tmp_path / "x.md").write_text("")

    assert DiskFolder(tmp_path, ignored=frozenset({".git"})).entries() == (Entry("x.md", "file"),)


def test_file_is_read_up_to_a_limit(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"123456789")

    assert DiskFolder(tmp_path).read("x") == b"123456789"
    assert DiskFolder(tmp_path).read("x", 4) == b"1234"


def test_file_that_is_too_large_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "LARGEST_FILE", 4)
    (tmp_path / "x").write_bytes(b"12345")

    with pytest.raises(Fault, match="larger than"):
        DiskFolder(tmp_path).read("x")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("link", "symbolic links are not followed"),
        ("folder-link/x.md", "symbolic link"),
        ("../secret", "not a path inside the folder"),
        ("/etc/hostname", "not a path inside the folder"),
        ("a\0b", "not a path inside the folder"),
        ("missing.md", "no such file or directory"),
        ("folder", "not an ordinary file"),
        ("pipe", "not an ordinary file"),
    ],
)
def test_what_may_not_be_read_is_a_fault_that_names_a_relative_path(
    tmp_path: Path, path: str, reason: str
) -> None:
    (tmp_path / "secret").write_text("secret")
    place = tmp_path / "content"
    (place / "folder").mkdir(parents=True)
    (place / "folder" / "x.md").write_text("")
    (place / "link").symlink_to("../secret")
    (place / "folder-link").symlink_to("folder")
    os.mkfifo(place / "pipe")

    with pytest.raises(Fault, match=reason) as fault:
        DiskFolder(place).read(path)

    assert str(tmp_path) not in str(fault.value)
    assert str(fault.value).startswith("content/")
