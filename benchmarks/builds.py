"""``make bench ARGS=build``: builds beside Hugo, Eleventy, Pelican and MkDocs, all in one run."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks import building, growth, reach, saving
from benchmarks.building import Compared, compare
from benchmarks.generators import ours
from benchmarks.generators.laid_out import PEERS, LaidOut, laid_out
from benchmarks.growth import Grown, grown
from benchmarks.reach import MOST, TEN_THOUSAND
from benchmarks.saving import SERVERS, Saves, saves

PARTS = ("pairs", "serve", "growth")
ENGINES = (ours.NAME, *PEERS)
SIZES = (1_000, 10_000)
GROWTH = (1_000, 3_000, TEN_THOUSAND, 30_000, MOST)
_FEW = 3_000
"""Up to here a build is quick, and is repeated more often."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What to measure: which parts, at which sizes, how often, beside whom."""

    parts: Sequence[str]
    sizes: Sequence[int]
    runs: int | None
    saves: int
    engines: Sequence[str]
    kept: Path

    def runs_at(self, size: int) -> int:
        """How often: as often as was asked for, and a third of that where each takes minutes."""
        if self.runs is None:
            return 5 if size <= _FEW else 3
        return self.runs if size <= _FEW else max(1, self.runs // 3)


def report(asked: Asked) -> str:
    """Measure what was asked for; return it as Markdown, the table of goals first."""
    compared: dict[int, Sequence[Compared]] = {}
    served: dict[int, Saves] = {}
    all_grown: dict[int, Grown] = {}
    details: list[str] = []
    if "pairs" in asked.parts or "serve" in asked.parts:
        for size in asked.sizes:
            with _city(asked, size, asked.engines) as laid:
                if "pairs" in asked.parts:
                    compared[size] = _pairs(asked, size, laid)
                    details += [building.table(size, laid, compared[size]), ""]
                if "serve" in asked.parts:
                    served[size] = _saves(asked, laid)
    if served:
        rows = [row for size, held in served.items() for row in held.rows(size)]
        details += [saving.HEAD, *rows, ""]
    if "growth" in asked.parts:
        for size in GROWTH if asked.sizes == SIZES else asked.sizes:
            with _city(asked, size, [ours.NAME]) as laid:
                all_grown[size] = grown(size, laid, asked.runs_at(size))
        details += [growth.HEAD, *(one.row for one in all_grown.values()), ""]
    goals = reach.table(reach.Results(compared, served, all_grown))
    return "\n".join([_how(asked), "", goals, "", *details]).rstrip()


def _pairs(asked: Asked, size: int, laid: LaidOut) -> list[Compared]:
    peers = [name for name in PEERS if name in laid.engines]
    return [compare(laid, peer, asked.runs_at(size)) for peer in peers]


def _saves(asked: Asked, laid: LaidOut) -> Saves:
    return saves([laid.engines[name] for name in SERVERS if name in laid.engines], asked.saves)


@contextmanager
def _city(asked: Asked, size: int, names: Sequence[str]) -> Iterator[LaidOut]:
    """Lay a city out, and take it away again: edits have changed it, and it is big."""
    asked.kept.mkdir(parents=True, exist_ok=True)
    # beside the kept cities: a temporary folder may be on another kind of disk, or in memory
    # A server that was told to end has a process that publishes, which ends a moment after it.
    with tempfile.TemporaryDirectory(
        prefix="builds-", dir=asked.kept, ignore_cleanup_errors=True
    ) as scratch:
        laid = laid_out(size, Path(scratch), names, asked.kept / "peers")
        # what was written is on the disk before anybody's build is timed
        os.sync()
        yield laid


def _how(asked: Asked) -> str:
    often = f"{asked.runs_at(0)} (above {_FEW:,} opportunities {asked.runs_at(_FEW + 1)})"
    return (
        f"Pairs: {often}. Times are medians; “÷” is the median of ours over the peer's, pair by "
        "pair. Memory is the highest sum of the processes' proportional set sizes (PSS), in "
        "builds of their own."
    )
