from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.adapters.replaced_file import FileOnDisk
from generator.model.fault import Fault


def test_a_file_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert FileOnDisk(tmp_path / "x.yaml", "content/x.yaml").read() == ""


def test_what_is_put_there_is_read_and_nothing_else_is_left(tmp_path: Path) -> None:
    file = FileOnDisk(tmp_path / "x.yaml", "content/x.yaml")

    file.replace("Casnewydd ŵ\n")

    assert file.read() == "Casnewydd ŵ\n"
    assert [one.name for one in tmp_path.iterdir()] == ["x.yaml"]


def test_its_permissions_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("old")
    path.chmod(0o664)

    FileOnDisk(path, "x.yaml").replace("new")

    assert path.stat().st_mode & 0o777 == 0o664


def test_a_failure_while_writing_keeps_the_old_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("old")

    def full(_file: int) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(Fault, match=r"cannot write content/x\.yaml: No space left"):
        FileOnDisk(path, "content/x.yaml").replace("new")
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [("x.yaml", "old")]


def test_a_folder_in_its_place_and_foreign_bytes_are_faults(tmp_path: Path) -> None:
    (tmp_path / "latin.yaml").write_bytes(b"\xff\xfe")

    with pytest.raises(Fault, match="cannot read"):
        FileOnDisk(tmp_path, "folder").read()
    with pytest.raises(Fault, match="not UTF-8"):
        FileOnDisk(tmp_path / "latin.yaml", "latin.yaml").read()
    with pytest.raises(Fault, match="cannot write"):
        FileOnDisk(tmp_path / "none" / "x.yaml", "x.yaml").replace("new")
