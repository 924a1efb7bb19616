"""Where independent pieces of work are done: here, or in several processes.

Results are the same whatever the count: each piece is a pure function of its item, and results come
back in the items' order.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing.connection import wait
from multiprocessing.context import BaseContext
from types import TracebackType
from typing import Self, TypeVar

from generator.model.fault import Fault

Given = TypeVar("Given")
Made = TypeVar("Made")

BATCHES_PER_WORKER = 4
"""Few enough that handing over costs little, enough that no worker idles for long at the end."""

WORTH_IT = 400
"""Fewer items than this (records, pages: 1 to 2 ms each) are done sooner here than two worker
processes take to start and be fed, which was measured as 0.3 s."""


class SerialWorkers:
    """Port Workers in this process."""

    def map(self, work: Callable[[Given], Made], items: Sequence[Given]) -> list[Made]:
        """Return ``work(item)`` for each item, in the items' order."""
        return [work(item) for item in items]


class ProcessWorkers:
    """Port Workers in ``count`` processes, to be used as a context manager.

    They start with the first work that is worth it and are kept until the end. The first exception
    in the items' order is raised again here; a worker that dies is a Fault.

    Workers are forked from a server process that has one thread and nothing in it (forkserver),
    not from this one: a fork copies locks that other threads hold, and this process may be serving
    a site. Where that is unsafe (macOS) they are started afresh.
    """

    def __init__(
        self, count: int, *, worth_it: int = WORTH_IT, preload: Sequence[str] = ()
    ) -> None:
        self._count = count
        self._worth_it = worth_it
        self._preload = tuple(preload)
        self._pool: ProcessPoolExecutor | None = None

    def map(self, work: Callable[[Given], Made], items: Sequence[Given]) -> list[Made]:
        """Return ``work(item)`` for each item, in the items' order; ``work`` is picklable."""
        if self._count < 2 or len(items) < self._worth_it:  # noqa: PLR2004 - two is several
            return SerialWorkers().map(work, items)
        size = -(-len(items) // (self._count * BATCHES_PER_WORKER))
        batches = [items[start : start + size] for start in range(0, len(items), size)]
        try:
            made = self._started().map(partial(_do, work), batches)
            return [each for batch in made for each in batch]
        except BrokenProcessPool as death:
            self.close()
            raise Fault(
                "a worker process ended before its work was done; "
                "the machine may be short of memory: try --jobs 1"
            ) from death

    def close(self) -> None:
        """Let the processes end; work that is not begun is dropped."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                self._count, mp_context=_context(self._preload), initializer=_settle
            )
        return self._pool


def workers(count: int | None = None) -> SerialWorkers | ProcessWorkers:
    """Return workers for ``--jobs count``; None means as many as this process has cores."""
    cores = count or _cores()
    return ProcessWorkers(cores) if cores > 1 else SerialWorkers()


def _cores() -> int:
    if sys.platform.startswith("linux"):
        return len(os.sched_getaffinity(0))  # a container's share, not the machine's
    return os.cpu_count() or 1


def _context(preload: Sequence[str]) -> BaseContext:
    if sys.platform == "darwin" or "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["generator.adapters.workers", *preload])
    return context


def _settle() -> None:
    """Leave Ctrl-C to the parent, and end when it is gone.

    A worker that waits for work holds both ends of its queue, so without the watch the workers of
    a build that was killed would wait for ever.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


def _do(work: Callable[[Given], Made], batch: Sequence[Given]) -> list[Made]:
    return [work(item) for item in batch]
