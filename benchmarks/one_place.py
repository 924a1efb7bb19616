"""``make bench ARGS=place``: builds of one place's folder, by Doorstep alone."""

from __future__ import annotations

import shutil
import statistics
import tempfile
from pathlib import Path

from benchmarks.building import CASES, MEMORY, megabytes, seconds
from benchmarks.generators import ours
from benchmarks.measuring import memory_of, seconds_of


def table(content: Path, runs: int) -> str:
    """Measure every case on a copy of the content; return a Markdown table."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        shutil.copytree(content, folder / "content")
        engine = ours.engine(folder)
        records = sum(1 for _ in (folder / "content").rglob("*.md"))
        lines = [f"{records} records", "", "| case | median | slowest |", "|---|---|---|"]
        for case, prepare in CASES.items():
            took = []
            for number in range(runs):
                prepare(engine, number)
                took.append(seconds_of(engine.build))
            lines.append(f"| {case} | {seconds(statistics.median(took))} | {seconds(max(took))} |")
        engine.forget()
        lines.append(f"| {MEMORY} | {megabytes(memory_of(engine.build))} | |")
        return "\n".join(lines)
