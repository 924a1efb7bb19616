"""``make bench ARGS=profile``: in what the time of a cold build goes, function by function.

The processor's time is looked at every few milliseconds, from within: what Python function is at
work. Time in C that a function calls is the function's. A tracing profiler would count every call
and make many small ones look dear; a sampling one costs next to nothing.
"""

from __future__ import annotations

import signal
import sys
import tempfile
from collections import Counter
from pathlib import Path
from types import FrameType

from benchmarks.city.folder import city_of
from benchmarks.city.timetable import TODAY
from generator import app
from generator.adapters.console import NullReporter
from generator.model.asked import Asked

ROOT = Path(__file__).resolve().parent.parent
_OURS = str(ROOT / "generator")
_EVERY = 0.004
_SHOWN = 14


class Samples:
    """What was at work at each look: a function of ours, or a library that one of ours called."""

    def __init__(self) -> None:
        self.functions: Counter[str] = Counter()
        self.libraries: Counter[str] = Counter()

    def take(self, _: int, frame: FrameType | None) -> None:
        """Note who is at work; to be the handler of a signal."""
        if frame is None:
            return
        file = frame.f_code.co_filename
        if file.startswith(_OURS):
            self.functions[f"{_short(file)}::{frame.f_code.co_qualname}"] += 1
        else:
            self.libraries[_library(file)] += 1

    @property
    def count(self) -> int:
        """How many looks there were."""
        return self.functions.total() + self.libraries.total()


def report(size: int) -> str:
    """Profile a cold build of a city in one process; return Markdown tables."""
    samples = Samples()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        city_of(size).write(folder / "content")
        asked = Asked(content=folder / "content", out=folder / "site", today=TODAY, jobs=1)
        signal.signal(signal.SIGPROF, samples.take)
        signal.setitimer(signal.ITIMER_PROF, _EVERY, _EVERY)
        built = app.build(asked, NullReporter())
        signal.setitimer(signal.ITIMER_PROF, 0)
    if built.published is None:
        sys.exit(f"the city was not built: {len(built.problems)} problems")
    seconds = samples.count * _EVERY
    return "\n".join([
        f"{size:,} opportunities, cold, one process: {seconds:.0f} s of processor time.",
        "", "| library | share |", "|---|---|", *_rows(samples.libraries, samples.count),
        "", "| function of ours, by itself | share |", "|---|---|",
        *_rows(samples.functions, samples.count),
    ])  # fmt: skip


def _rows(counted: Counter[str], total: int) -> list[str]:
    rows = [f"| {name} | {number / total:.1%} |" for name, number in counted.most_common(_SHOWN)]
    rest = counted.total() - sum(number for _, number in counted.most_common(_SHOWN))
    return [*rows, f"| all others | {rest / total:.1%} |"]


def _short(file: str) -> str:
    return Path(file).relative_to(ROOT).as_posix()


def _library(file: str) -> str:
    """Return what a file is part of: an installed package, or Python itself."""
    _, found, inside = file.partition("site-packages/")
    if found:
        return inside.partition("/")[0]
    if file.endswith(".html"):
        return "templates"
    return "Python" if "/lib/python" in file or file.startswith("<") else Path(file).name
