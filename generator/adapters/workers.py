"""Where independent pieces of work are done: here, or in several processes.

Results are the same whatever the count: each piece is a pure function of its item, and results come
back in the items' order.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from typing import Any, Generic, NamedTuple, Self, TypeVar

from generator.model.fault import Fault
from generator.ports import Progress, unchanged

Given = TypeVar("Given")
Made = TypeVar("Made")

BATCHES_PER_WORKER = 16
"""Few enough that handing over costs little, enough that no worker idles for long at the end."""

WORTH_IT = 24
"""Fewer small items than this (records, 1 ms each at the least) are done sooner here than two
processes take to be forked and fed, which was measured as 25 ms."""

IN_HAND = 2
"""Batches of small items that a worker has: one that it does, and one to go on with after it."""


KIBIBYTE = 1024
"""The unit of Linux's ru_maxrss; no other system has workers that are copies."""

MAY_GROW = 96 * KIBIBYTE * KIBIBYTE
"""Bytes by which a worker may outgrow what it began with. Python hardly gives memory back, so that
one which has made an index would hold it until the last page is drawn: another takes its place. Not
where it began with far more: what it has found out about a huge place would be lost with it."""


class SerialWorkers:
    """Port Workers in this process."""

    def map(
        self,
        work: Callable[[Given], Made],
        items: Sequence[Given],
        *,
        single: bool = False,  # noqa: ARG002 - the port's argument
        told: Progress | None = None,
        taken: Callable[[Made], Made] = unchanged,
    ) -> list[Made]:
        """Return ``work(item)`` for each item, in the items' order."""
        made = []
        for item in items:
            made.append(taken(work(item)))
            if told:
                told(len(made), len(items))
        return made


class ForkedWorkers:
    """Port Workers in ``count`` copies of this process, made for each work and ended after it.

    A copy has all that this process has, so that neither the place nor what is done with it has to
    be sent anywhere: only results are. Nobody may hold a lock in another thread while a copy is
    made, so a process that serves a site works in itself alone (docs/decisions/0018).
    """

    def __init__(self, count: int, *, worth_it: int = WORTH_IT) -> None:
        self._count = count
        self._worth_it = worth_it

    def map(
        self,
        work: Callable[[Given], Made],
        items: Sequence[Given],
        *,
        single: bool = False,
        told: Progress | None = None,
        taken: Callable[[Made], Made] = unchanged,
    ) -> list[Made]:
        """Return ``work(item)`` for each item, in the items' order; results are picklable.

        The first exception in the items' order is raised again here; a worker that dies is a Fault.
        """
        if self._count < 2 or len(items) < (2 if single else self._worth_it):  # noqa: PLR2004 - two is several
            return SerialWorkers().map(work, items, told=told, taken=taken)
        size = 1 if single else max(1, len(items) // (self._count * BATCHES_PER_WORKER))
        batches = [items[begin : begin + size] for begin in range(0, len(items), size)]
        with _Crew(self._count, work, batches, 1 if single else IN_HAND) as crew:
            return [each for batch in crew.results(told, taken) for each in batch]


def workers(count: int | None = None) -> SerialWorkers | ForkedWorkers:
    """Return workers for ``--jobs count``; None means as many as this process has cores.

    Where the system cannot copy a process, or not safely (Windows, macOS), there is one.
    """
    cores = count or _cores()
    forks = sys.platform != "darwin" and "fork" in multiprocessing.get_all_start_methods()
    return ForkedWorkers(cores) if cores > 1 and forks else SerialWorkers()


def _cores() -> int:
    if sys.platform.startswith("linux"):
        return len(os.sched_getaffinity(0))  # a container's share, not the machine's
    return os.cpu_count() or 1


@dataclass(slots=True)
class _Worker:
    """A process, the line to it, and the numbers of the batches that it has in hand."""

    process: ForkProcess
    line: Connection
    hand: list[int] = field(default_factory=list)


class _Crew(Generic[Given, Made]):
    """Processes that do one piece of work; they end when it is left, done or not."""

    def __init__(
        self,
        count: int,
        work: Callable[[Given], Made],
        batches: Sequence[Sequence[Given]],
        in_hand: int,
    ) -> None:
        self._count = min(count, len(batches))
        self._in_hand = in_hand
        self._work = work
        self._batches = batches
        self._workers: list[_Worker] = []

    def __enter__(self) -> Self:
        try:
            for _ in range(self._count):
                self._workers.append(self._start())
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def results(self, told: Progress | None, taken: Callable[[Made], Made]) -> list[list[Made]]:
        """Give each worker batches until all are done; return what came of them, in order."""
        finished, total = 0, sum(map(len, self._batches))
        done: dict[int, list[Made]] = {}
        failed: dict[int, BaseException] = {}
        waiting = iter(range(len(self._batches)))
        for worker in self._workers * self._in_hand:
            self._hand_out(worker, waiting)
        while busy := {worker.line: worker for worker in self._workers if worker.hand}:
            for line in wait(list(busy)):
                worker = busy[line]  # type: ignore[index] # these are the lines that were waited for
                number = worker.hand.pop(0)
                answer = _answer(worker.line)
                if answer.failure is not None:
                    failed[number] = answer.failure
                else:
                    done[number] = [taken(each) for each in answer.made]
                    finished += len(answer.made)
                    if told:
                        told(finished, total)
                if answer.last:
                    worker = self._replaced(worker)
                if not failed:  # what is in hand is awaited: it may hold an earlier failure
                    self._hand_out(worker, waiting)
        if failed:
            raise failed[min(failed)]
        return [done[number] for number in range(len(self._batches))]

    def _start(self) -> _Worker:
        here, there = multiprocessing.Pipe()
        lines = [worker.line for worker in self._workers]
        # None is ended for having grown while others wait behind what it does.
        may_end = self._in_hand == 1
        process = multiprocessing.get_context("fork").Process(
            target=_labour, args=(there, [*lines, here], self._work, self._batches, may_end)
        )
        # What is there already is not looked at by the collector, or a copy of it would be made.
        gc.freeze()
        try:
            process.start()
        finally:
            gc.unfreeze()
        there.close()
        return _Worker(process, here)

    def _replaced(self, worker: _Worker) -> _Worker:
        """Return another in the place of a worker that has said its last."""
        place = self._workers.index(worker)
        worker.line.close()
        worker.process.join()
        worker.process.close()
        del self._workers[place]
        self._workers.insert(place, self._start())
        return self._workers[place]

    @staticmethod
    def _hand_out(worker: _Worker, waiting: Iterator[int]) -> None:
        number = next(waiting, None)
        if number is not None:
            with suppress(BrokenPipeError):  # it has died, which its line will say
                worker.line.send(number)
            worker.hand.append(number)

    def _end(self) -> None:
        for worker in self._workers:
            worker.line.close()
        for worker in self._workers:
            if worker.hand:
                worker.process.kill()
            worker.process.join()
            worker.process.close()


class _Answer(NamedTuple):
    """What came of a batch, or what was raised. ``last``: its worker ends."""

    made: list[Any]
    failure: Exception | None = None
    last: bool = False


def _answer(line: Connection) -> _Answer:
    try:
        return line.recv()  # type: ignore[no-any-return] # as _labour sent it
    except (EOFError, OSError):
        raise Fault(
            "a worker process ended before its work was done; "
            "the machine may be short of memory: try --jobs 1"
        ) from None


def _labour(
    line: Connection,
    others: Sequence[Connection],
    work: Callable[[Given], Made],
    batches: Sequence[Sequence[Given]],
    may_end: bool,  # noqa: FBT001 - one of the things that a process is given by place
) -> None:
    """Do the batches whose numbers come down the line, until it is closed.

    The ends that belong to others are closed, or nobody would notice that a process has died.
    Ctrl-C is the parent's to act upon.
    """
    gc.enable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for other in others:
        other.close()
    held = _most_held()
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            batch = batches[line.recv()]
            try:
                answer = _Answer([work(item) for item in batch])
            except Exception as failure:  # noqa: BLE001 - whatever it is, it is raised again in the parent
                answer = _Answer([], _sendable(failure))
            ends = may_end and _most_held() - held > max(MAY_GROW, held // 2)
            line.send(answer._replace(last=ends))
            if ends:
                return


def _most_held() -> int:
    """Return the most memory that this process has held, in bytes, a copy's since it was made."""
    import resource  # noqa: PLC0415 - Windows has none, and no workers that are copies

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KIBIBYTE


def _sendable(failure: Exception) -> Exception:
    """Return the exception, or one that says the same where it cannot be sent."""
    try:
        if str(pickle.loads(pickle.dumps(failure))) == str(failure):  # noqa: S301 - our own bytes
            return failure
    except Exception:  # noqa: BLE001, S110 - an exception's own pickling can fail in any way
        pass
    return RuntimeError(f"{type(failure).__name__}: {failure}")
