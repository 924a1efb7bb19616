"""How a build of ours grows with the city: its time, its memory, and where the time goes."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.building import megabytes, seconds, tell
from benchmarks.generators import ours
from benchmarks.generators.laid_out import LaidOut
from benchmarks.measuring import Stage, memory_of, seconds_of, stages_of
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


def grown(size: int, laid: LaidOut, runs: int) -> Grown:
    """Build one size from nothing so many times, once more for memory and once for the stages."""
    engine = laid.engines[ours.NAME]
    took = []
    for _ in range(runs):
        engine.forget()
        took.append(seconds_of(engine.build))
        tell(f"growth at {size:,}: {seconds(took[-1])}")
    assert_whole(engine.site, laid.city)
    engine.forget()
    memory = memory_of(engine.build)
    engine.forget()
    stages, _ = stages_of(engine.build)
    return Grown(size, len(laid.made), statistics.median(took), memory, stages)
