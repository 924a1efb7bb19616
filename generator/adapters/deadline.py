"""A limit on the time that one piece of work may take, for libraries that have none."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

AGAIN = 0.25
"""Seconds of processor time after which a limit that had no effect is called again."""


class TookTooLong(Exception):
    """The work was stopped at its limit."""


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Raise TookTooLong inside the block once it has used this much of the processor.

    It is noticed between two steps of Python code and inside ``re``; one call into another library
    that is written in C is never broken off.

    Processor time, not the clock's, so that a busy machine refuses nothing that an idle one takes.
    Python's signals reach only a process's first thread, where builds and workers do their work;
    in any other the block runs without a limit. Limits do not nest.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise TookTooLong
