from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.adapters.memo import open_memo
from generator.adapters.receipts import Receipt, Receipts, Sight, look
from generator.model.artifact import Published
from generator.model.problem import Mark, Problem, Severity, warning

PROBLEMS = (
    warning("overdue", Mark("content/venues/hall.md", 3, 2), "check it again", passing=True),
    Problem("stray-file", Severity.NOTE, Mark("content/x"), "not used", excerpt="ä"),
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of which all is older than the clock says by more than a few seconds."""
    (tmp_path / "content" / "venues").mkdir(parents=True)
    (tmp_path / "content" / "venues" / "hall.md").write_text("hall")
    now = time.time_ns
    monkeypatch.setattr(time, "time_ns", lambda: now() + 10_000_000_000)
    return tmp_path / "content"


def some_receipts(tmp_path: Path, day: int = 1) -> Receipts:
    return Receipts(open_memo(tmp_path / "memo"), lambda _: date(2026, 11, day))


def later(path: Path) -> None:
    """Let a change bear another time than the last: some file systems count in hundredths."""
    found = path.stat()
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns + 1_000_000))


def write(path: Path, text: str) -> None:
    path.write_text(text)
    later(path)


def grow(folder: Path) -> None:
    write(folder / "venues" / "hall.md", "halls")


def turn(folder: Path) -> None:
    write(folder / "venues" / "hall.md", "lall")


def add(folder: Path) -> None:
    (folder / "place.yaml").write_text("")


def remove(folder: Path) -> None:
    (folder / "venues" / "hall.md").unlink()


def rename(folder: Path) -> None:
    (folder / "venues" / "hall.md").rename(folder / "venues" / "mill.md")


def add_folder(folder: Path) -> None:
    (folder / "badges").mkdir()


def lock(folder: Path) -> None:
    (folder / "venues" / "hall.md").chmod(0o400)


def put_another_in_its_place(folder: Path) -> None:
    """As an editor saves: a new file, its time that of the old one."""
    path = folder / "venues" / "hall.md"
    found = path.stat()
    other = folder / "venues" / "other"
    other.write_text("mall")
    os.utime(other, ns=(found.st_atime_ns, found.st_mtime_ns))
    other.replace(path)


CHANGES = (grow, turn, add, remove, rename, add_folder, lock, put_another_in_its_place)


@pytest.mark.parametrize("change", CHANGES)
def test_any_change_is_seen(folder: Path, change: Callable[[Path], None]) -> None:
    before = look([folder], "asked")

    change(folder)

    assert not before.still_so()
    assert look([folder], "asked").digest != before.digest


def test_the_same_is_seen_the_same_and_what_is_asked_is_a_part_of_it(folder: Path) -> None:
    sight = look([folder], "asked")

    assert sight == look([folder], "asked")
    assert sight.still_so()
    assert look([folder], "other").digest != sight.digest
    assert look([folder, folder / "nowhere"], "asked").digest != sight.digest


def test_what_has_just_changed_is_not_settled(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert look([folder], "").settled
    newest = (folder / "venues" / "hall.md").stat().st_ctime_ns
    monkeypatch.setattr(time, "time_ns", lambda: newest + 1_900_000_000)

    assert not look([folder], "").settled


def test_what_is_linked_to_is_never_settled(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (folder / "linked").symlink_to(tmp_path / "elsewhere")

    assert not look([folder], "").settled


def test_receipt_is_found_by_what_a_build_has_before_it(folder: Path, tmp_path: Path) -> None:
    sight = look([folder], "asked")
    some_receipts(tmp_path).keep(sight, "Europe/London", PROBLEMS, Published(digest="d1"))

    found = some_receipts(tmp_path).find(look([folder], "asked"))

    assert found == Receipt(PROBLEMS, "d1")
    assert some_receipts(tmp_path).find(look([folder], "other")) is None
    assert some_receipts(tmp_path, day=2).find(sight) is None


def test_day_is_that_of_the_place_s_time_zone(folder: Path, tmp_path: Path) -> None:
    days = {"Europe/London": date(2026, 11, 1), "Asia/Tokyo": date(2026, 11, 2)}
    memo = open_memo(tmp_path / "memo")
    sight = look([folder], "asked")
    Receipts(memo, days.__getitem__).keep(sight, "Asia/Tokyo", (), Published(digest="d1"))

    assert Receipts(memo, lambda zone: days[zone]).find(sight) == Receipt((), "d1")
    assert Receipts(memo, lambda _: date(2026, 11, 1)).find(sight) is None


def test_none_is_kept_of_what_is_not_settled(folder: Path, tmp_path: Path) -> None:
    sight = look([folder], "asked")
    unsettled = Sight(sight.digest, settled=False, folders=sight.folders, asked=sight.asked)

    some_receipts(tmp_path).keep(unsettled, "Europe/London", (), Published(digest="d1"))

    assert some_receipts(tmp_path).find(sight) is None


def test_none_is_kept_where_something_came_while_the_build_went_on(
    folder: Path, tmp_path: Path
) -> None:
    """It is in the site, and may be gone again by the next build, which would look the same."""
    sight = look([folder], "asked")
    add(folder)

    some_receipts(tmp_path).keep(sight, "Europe/London", (), Published(digest="with it"))

    (folder / "place.yaml").unlink()
    assert look([folder], "asked").digest == sight.digest
    assert some_receipts(tmp_path).find(sight) is None
