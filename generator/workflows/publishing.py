"""Bringing the published folder up to date while a site is served, in a process of its own.

The process that serves has understood what was saved and shows it; this one is told what it saw,
understands the same, makes every file that has changed, and publishes them in one step.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from generator import pipeline
from generator.model.fault import Fault
from generator.model.folder_entry import Changes
from generator.model.problem import Problem
from generator.pipeline import Making, Request
from generator.ports import Ports


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be published: what has changed in the folder since the last, and the day.

    ``themes`` stands for the themes as they are.
    """

    number: int
    changes: Changes
    today: date
    themes: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a task. ``fault`` is what went wrong, "" where nothing did."""

    number: int
    problems: tuple[Problem, ...] = ()
    published: bool = False
    fault: str = ""


class Folder(Protocol):
    """A folder that two processes see alike."""

    def look(self, paths: frozenset[str] | None = None) -> bool:
        """Look at it, or at these paths of it alone; say whether anything has changed."""

    def take(self) -> Changes:
        """Return what has changed since this was last asked."""

    def put(self, changes: Changes) -> None:
        """Take in what the other has taken."""


class Line(Protocol):
    """What leads to the process that serves."""

    def receive(self) -> Task | None:
        """Wait for the next task; None where there will be none."""

    def waiting(self) -> bool:
        """Say whether there is a next one already."""

    def send(self, answer: Answer) -> None:
        """Answer a task."""


class Superseded(Exception):
    """More has been saved: what is being made would be out of date."""


@dataclass(frozen=True, slots=True)
class Press:
    """What publishing needs; ``ports`` are given for the day and the themes of a task."""

    folder: Folder
    request: Request
    ports: Callable[[date, str], Ports]
    making: Callable[[Ports], Making]


class _Impatient:
    """Port Reporter that ends the work it is told of once there is more to do.

    Publishing itself is told of as a stage before it begins, and never while it goes on.
    """

    def __init__(self, line: Line) -> None:
        self._line = line

    def stage(self, name: str) -> None:  # noqa: ARG002 - the port's argument
        """Raise Superseded where a task is waiting."""
        if self._line.waiting():
            raise Superseded

    def progress(self, done: int, total: int) -> None:  # noqa: ARG002 - as above
        """Raise Superseded where a task is waiting."""
        self.stage("")

    def count(self, what: str, number: int) -> None:
        """Say nothing."""


def keep_publishing(line: Line, press: Press) -> None:
    """Publish whatever comes down the line until it ends, and of several only the latest."""
    while (task := line.receive()) is not None:
        press.folder.put(task.changes)
        if line.waiting():
            continue
        try:
            line.send(_published(task, line, press))
        except Superseded:
            continue


def _published(task: Task, line: Line, press: Press) -> Answer:
    try:
        ports = press.ports(task.today, task.themes)
        understood = pipeline.understand(press.request, ports)
        ports = replace(ports, reporter=_Impatient(line))
        built = pipeline.finish(understood, press.request, ports, press.making(ports))
    except Fault as fault:
        return Answer(task.number, fault=str(fault))
    return Answer(task.number, built.problems, built.published is not None)
