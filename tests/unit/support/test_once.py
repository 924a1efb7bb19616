from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.once import made_once

# The processes that share a run are threads here: a lock file keeps them apart just the same.
WORKERS = 4


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PYTEST_XDIST_WORKER", "gw0")
    return tmp_path


@dataclass(frozen=True, slots=True)
class Temporary:
    """What gives one of the processes its temporary folders."""

    own: Path

    def getbasetemp(self) -> Path:
        self.own.mkdir(exist_ok=True)
        return self.own


def worker(run: Path, number: int) -> Temporary:
    return Temporary(run / f"popen-gw{number}")


def test_all_are_given_one_folder_that_was_made_once_and_is_whole(run: Path) -> None:
    made: list[Path] = []

    def make(folder: Path) -> None:
        made.append(folder)
        time.sleep(0.05)  # time enough for the others to ask
        (folder / "page.html").write_text("whole")

    def asked(number: int) -> tuple[Path, str]:
        given = made_once(worker(run, number), "place", make)
        return given, (given / "page.html").read_text()

    with ThreadPoolExecutor(WORKERS) as workers:
        answers = set(workers.map(asked, range(WORKERS)))

    assert answers == {(run / "place", "whole")}
    assert made == [run / "place"]


def test_what_could_not_be_made_is_begun_anew_by_the_next(run: Path) -> None:
    def fail(folder: Path) -> None:
        (folder / "half.html").write_text("half")
        raise OSError("no room")

    with pytest.raises(OSError, match="no room"):
        made_once(worker(run, 0), "place", fail)

    given = made_once(worker(run, 1), "place", lambda it: (it / "page.html").write_text("whole"))

    assert [path.name for path in given.iterdir()] == ["page.html"]


def test_a_run_of_one_process_keeps_to_its_own_folder(
    run: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PYTEST_XDIST_WORKER")

    given = made_once(worker(run, 0), "place", lambda _: None)

    assert given == run / "popen-gw0" / "place"
