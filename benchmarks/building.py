"""``make bench ARGS=build``: how long a person waits for a build, and how much memory it takes.

Every figure is the whole command, start-up included, in a process of its own, because that is what
somebody waits for. The median of several runs is shown: one slow run says something about the
machine.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Run:
    """One command that was waited for: seconds, and the most memory it held, in bytes."""

    seconds: float
    memory: int


@dataclass(frozen=True, slots=True)
class Case:
    """Something a person does, and what has to be true before each time it is measured."""

    name: str
    prepare: Callable[[Path], None]


def build(folder: Path) -> Run:
    """Build the place in ``folder`` and wait for it."""
    command = [sys.executable, "-m", "generator", "build", "--today", "2026-11-23"]
    began = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    # wait4 and not wait: it alone says how much memory this one child held
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"the build in {folder} ended with {process.returncode}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Run(seconds, usage.ru_maxrss * unit)


def forget_everything(folder: Path) -> None:
    """Leave only the content: no site, no cache."""
    for name in ("site", ".doorstep"):
        shutil.rmtree(folder / name, ignore_errors=True)


def change_nothing(folder: Path) -> None:
    """Leave the folder as the last build left it."""


def edit_one_record(folder: Path) -> None:
    """Add a sentence to the first opportunity."""
    record = sorted((folder / "content" / "opportunities").glob("*.md"))[0]
    with record.open("a", encoding="utf-8") as file:
        file.write("\nOne more sentence.\n")


CASES = (
    Case("first build, empty cache", forget_everything),
    Case("nothing changed", change_nothing),
    Case("one record edited", edit_one_record),
)


def measure(case: Case, folder: Path, runs: int) -> list[Run]:
    """Do one thing several times in a row."""
    measured = []
    for _ in range(runs):
        case.prepare(folder)
        measured.append(build(folder))
    return measured


def table(content: Path, runs: int) -> str:
    """Measure every case on a copy of the content; return a Markdown table."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        shutil.copytree(content, folder / "content")
        records = sum(1 for _ in (folder / "content").rglob("*.md"))
        lines = [
            f"{records} records",
            "",
            "| case | median | slowest | memory |",
            "|---|---|---|---|",
        ]
        for case in CASES:
            measured = measure(case, folder, runs)
            seconds = [run.seconds for run in measured]
            memory = max(run.memory for run in measured) / 2**20
            row = f"{statistics.median(seconds):.2f} s | {max(seconds):.2f} s | {memory:.0f} MB"
            lines.append(f"| {case.name} | {row} |")
        return "\n".join(lines)
