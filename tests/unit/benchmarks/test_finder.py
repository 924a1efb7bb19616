from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.finder import QUERIES, Answer, File, Measured, Start, table

BENCHMARKS = Path(__file__).resolve().parents[3] / "benchmarks"


def a_start(shown: float) -> Start:
    return Start(shown, shown / 2, (File("index.html", 0, 100, 1000), File("a.js", 110, 300, 500)))


def measured(shown: float, queries: list[float]) -> Measured:
    starts = [a_start(shown), a_start(shown + 100), a_start(shown + 5000)]
    answers = [Answer(stood=query / 2, drawn=query) for query in queries]
    return Measured(starts, starts, answers, answers, answers)


@pytest.mark.parametrize(
    ("files", "trips"),
    [
        ((), 0),
        (((0, 100), (10, 90), (20, 100)), 1),
        (((0, 100), (100, 200), (150, 250)), 2),
        (((0, 100), (100, 200), (90, 180), (200, 300)), 3),
    ],
)
def test_round_trips_are_the_longest_chain(
    files: tuple[tuple[float, float], ...], trips: int
) -> None:
    came = tuple(File("", began, ended, 1) for began, ended in files)

    assert Start(0, 0, came).round_trips == trips


def test_table_gives_medians_and_ratios() -> None:
    held = {
        "Doorstep": measured(1000, [10.0] * 20),
        "Pagefind": measured(2100, [20.0] * 20),
        "MiniSearch": measured(4300, [40.0] * 20),
    }

    lines = table(1000, held).splitlines()

    assert lines[0] == (
        "| 1,000 opportunities | Doorstep | Pagefind | MiniSearch | ÷ Pagefind | ÷ MiniSearch |"
    )
    assert (
        "| cold start to first result, `?q=robot` | 1.10 s | 2.20 s | 4.40 s | 0.50 | 0.25 |"
        in lines
    )
    assert "| warm query in the document, p95 | 5 ms | 10 ms | 20 ms | 0.50 | 0.25 |" in lines
    assert "| warm query drawn, p95 | 10 ms | 20 ms | 40 ms | 0.50 | 0.25 |" in lines
    assert "| map shown for the first time | – | – | – | – | – |" in lines


def test_forty_different_queries_are_asked() -> None:
    assert len(QUERIES) == len(set(QUERIES)) == 40


def test_lock_of_the_benchmarks_names_no_place_that_packages_come_from() -> None:
    lock = json.loads((BENCHMARKS / "package-lock.json").read_text("utf-8"))
    pinned = json.loads((BENCHMARKS / "package.json").read_text("utf-8"))["devDependencies"]

    assert [name for name, one in lock["packages"].items() if "resolved" in one] == []
    assert {name: lock["packages"][f"node_modules/{name}"]["version"] for name in pinned} == pinned
