from __future__ import annotations

import os
import pickle
import stat
import sys
from pathlib import Path

import pytest

from generator.adapters.memo import FolderMemo, NullMemo, open_memo
from generator.adapters.memo_merging import MOST_PACKS

KEY = "ab" * 32
OTHER = "cd" * 32
WEEK = 7 * 86_400.0


def packs(folder: Path) -> Path:
    return folder / "memo-2"


def only(folder: Path, ending: str) -> Path:
    (found,) = packs(folder).glob(f"*{ending}")
    return found


def numbered(number: int) -> str:
    return f"{number:032x}"


def at_week(folder: Path, week: int, limit: int = 1 << 20) -> FolderMemo:
    return FolderMemo(folder, b"k" * 32, limit, clock=lambda: week * WEEK)


def test_what_is_remembered_is_recalled_by_the_next_build(tmp_path: Path) -> None:
    open_memo(tmp_path / ".doorstep").remember(KEY, b"value\x00")

    memo = open_memo(tmp_path / ".doorstep")

    assert memo.recall(KEY) == b"value\x00"
    assert memo.recall(OTHER) is None


def test_what_is_remembered_is_recalled_at_once(tmp_path: Path) -> None:
    memo = open_memo(tmp_path)
    assert memo.recall(KEY) is None

    memo.remember(KEY, b"value")
    memo.remember(OTHER, b"other")

    assert [memo.recall(key) for key in (KEY, OTHER)] == [b"value", b"other"]


def test_an_empty_value_is_a_value(tmp_path: Path) -> None:
    memo = open_memo(tmp_path)
    memo.remember(KEY, b"")

    assert memo.recall(KEY) == b""


@pytest.mark.parametrize("ending", [".keys", ".values"])
def test_pack_that_is_cut_short_anywhere_gives_what_is_whole_and_nothing_else(
    tmp_path: Path, ending: str
) -> None:
    memo = open_memo(tmp_path)
    memo.remember(KEY, b"value")
    memo.remember(OTHER, b"other")
    file = only(tmp_path, ending)
    content = file.read_bytes()

    for keep in range(len(content)):
        file.write_bytes(content[:keep])
        cut = open_memo(tmp_path)
        found = cut.recall(KEY), cut.recall(OTHER)
        assert found in {(None, None), (b"value", None)}
        assert (found[0] is not None) == (keep >= len(content) // 2)


@pytest.mark.parametrize("ending", [".keys", ".values"])
def test_any_damaged_byte_costs_a_value_and_never_gives_a_wrong_one(
    tmp_path: Path, ending: str
) -> None:
    memo = open_memo(tmp_path)
    memo.remember(KEY, b"value")
    file = only(tmp_path, ending)
    content = file.read_bytes()
    week = range(len(content) - 4, len(content)) if ending == ".keys" else range(0)

    for at in range(len(content)):
        file.write_bytes(content[:at] + bytes([content[at] ^ 0xFF]) + content[at + 1 :])
        # when it was of use is no part of what it is
        assert open_memo(tmp_path).recall(KEY) == (b"value" if at in week else None)


def test_value_that_was_damaged_is_remembered_again(tmp_path: Path) -> None:
    open_memo(tmp_path).remember(KEY, b"value")
    values = only(tmp_path, ".values")
    values.write_bytes(bytes(values.stat().st_size))
    memo = open_memo(tmp_path)
    assert memo.recall(KEY) is None

    memo.remember(KEY, b"value")

    assert memo.recall(KEY) == open_memo(tmp_path).recall(KEY) == b"value"


def test_value_under_the_name_of_another_is_not_believed(tmp_path: Path) -> None:
    for folder, key in (("one", KEY), ("two", OTHER)):
        FolderMemo(tmp_path / folder, b"k" * 32, 1 << 20).remember(key, b"value")
    only(tmp_path / "one", ".values").replace(only(tmp_path / "two", ".values"))

    assert FolderMemo(tmp_path / "two", b"k" * 32, 1 << 20).recall(OTHER) is None


def test_cache_that_comes_out_of_a_repository_is_not_believed(tmp_path: Path) -> None:
    open_memo(tmp_path).remember(KEY, b"<script>")
    (tmp_path / "key").chmod(0o644)  # what a checkout leaves of 0400

    memo = open_memo(tmp_path)

    assert memo.recall(KEY) is None
    assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o400


@pytest.mark.parametrize("ending", [".keys", ".values"])
def test_symbolic_links_are_not_followed(tmp_path: Path, ending: str) -> None:
    open_memo(tmp_path / "real").remember(KEY, b"value")
    file = only(tmp_path / "real", ending)
    file.rename(tmp_path / "elsewhere")
    file.symlink_to(tmp_path / "elsewhere")
    (tmp_path / "link").symlink_to("real")

    assert open_memo(tmp_path / "real").recall(KEY) is None
    assert isinstance(open_memo(tmp_path / "link"), NullMemo)


def test_pipe_in_the_place_of_a_pack_keeps_nobody_waiting(tmp_path: Path) -> None:
    open_memo(tmp_path).remember(KEY, b"value")
    values = only(tmp_path, ".values")
    values.unlink()
    os.mkfifo(values)

    assert open_memo(tmp_path).recall(KEY) is None


def test_folder_that_cannot_be_made_costs_only_the_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    memo = open_memo(tmp_path / "file" / ".doorstep")
    memo.remember(KEY, b"value")
    memo.tidy()

    assert memo.recall(KEY) is None


def test_memory_that_cannot_be_kept_says_nothing(tmp_path: Path) -> None:
    memo = open_memo(tmp_path)
    packs(tmp_path).write_text("in the way")

    memo.remember(KEY, b"value")
    memo.tidy()

    assert memo.recall(KEY) is None


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is Linux's")
def test_full_disk_says_nothing_and_leaves_what_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memo = open_memo(tmp_path)
    memo.remember(KEY, b"value")
    whole = os.pwrite
    monkeypatch.setattr(os, "pwrite", lambda at, content, to: whole(at, content[:3], to))

    memo.remember(OTHER, b"other")
    monkeypatch.undo()

    assert memo.recall(OTHER) is open_memo(tmp_path).recall(OTHER) is None
    memo.remember(OTHER, b"other")
    assert open_memo(tmp_path).recall(OTHER) == b"other"
    assert open_memo(tmp_path).recall(KEY) == b"value"


def test_two_builds_at_once_remember_each_for_both(tmp_path: Path) -> None:
    one, two = open_memo(tmp_path), open_memo(tmp_path)

    for number in range(20):
        (one if number % 2 else two).remember(numbered(number), b"%d" % number)
    one.tidy()

    memo = open_memo(tmp_path)
    assert [memo.recall(numbered(number)) for number in range(20)] == [b"%d" % n for n in range(20)]


def test_fork_writes_to_a_pack_of_its_own(tmp_path: Path) -> None:
    memo = open_memo(tmp_path)
    memo.remember(KEY, b"parent's")
    child = os.fork()
    if not child:
        memo.remember(OTHER, b"child's")
        os._exit(0 if memo.recall(KEY) == b"parent's" else 1)
    memo.remember(numbered(1), b"parent's")

    assert os.waitpid(child, 0)[1] == 0
    found = open_memo(tmp_path)
    assert [found.recall(key) for key in (KEY, OTHER, numbered(1))] == [
        b"parent's", b"child's", b"parent's",
    ]  # fmt: skip


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    for number in range(12):
        at_week(tmp_path, 100 + number, 10_000).remember(numbered(number), bytes(1000))
    assert at_week(tmp_path, 120, 10_000).recall(numbered(0)) is not None

    at_week(tmp_path, 121, 10_000).tidy()

    memo = at_week(tmp_path, 121, 10_000)
    kept = [number for number in range(12) if memo.recall(numbered(number)) is not None]
    assert kept == [0, *range(12 - len(kept) + 1, 12)]
    assert len(kept) == 7  # of 1,032 bytes each, in four fifths of the limit
    assert sum(path.stat().st_size for path in packs(tmp_path).iterdir()) <= 10_000


def test_value_from_the_future_is_the_first_to_go(tmp_path: Path) -> None:
    at_week(tmp_path, 4000, 2_000).remember(KEY, bytes(200))
    for number in range(8):
        at_week(tmp_path, 100, 2_000).remember(numbered(number), bytes(200))

    at_week(tmp_path, 100, 2_000).tidy()

    memo = at_week(tmp_path, 100, 2_000)
    assert memo.recall(KEY) is None
    assert sum(memo.recall(numbered(number)) is not None for number in range(8)) == 6


def test_many_packs_become_one_that_has_everything_once(tmp_path: Path) -> None:
    for number in range(MOST_PACKS + 1):
        memo = open_memo(tmp_path)
        memo.remember(numbered(number), b"%d" % number)
    damaged = sorted(packs(tmp_path).glob("*.values"))[0]
    damaged.write_bytes(bytes(damaged.stat().st_size))

    memo.tidy()

    assert len(list(packs(tmp_path).iterdir())) == 2
    found = [memo.recall(numbered(number)) for number in range(MOST_PACKS + 1)]
    assert sum(value == b"%d" % number for number, value in enumerate(found)) == MOST_PACKS
    assert found.count(None) == 1


def test_pack_that_is_written_to_is_not_merged(tmp_path: Path) -> None:
    busy = open_memo(tmp_path)
    busy.remember(KEY, b"before")
    for number in range(MOST_PACKS):
        open_memo(tmp_path).remember(numbered(number), b"")

    open_memo(tmp_path).tidy()
    busy.remember(OTHER, b"after")

    assert [open_memo(tmp_path).recall(key) for key in (KEY, OTHER)] == [b"before", b"after"]
    assert len(list(packs(tmp_path).iterdir())) == 4


def test_packs_that_are_merged_meanwhile_are_still_read(tmp_path: Path) -> None:
    for number in range(MOST_PACKS + 1):
        open_memo(tmp_path).remember(numbered(number), b"%d" % number)
    reading = open_memo(tmp_path)
    assert reading.recall(numbered(0)) == b"0"

    open_memo(tmp_path).tidy()

    assert reading.recall(numbered(1)) == b"1"


def test_one_build_writes_no_more_than_there_is_room_for(tmp_path: Path) -> None:
    memo = open_memo(tmp_path, limit=10_000)

    for number in range(30):
        memo.remember(numbered(number), bytes(1000))

    assert only(tmp_path, ".values").stat().st_size <= 10_000 + 1032


def test_other_versions_and_values_without_keys_go(tmp_path: Path) -> None:
    memo = open_memo(tmp_path)
    memo.remember(KEY, b"value")
    (tmp_path / "memo-1" / "ab").mkdir(parents=True)
    forgotten, fresh = packs(tmp_path) / "a.values", packs(tmp_path) / "b.values"
    for path in (forgotten, fresh):
        path.write_text("")
    os.utime(forgotten, (1_000_000, 1_000_000))

    memo.tidy()

    assert not (tmp_path / "memo-1").exists()
    assert not forgotten.exists()
    assert fresh.exists()
    assert memo.recall(KEY) == b"value"


def test_git_ignores_the_folder(tmp_path: Path) -> None:
    open_memo(tmp_path / ".doorstep")

    assert (tmp_path / ".doorstep" / ".gitignore").read_text() == "*\n"


def test_only_digests_are_keys(tmp_path: Path) -> None:
    for key in ("../../etc/passwd", "", "AB" * 32):
        with pytest.raises(ValueError, match="not a digest"):
            open_memo(tmp_path).recall(key)


def test_workers_may_have_it(tmp_path: Path) -> None:
    memo = open_memo(tmp_path)
    memo.remember(KEY, b"value")

    copy = pickle.loads(pickle.dumps(memo))  # noqa: S301 - what we have just dumped

    assert isinstance(copy, FolderMemo)
    assert copy.recall(KEY) == b"value"
