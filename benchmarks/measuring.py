"""How long a command takes, how much memory its processes hold together, and what it says when."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_EVERY = 0.05
_STATE_AND_PARENT = 2
_PROCESSES = Path("/proc")


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of a build, and how long it took, in seconds."""

    name: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Command:
    """What is waited for. It has to end well, or the benchmark ends."""

    words: Sequence[str | Path]
    folder: Path
    environment: Mapping[str, str]

    def start(self, said: int) -> subprocess.Popen[str]:
        """Start it; ``said`` is where its words go."""
        return subprocess.Popen(
            list(self.words),
            cwd=self.folder,
            env={**os.environ, **self.environment},
            stdout=subprocess.DEVNULL,
            stderr=said,
            encoding="utf-8",
        )


def seconds_of(command: Command) -> float:
    """Return how long the command takes, start-up included. Nothing else looks at it meanwhile."""
    began = time.perf_counter()
    process = command.start(subprocess.DEVNULL)
    _wait(process)
    took = time.perf_counter() - began
    _ended_well(command, process)
    return took


def memory_of(command: Command) -> int:
    """Return the most memory that the command's processes held at a time, in bytes.

    That is the sum of their proportional set sizes, looked at every 50 ms: what workers share with
    the process they were forked from counts once, as it does on the machine. Linux alone tells it.
    """
    process = command.start(subprocess.DEVNULL)
    most = _Most(process.pid, _EVERY)
    watching = threading.Thread(target=most.watch)
    watching.start()
    try:
        _wait(process)
    finally:
        most.over.set()
        watching.join()
    _ended_well(command, process)
    return most.held


def stages_of(command: Command, every: float = 0.0) -> tuple[tuple[Stage, ...], int]:
    """Build with Doorstep; return its stages, and the most memory that one process of it held.

    With ``every``, the most that all of them held together, as ``memory_of`` has it, but looked at
    only once in so many seconds: the build is timed meanwhile.
    """
    process = command.start(subprocess.PIPE)
    most = _Most(process.pid, every)
    watching = threading.Thread(target=most.watch)
    if every:
        watching.start()
    said: list[tuple[float, str]] = []
    assert process.stderr is not None  # noqa: S101 - asked for above
    for line in process.stderr:
        said.append((time.perf_counter(), line.strip()))
    # wait4 and not wait: it alone says how much memory this one child held
    _, status, usage = os.wait4(process.pid, 0)
    ended = time.perf_counter()
    if every:
        most.over.set()
        watching.join()
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stderr.close()
    if process.returncode != 0:
        tail = "\n".join(line for _, line in said[-20:])
        sys.exit(f"the build in {command.folder} failed:\n{tail}")
    moments = [moment for moment, _ in said[1:]] + [ended]
    stages = tuple(
        Stage(name, after - before)
        for (before, name), after in zip(said, moments, strict=True)
        if name.isalpha()
    )
    unit = 1 if sys.platform == "darwin" else 1024
    return stages, most.held if every else usage.ru_maxrss * unit


def _wait(process: subprocess.Popen[str]) -> None:
    """Wait for its end, and bring it about where the benchmark is interrupted."""
    try:
        process.wait()
    except BaseException:
        process.terminate()
        process.wait()
        raise


def _ended_well(command: Command, process: subprocess.Popen[str]) -> None:
    if process.returncode != 0:
        words = " ".join(str(word) for word in command.words)
        sys.exit(f"{words} in {command.folder} ended with {process.returncode}")


class _Most:
    """The most that a process and all that came of it held at one time."""

    def __init__(self, process: int, every: float) -> None:
        self._every = every
        self.held = 0
        self.over = threading.Event()
        self._first = process
        self._known = {process}

    def watch(self) -> None:
        while not self.over.wait(self._every):
            self.held = max(self.held, sum(map(proportional, self._members())))

    def _members(self) -> set[int]:
        """Return the living ones. Who was one once stays one, though its parent may have ended."""
        parents = dict(_parents())
        grown = True
        while grown:
            found = {one for one, parent in parents.items() if parent in self._known}
            grown = not found <= self._known
            self._known |= found
        self._known = (self._known & set(parents)) | {self._first}
        return self._known


def proportional(process: int) -> int:
    """Return a process's memory in bytes, what it shares counted by its part; 0 once it is gone."""
    text = _read(lambda: (_PROCESSES / str(process) / "smaps_rollup").read_text("ascii"))
    for line in text.splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0


def _parents() -> Iterator[tuple[int, int]]:
    for folder in _PROCESSES.iterdir():
        if folder.name.isdecimal():
            text = _read((folder / "stat").read_text)
            # the name before it may hold spaces and brackets itself
            fields = text.rpartition(")")[2].split()
            if len(fields) > _STATE_AND_PARENT:
                yield int(folder.name), int(fields[1])


def _read(source: Callable[[], str]) -> str:
    """Return what it says, or nothing where the process has ended in between."""
    try:
        return source()
    except OSError:
        return ""
