"""One at a time, and not too soon after the last: across every process that shares a file.

The file holds one number, the time before which nobody may pass. Whoever holds its lock may ask
the service; nobody else can, so two runs at once are one polite client.
"""

from __future__ import annotations

import math
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.model.fault import Fault

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_LONGEST_NUMBER = 64


class Turnstile:
    """Lets one request through at a time, ``seconds_apart`` after the last one ended.

    Counted from the end, not the start: a request that is slow on its way would otherwise arrive
    right before the next. ``clock`` is the wall clock, the only one that processes share.
    """

    def __init__(
        self,
        path: Path,
        seconds_apart: float,
        clock: Callable[[], float],
        sleep: Callable[[float], None],
    ) -> None:
        self._path = path
        self._apart = seconds_apart
        self._clock = clock
        self._sleep = sleep

    @contextmanager
    def passing(self) -> Iterator[None]:
        """Wait for the turn, hold it, and start the pause when it ends."""
        with self._locked() as file:
            now = self._clock()
            until = _read(file)
            # A time too far ahead is a clock that was wrong or a file that was: pause, no more.
            self._sleep(min(max(until - now, 0.0), self._apart) if until else self._apart)
            try:
                yield
            finally:
                _write(file, self._clock() + self._apart)

    @contextmanager
    def _locked(self) -> Iterator[int]:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            new = not self._path.exists()
            file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as reason:
            raise Fault(f"cannot open {self._path.name}: {reason.strerror}") from None
        try:
            _lock(file, self._sleep)
            if new and not os.fstat(file).st_size:
                _write(file, self._clock())
            yield file
        finally:
            os.close(file)


def _lock(file: int, sleep: Callable[[float], None]) -> None:
    """Wait for the lock. Closing the file, or dying, gives it back."""
    if sys.platform == "win32":
        while True:  # Windows waits ten seconds at most, less than a slow request takes
            try:
                msvcrt.locking(file, msvcrt.LK_NBLCK, _LONGEST_NUMBER)
            except OSError:
                sleep(0.1)
            else:
                return
    else:
        fcntl.flock(file, fcntl.LOCK_EX)


def _read(file: int) -> float:
    """Return the time in the file, or 0 where there is none to believe."""
    os.lseek(file, 0, os.SEEK_SET)
    try:
        until = float(os.read(file, _LONGEST_NUMBER))
    except ValueError:
        return 0.0
    return until if math.isfinite(until) else 0.0


def _write(file: int, until: float) -> None:
    os.lseek(file, 0, os.SEEK_SET)
    os.ftruncate(file, 0)
    os.write(file, f"{until:.3f}\n".encode("ascii"))
