from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.adapters.watching import Watch


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "content" / "badges").mkdir(parents=True)
    (tmp_path / "content" / "badges" / "a.md").write_text("a")
    (tmp_path / "content" / "out").mkdir()
    return tmp_path / "content"


@pytest.fixture
def watch(folder: Path) -> Watch:
    return Watch([folder], [folder / "out"])


needs_notices = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only Linux tells of changes"
)


def seen(watch: Watch) -> tuple[bool, bool]:
    """Return whether it was told, and whether a look finds it: both have to agree."""
    return bool(watch.told()), watch.changed()


def test_nothing_is_no_change(watch: Watch) -> None:
    assert seen(watch) == (False, False)


@needs_notices
@pytest.mark.parametrize("name", ["a.md", "b.md"])
def test_file_that_is_written_is_a_change_once(watch: Watch, folder: Path, name: str) -> None:
    (folder / "badges" / name).write_text("other words")

    assert seen(watch) == (True, True)
    assert seen(watch) == (False, False)


@needs_notices
def test_file_that_goes_or_is_put_in_place_of_another_is_a_change(
    watch: Watch, folder: Path
) -> None:
    aside = folder / "badges" / "a.md.tmp"
    aside.write_text("written aside")
    assert seen(watch) == (False, False)

    aside.replace(folder / "badges" / "a.md")
    assert seen(watch) == (True, True)

    (folder / "badges" / "a.md").unlink()
    assert seen(watch) == (True, True)


@needs_notices
def test_path_is_told(watch: Watch, folder: Path) -> None:
    (folder / "badges" / "a.md").write_text("other words")

    assert watch.told() == {str(folder / "badges" / "a.md")}


@needs_notices
def test_folder_that_comes_later_is_watched_with_all_it_holds(watch: Watch, folder: Path) -> None:
    (folder / "images" / "deep").mkdir(parents=True)
    assert watch.told()
    (folder / "images" / "deep" / "a.png").write_bytes(b"pixels")
    assert seen(watch) == (True, True)

    shutil.rmtree(folder / "images")
    assert seen(watch) == (True, True)


@needs_notices
@pytest.mark.parametrize(
    "name", [".a.md.swp", "4913", "a.md~", "#a.md#", "~$a.md", "a.md___jb_tmp___", "a.md.tmp"]
)
def test_what_editors_leave_is_no_change(watch: Watch, folder: Path, name: str) -> None:
    (folder / "badges" / name).write_text("x")

    assert seen(watch) == (False, False)


@needs_notices
def test_what_is_ignored_is_no_change(watch: Watch, folder: Path) -> None:
    (folder / "out" / "index.html").write_text("x")

    assert seen(watch) == (False, False)


@needs_notices
def test_more_than_the_system_can_hold_for_us_is_a_change(watch: Watch, folder: Path) -> None:
    limit = int(Path("/proc/sys/fs/inotify/max_queued_events").read_text())
    if limit > 100_000:
        pytest.skip("it holds too much to be overrun here")
    paths = [folder / "badges" / name for name in (".a.swp", ".b.swp")]
    for number in range(limit // 2 + 10):
        path = paths[number % 2]
        path.touch()
        path.unlink()

    assert watch.told()


def test_git_at_work_is_waited_for(tmp_path: Path) -> None:
    content = tmp_path / "place" / "content"
    content.mkdir(parents=True)
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    watch = Watch([content])
    assert not watch.busy()

    (tmp_path / ".git" / "index.lock").touch()
    assert watch.busy()


def test_git_of_a_linked_working_tree_is_found(tmp_path: Path) -> None:
    git = tmp_path / "elsewhere"
    git.mkdir()
    content = tmp_path / "tree" / "content"
    content.mkdir(parents=True)
    (content.parent / ".git").write_text(f"gitdir: {git}\n")
    (git / "index.lock").touch()

    assert Watch([content]).busy()


def test_without_notices_a_look_still_finds_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.adapters.noticing.sys.platform", "darwin")
    watch = Watch([folder])
    (folder / "badges" / "a.md").write_text("other words")

    assert watch.notices is None
    assert seen(watch) == (False, True)
