from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.sites import ROOT, assert_tree, tree, write_files


def test_equal_trees_pass(tmp_path: Path) -> None:
    write_files(tmp_path, {"built/a/x.html": "x", "expected/a/x.html": "x"})

    assert_tree(tmp_path / "built", tmp_path / "expected")


@pytest.mark.parametrize(
    ("built", "said"),
    [
        ({"a.html": "1", "b.html": "2", "c.html": "3"}, "extra: c.html"),
        ({"a.html": "1"}, "missing: b.html"),
        ({"a.html": "1", "b.html": "9"}, "-2\n+9"),
    ],
)
def test_each_difference_is_named(tmp_path: Path, built: dict[str, str], said: str) -> None:
    write_files(tmp_path / "expected", {"a.html": "1", "b.html": "2"})
    write_files(tmp_path / "built", built)

    with pytest.raises(AssertionError) as failure:
        assert_tree(tmp_path / "built", tmp_path / "expected")

    assert said in str(failure.value)


def test_empty_build_never_passes(tmp_path: Path) -> None:
    (tmp_path / "built").mkdir()

    with pytest.raises(AssertionError, match="nothing was built"):
        assert_tree(tmp_path / "built", tmp_path / "expected")


def test_update_replaces_what_was_expected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path, {"built/new.html": "n", "expected/old.html": "o"})
    monkeypatch.setenv("UPDATE_EXPECTED", "1")

    assert_tree(tmp_path / "built", tmp_path / "expected")

    assert tree(tmp_path / "expected") == {"new.html": b"n"}


@pytest.mark.parametrize(
    "attempt",
    [
        "socket.create_connection(('192.0.2.1', 80), 1)",
        "socket.getaddrinfo('example.org', 80)",
        "urllib.request.urlopen('http://example.org/')",
    ],
)
def test_commands_run_by_tests_cannot_leave_the_machine(attempt: str) -> None:
    offline = ROOT / "tests" / "support" / "offline"

    ended = subprocess.run(
        [sys.executable, "-c", f"import socket, urllib.request; {attempt}"],
        env={"PYTHONPATH": str(offline)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert ended.returncode == 1
    assert "stay on this machine" in ended.stderr
