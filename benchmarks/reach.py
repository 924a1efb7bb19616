"""What builds are to reach, and what they did: the table of the goals, from one run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.building import COLD, EDITED, MEMORY, UNCHANGED, Compared
from benchmarks.generators import eleventy, hugo, mkdocs, ours, pelican
from benchmarks.growth import Grown
from benchmarks.saving import Saves

THOUSAND, TEN_THOUSAND, MOST = 1_000, 10_000, 87_000
"""Opportunities. The most are those of a hundred thousand records, and no place may have more
(``generator.stages.discover``): its venues, organisations, badges and translations count too."""

_TENFOLD = 10
_GIGABYTE = 10**9


@dataclass(frozen=True, slots=True)
class Results:
    """Everything that one run measured, by the number of opportunities."""

    compared: Mapping[int, Sequence[Compared]]
    saves: Mapping[int, Saves]
    grown: Mapping[int, Grown]

    def ratio(self, size: int, peer: str, measure: str) -> float | None:
        """Ours over a peer's, where both were measured."""
        for one in self.compared.get(size, ()):
            if one.peer == peer:
                return one.measures[measure].ratio
        return None

    def p95(self, size: int, server: str) -> float | None:
        """Milliseconds from a save to its signal."""
        taken = self.saves[size].p95(server) if size in self.saves else None
        return None if taken is None else 1000 * taken


def table(results: Results) -> str:
    """Return the goals and what was reached as Markdown."""
    return "\n".join(["| | goal | reached |", "|---|---|---|", *_rows(results)])


def _rows(results: Results) -> Iterable[str]:
    cold = [
        _times(results.ratio(TEN_THOUSAND, hugo.NAME, COLD), 1.5, "its wall time"),
        _times(results.ratio(TEN_THOUSAND, hugo.NAME, MEMORY), 0.5, "its peak memory"),
    ]
    goal = "≤ 1.5 × its wall time, at most half its peak memory"
    yield _row("cold build, 10,000 records, against Hugo's", goal, cold)
    small = [_times(results.ratio(THOUSAND, hugo.NAME, COLD), 1.8)]
    yield _row("cold build, 1,000 records, against Hugo's", "≤ 1.8 ×", small)
    others = [
        _times(results.ratio(size, peer, COLD), most, f"{peer}'s at {size:,}")
        for size in (THOUSAND, TEN_THOUSAND)
        for peer, most in ((pelican.NAME, 0.5), (mkdocs.NAME, 0.5), (eleventy.NAME, 1.0))
    ]
    goal = "at least 2 × faster; no slower"
    yield _row("cold build against Pelican and MkDocs, against Eleventy", goal, others)
    for words, measure, most, most_of_many in (
        ("build with nothing changed, against Hugo's build", UNCHANGED, 0.2, 0.1),
        ("build after one edited record, against Hugo's build", EDITED, 0.6, 0.2),
    ):
        reached = [
            _times(results.ratio(THOUSAND, hugo.NAME, measure), most, "at 1,000"),
            _times(results.ratio(TEN_THOUSAND, hugo.NAME, measure), most_of_many, "at 10,000"),
        ]
        yield _row(words, f"≤ {most} × at 1,000, ≤ {most_of_many} × at 10,000", reached)
    yield _row(
        "`serve`: save to reload signal, p95",
        "≤ 100 ms at 1,000, ≤ 300 ms at 10,000 (ahead of Hugo's server at 10,000)",
        [_signal(results, THOUSAND, 100), _signal(results, TEN_THOUSAND, 300)],
    )
    yield _row(
        "growth from 10,000 to 100,000 records",
        "at most 11 × the time; peak memory at most 1.5 GB",
        _growth(results.grown),
    )


def _growth(grown: Mapping[int, Grown]) -> list[str]:
    if TEN_THOUSAND not in grown or MOST not in grown:
        return [_not_measured("")]
    few, many = grown[TEN_THOUSAND], grown[MOST]
    memory = many.memory / _GIGABYTE
    more = many.records / few.records
    return [
        _times(
            many.seconds / few.seconds * _TENFOLD / more,
            11,
            f"the time for ten times the records ({few.records:,} to {many.records:,})",
        ),
        f"{memory:.2f} GB{_verdict(memory, 1.5)}",
    ]


def _signal(results: Results, size: int, most: float) -> str:
    mine, theirs = (results.p95(size, name) for name in (ours.NAME, hugo.NAME))
    if mine is None:
        return _not_measured(f"at {size:,}")
    beside = "" if theirs is None else f" (Hugo's {theirs:.0f} ms)"
    return f"{mine:.0f} ms at {size:,}{_verdict(mine, most)}{beside}"


def _times(ratio: float | None, most: float, words: str = "") -> str:
    if ratio is None:
        return _not_measured(words)
    return f"{ratio:.2f} × {words}".rstrip() + _verdict(ratio, most)


def _not_measured(words: str) -> str:
    return f"not measured {words}".rstrip()


def _verdict(value: float, most: float) -> str:
    """Return nothing where a goal is reached, and say so where it is not."""
    return "" if value <= most else " (**missed**)"


def _row(words: str, goal: str, reached: Sequence[str]) -> str:
    return f"| {words} | {goal} | {'; '.join(reached)} |"
