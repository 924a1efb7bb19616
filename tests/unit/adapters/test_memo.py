from __future__ import annotations

import os
import pickle
import stat
from pathlib import Path

import pytest

from generator.adapters.memo import FolderMemo, NullMemo, open_memo

KEY = "ab" * 32
OTHER = "cd" * 32


def entry(folder: Path, key: str = KEY) -> Path:
    return folder / "memo-1" / key[:2] / key[2:]


def test_what_is_remembered_is_recalled_by_the_next_build(tmp_path: Path) -> None:
    open_memo(tmp_path / ".doorstep").remember(KEY, b"value\x00")

    memo = open_memo(tmp_path / ".doorstep")

    assert memo.recall(KEY) == b"value\x00"
    assert memo.recall(OTHER) is None


def test_an_empty_value_is_a_value(tmp_path: Path) -> None:
    memo = open_memo(tmp_path)
    memo.remember(KEY, b"")

    assert memo.recall(KEY) == b""


@pytest.mark.parametrize("keep", [0, 10, 32, 35])
def test_entry_that_is_cut_short_is_dropped(tmp_path: Path, keep: int) -> None:
    memo = open_memo(tmp_path)
    memo.remember(KEY, b"value")
    entry(tmp_path).write_bytes(entry(tmp_path).read_bytes()[:keep])

    assert memo.recall(KEY) is None
    assert not entry(tmp_path).exists()


def test_entry_under_the_name_of_another_is_dropped(tmp_path: Path) -> None:
    memo = open_memo(tmp_path)
    memo.remember(KEY, b"value")
    entry(tmp_path, OTHER).parent.mkdir()
    entry(tmp_path).rename(entry(tmp_path, OTHER))

    assert memo.recall(OTHER) is None


def test_cache_that_comes_out_of_a_repository_is_not_believed(tmp_path: Path) -> None:
    open_memo(tmp_path).remember(KEY, b"<script>")
    (tmp_path / "key").chmod(0o644)  # what a checkout leaves of 0400

    memo = open_memo(tmp_path)

    assert memo.recall(KEY) is None
    assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o400


def test_symbolic_links_are_not_followed(tmp_path: Path) -> None:
    memo = open_memo(tmp_path / "real")
    memo.remember(KEY, b"value")
    entry(tmp_path / "real").rename(tmp_path / "elsewhere")
    entry(tmp_path / "real").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "link").symlink_to("real")

    assert memo.recall(KEY) is None
    assert isinstance(open_memo(tmp_path / "link"), NullMemo)


def test_folder_that_cannot_be_made_costs_only_the_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    memo = open_memo(tmp_path / "file" / ".doorstep")
    memo.remember(KEY, b"value")
    memo.tidy()

    assert memo.recall(KEY) is None


def test_memory_that_cannot_be_kept_says_nothing(tmp_path: Path) -> None:
    memo = open_memo(tmp_path)
    (tmp_path / "memo-1").write_text("in the way")

    memo.remember(KEY, b"value")
    memo.tidy()

    assert memo.recall(KEY) is None


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    memo = open_memo(tmp_path, limit=10_000)
    keys = [f"{number:02x}" * 16 for number in range(12)]
    for number, key in enumerate(keys):
        memo.remember(key, bytes(1000))
        os.utime(entry(tmp_path, key), (1_000_000 + number, 1_000_000 + number))
    memo.recall(keys[0])

    memo.tidy()

    kept = [key for key in keys if memo.recall(key) is not None]
    assert keys[0] in kept
    assert kept[1:] == keys[-len(kept) + 1 :]
    assert sum(path.stat().st_size for path in (tmp_path / "memo-1").rglob("*/*")) <= 8_000


def test_entry_from_the_future_is_the_first_to_go(tmp_path: Path) -> None:
    memo = open_memo(tmp_path, limit=2_000)
    for key, when in ((KEY, 4_000_000_000), (OTHER, 1_000_000_000)):
        memo.remember(key, bytes(250))
        os.utime(entry(tmp_path, key), (when, when))
    for number in range(6):
        memo.remember(f"{number:02x}" * 16, bytes(250))

    memo.tidy()

    assert not entry(tmp_path, KEY).exists()


def test_other_versions_and_forgotten_drafts_go(tmp_path: Path) -> None:
    memo = open_memo(tmp_path)
    memo.remember(KEY, b"value")
    (tmp_path / "memo-0" / "ab").mkdir(parents=True)
    draft = entry(tmp_path).with_name("x.1.draft")
    draft.write_text("")
    os.utime(draft, (1_000_000, 1_000_000))

    memo.tidy()

    assert not (tmp_path / "memo-0").exists()
    assert not draft.exists()
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
