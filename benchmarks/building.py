"""Builds in pairs, ours and a peer's: from nothing, without a change, after one edited record.

A figure is the whole command, start-up included, because that is what somebody waits for. The two
of a pair follow one another, so that what else the machine does meanwhile troubles both.
"""

from __future__ import annotations

import statistics
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.generators import ours
from benchmarks.generators.engine import Engine, add
from benchmarks.generators.laid_out import LaidOut
from benchmarks.measuring import memory_of, seconds_of
from benchmarks.whole_site import assert_pages, assert_whole

COLD, UNCHANGED, EDITED, MEMORY = (
    "cold build",
    "nothing changed",
    "one record edited",
    "peak memory",
)
CASES: Mapping[str, Callable[[Engine, int], object]] = {
    COLD: lambda engine, _: engine.forget(),
    UNCHANGED: lambda _, __: None,
    EDITED: lambda engine, number: add(engine.record(number), f"Edited, time {number}."),
}
"""What has to be done before each time it is measured."""

_MEMORY_RUNS = 3
"""Memory hardly differs from build to build, as time does."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """One measure of ours and of a peer, pair by pair; nothing of ours where it was left out."""

    mine: Sequence[float]
    theirs: Sequence[float]

    @property
    def ratio(self) -> float | None:
        """Ours over theirs: the median of the pairs."""
        if not self.mine:
            return None
        return statistics.median(
            mine / theirs for mine, theirs in zip(self.mine, self.theirs, strict=True)
        )

    def row(self, words: str, shown: Callable[[float], str]) -> str:
        """Return a row of a Markdown table: both medians, and the ratio."""
        mine = shown(statistics.median(self.mine)) if self.mine else "–"
        ratio = "–" if self.ratio is None else f"{self.ratio:.2f}"
        return f"| {words} | {mine} | {shown(statistics.median(self.theirs))} | {ratio} |"


@dataclass(frozen=True, slots=True)
class Compared:
    """What was measured of ours beside one peer, by measure."""

    peer: str
    measures: Mapping[str, Pairs]

    def rows(self) -> list[str]:
        """Return the rows of a Markdown table."""
        return [
            pairs.row(f"{measure}, {self.peer}", megabytes if measure == MEMORY else seconds)
            for measure, pairs in self.measures.items()
        ]


def compare(laid: LaidOut, peer: str, runs: int) -> Compared:
    """Build with Doorstep and with one peer in turn, so many times, and again for the memory."""
    engines = [laid.engines[name] for name in (ours.NAME, peer) if name in laid.engines]
    taken: dict[str, dict[str, list[float]]] = {
        measure: {engine.name: [] for engine in engines} for measure in (*CASES, MEMORY)
    }
    for number in range(runs):
        for case, prepare in CASES.items():
            for engine in engines:
                prepare(engine, number)
                took = seconds_of(engine.build)
                taken[case][engine.name].append(took)
                tell(f"{peer}, pair {number + 1} of {runs}: {case}, {engine.name} {seconds(took)}")
                if case == COLD:
                    _assert_complete(engine, laid)
    for _ in range(min(runs, _MEMORY_RUNS)):
        for engine in engines:
            engine.forget()
            held = memory_of(engine.build)
            taken[MEMORY][engine.name].append(held)
            tell(f"{peer}: {MEMORY}, {engine.name} {megabytes(held)}")
    measures = {
        measure: Pairs(held.get(ours.NAME, ()), held[peer]) for measure, held in taken.items()
    }
    return Compared(peer, measures)


def table(size: int, laid: LaidOut, compared: Sequence[Compared]) -> str:
    """Return what was measured at one size as Markdown."""
    lines = [
        f"| {size:,} opportunities, {len(laid.made):,} records | Doorstep | peer | ÷ |",
        "|---|---|---|---|",
    ]
    return "\n".join([*lines, *(row for one in compared for row in one.rows())])


def seconds(value: float) -> str:
    """Return seconds as a table shows them."""
    return f"{value:.2f} s"


def megabytes(value: float) -> str:
    """Return bytes as a table shows them."""
    return f"{value / 2**20:,.0f} MB"


def tell(words: str) -> None:
    """Say how far it is, beside the report: a run takes long enough to look stuck."""
    print(words, file=sys.stderr, flush=True)


def _assert_complete(engine: Engine, laid: LaidOut) -> None:
    assert_pages(engine, laid.made)
    if engine.name == ours.NAME:
        assert_whole(engine.site, laid.city)
