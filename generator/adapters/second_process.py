"""A process beside this one that works on what it is sent, while this one goes on."""

from __future__ import annotations

import gc
import multiprocessing
import os
import queue
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

_PATIENCE = 20.0
"""Seconds that it has to finish what it is at when this one ends."""

_WAY = 5
"""How far it gives way to this process, which somebody is waiting for (``nice``)."""


class Line:
    """The second process's end: tasks come, answers go."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def receive(self) -> Any:  # noqa: ANN401 - what was sent
        """Wait for the next task; None where there will be none."""
        with suppress(EOFError, OSError):
            return self._connection.recv()
        return None

    def waiting(self) -> bool:
        """Say whether there is a next one already, or the end."""
        with suppress(OSError):
            return self._connection.poll()
        return True

    def send(self, answer: object) -> None:
        """Answer a task; whoever is not there any more does not hear it."""
        with suppress(OSError):
            self._connection.send(answer)


class SecondProcess:
    """A process that does ``labour(line)`` until the line ends.

    Where the system can copy a process it is a copy of this one as it is at ``start``, made before
    there is any thread; elsewhere it begins with nothing, and ``labour`` has to be picklable.
    """

    def __init__(self, labour: Callable[[Line], None], *, copied: bool | None = None) -> None:
        can = sys.platform != "darwin" and "fork" in multiprocessing.get_all_start_methods()
        self._copied = can if copied is None else copied
        self._labour = labour
        self._tasks: queue.SimpleQueue[object] = queue.SimpleQueue()
        self._here: Connection | None = None
        self._ended = False

    def start(self) -> None:
        """Start it."""
        context: Any = multiprocessing.get_context("fork" if self._copied else "spawn")
        # What is there now stays: no collector need look through it, here after each save or there,
        # where looking would make a copy of it.
        gc.freeze()
        self._here, there = context.Pipe()
        others = [self._here] if self._copied else []
        self._process = context.Process(target=_begin, args=(there, others, self._labour))
        self._process.start()
        there.close()
        threading.Thread(target=self._send, args=(self._here,), daemon=True).start()

    def ask(self, task: object) -> None:
        """Send it a task. It may be busy and its line full: a thread waits for that."""
        self._tasks.put(task)

    def answers(self) -> Iterator[Any]:
        """Yield its answers as they come; None at last, where it ends without being asked to."""
        here = self._here
        if here is None:
            return
        with suppress(EOFError, OSError):
            while True:
                yield here.recv()
        if not self._ended:
            yield None

    def end(self) -> None:
        """Let it finish what it is at, and end."""
        self._ended = True
        if self._here is None:
            return
        self.ask(None)
        self._process.join(_PATIENCE)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._process.close()
        self._here = None

    def _send(self, here: Connection) -> None:
        with suppress(OSError):
            while True:
                task = self._tasks.get()
                here.send(task)
                if task is None:
                    return


def _begin(line: Connection, others: list[Connection], labour: Callable[[Line], None]) -> None:
    for other in others:  # or the line would never end
        other.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the other's to act upon
    with suppress(OSError, AttributeError):
        os.nice(_WAY)
    labour(Line(line))
