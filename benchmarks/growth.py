"""How a build of ours grows with the city: its time, its memory, and where the time goes."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.building import megabytes, seconds, tell
from benchmarks.generators import ours
from benchmarks.generators.laid_out import LaidOut
from benchmarks.measuring import Stage, stages_of
from benchmarks.whole_site import assert_whole

HEAD = (
    "| opportunities | records | cold build | peak memory | stages, in seconds |\n"
    "|---|---|---|---|---|"
)


@dataclass(frozen=True, slots=True)
class Grown:
    """A cold build of one size: seconds, bytes, and where the time went."""

    size: int
    records: int
    seconds: float
    memory: int
    stages: Sequence[Stage]

    @property
    def row(self) -> str:
        """The build as a row of a Markdown table."""
        stages = ", ".join(f"{stage.name} {stage.seconds:.1f}" for stage in self.stages)
        return (
            f"| {self.size:,} | {self.records:,} | {seconds(self.seconds)} | "
            f"{megabytes(self.memory)} | {stages} |"
        )


_EVERY = 1.0


def grown(size: int, laid: LaidOut, runs: int) -> Grown:
    """Build one size from nothing so many times, each timed and its memory looked at meanwhile.

    That is done once in a second, which costs a build of minutes nothing that could be measured,
    and misses a peak that is shorter.
    """
    engine = laid.engines[ours.NAME]
    builds = []
    for _ in range(runs):
        engine.forget()
        began = time.perf_counter()
        stages, memory = stages_of(engine.build, _EVERY)
        builds.append((time.perf_counter() - began, memory, stages))
        tell(f"growth at {size:,}: {seconds(builds[-1][0])}, {megabytes(memory)}")
    assert_whole(engine.site, laid.city)
    builds.sort(key=lambda build: build[0])
    took, memory, stages = builds[len(builds) // 2]
    return Grown(size, len(laid.made), took, memory, stages)
