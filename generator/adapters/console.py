"""What a person who watches a build is told while it happens, on stderr."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import TextIO

_PATIENCE = 0.5
"""Seconds of a stage before its progress is worth a line."""

_PAUSE = 0.1
"""Seconds between two changes of that line."""

_CLEAR = "\r\x1b[K"


class NullReporter:
    """Port Reporter that says nothing."""

    def stage(self, name: str) -> None:
        """Say nothing."""

    def progress(self, done: int, total: int) -> None:
        """Say nothing."""

    def count(self, what: str, number: int) -> None:
        """Say nothing."""


class ConsoleReporter:
    """Port Reporter: a line a stage, and on a terminal how far a long one has come.

    Into a file or a pipe only the stages' lines go: a line that is written over and over is noise
    in a log.
    """

    def __init__(
        self,
        stream: TextIO | None = None,
        *,
        terminal: bool | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._stream = sys.stderr if stream is None else stream
        self._terminal = self._stream.isatty() if terminal is None else terminal
        self._clock = clock
        self._begun = clock()
        self._told = 0.0
        self._open = False

    def stage(self, name: str) -> None:
        """Say that a stage has begun."""
        self._wipe()
        self._stream.write(f"{name}\n")
        self._stream.flush()
        self._begun = self._clock()

    def progress(self, done: int, total: int) -> None:
        """Say how far the stage has come and how fast, once it has taken half a second."""
        now = self._clock()
        taken = now - self._begun
        if not self._terminal or taken < _PATIENCE or now - self._told < _PAUSE:
            return
        self._told = now
        self._open = True
        self._stream.write(f"{_CLEAR}  {done} of {total}, {done / taken:.0f} a second")
        self._stream.flush()

    def count(self, what: str, number: int) -> None:
        """Say nothing: only who asked for timings wants to know."""

    def close(self) -> None:
        """Leave the terminal as it was found: to be called before anything else is printed."""
        self._wipe()
        self._stream.flush()

    def _wipe(self) -> None:
        if self._open:
            self._stream.write(_CLEAR)
            self._open = False
