"""Where the time of a build went, for whoever asks with ``--timings``."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from generator.ports import Reporter


@dataclass(slots=True)
class _Stage:
    name: str
    begun: float
    counts: list[str] = field(default_factory=list)


class TimedReporter:
    """Port Reporter that passes everything on, and keeps when it was told."""

    def __init__(self, reporter: Reporter, clock: Callable[[], float] = time.perf_counter) -> None:
        self._reporter = reporter
        self._clock = clock
        self._begun = clock()
        self._stages: list[_Stage] = []

    def stage(self, name: str) -> None:
        """Pass it on."""
        self._stages.append(_Stage(name, self._clock()))
        self._reporter.stage(name)

    def progress(self, done: int, total: int) -> None:
        """Pass it on."""
        self._reporter.progress(done, total)

    def count(self, what: str, number: int) -> None:
        """Keep it, to be told with the stage."""
        if self._stages:
            self._stages[-1].counts.append(f"{number:,} {what}")

    def table(self) -> str:
        """Return a line for each stage: its name, its seconds, what it had to do with.

        What came before the first stage is told too: looking whether there is anything to do.
        """
        ends = [*(stage.begun for stage in self._stages), self._clock()]
        lines = [f"{'look':10}{ends[0] - self._begun:8.2f} s"]
        for stage, end in zip(self._stages, ends[1:], strict=True):
            told = f"{stage.name:10}{end - stage.begun:8.2f} s   {', '.join(stage.counts)}"
            lines.append(told.rstrip())
        lines.append(f"{'together':10}{ends[-1] - self._begun:8.2f} s")
        return "\n".join(lines)
