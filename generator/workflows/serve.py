"""``doorstep serve``: the site in the author's browser, which shows every save at once.

A save is understood here, in memory: one record is read again, and all of them are linked. The
browser is told at once, and what it asks for is drawn from the new place. The folder is brought up
to date by another process; until it is, nothing is answered from it (docs/decisions/0020).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Protocol

from generator import pipeline
from generator.model.edition import Output
from generator.model.fault import Fault
from generator.model.place import Place
from generator.model.problem import Problem, Severity
from generator.model.shown import Rebuilt
from generator.pipeline import Making, Request, Understood
from generator.ports import Ports, Workers
from generator.stages.render import dressed
from generator.workflows.pages import Owners, Pages
from generator.workflows.publishing import Answer, Folder, Task

Tell = Callable[[Sequence[Problem]], None]


class Publisher(Protocol):
    """The other process."""

    def start(self) -> None:
        """Start it, with the folder as it is now."""

    def ask(self, task: Task) -> None:
        """Give it a task, without waiting for anything."""

    def answers(self) -> Iterable[Answer | None]:
        """Yield its answers as they come; None at last, where it ends without being asked to."""

    def end(self) -> None:
        """Let it finish what it is at, and end."""


@dataclass(frozen=True, slots=True)
class Studio:
    """What serving needs.

    ``ports`` are given for the day and for the themes, which ``themes`` stands for as they are now.
    ``stands`` says whether the folder holds what a build would publish. ``quick`` are the outputs
    of which single files may be asked. ``alone`` are workers in this process: once there is a loop,
    nothing may be copied any more.
    """

    folder: Folder
    request: Request
    ports: Callable[[date | None, str], Ports]
    themes: Callable[[], str]
    making: Callable[[Ports], Making]
    quick: Callable[[Ports], Sequence[Output]]
    stands: Callable[[], bool]
    publisher: Publisher
    alone: Workers
    tell: Tell


class Studied:
    """A ShownSite over a place that is held in memory."""

    def __init__(self, studio: Studio) -> None:
        self._studio = studio
        self._number = 0
        self._themes = ""
        self._pages: Pages | None = None
        self._assets: Mapping[str, bytes] = {}
        self.settled = True
        self.outcome = Rebuilt()

    @property
    def place(self) -> Place | None:
        """The place that is shown, None before there is one."""
        return self._pages.place if self._pages else None

    def begin(self) -> None:
        """Build the first time as any build, in as many processes as it may take."""
        studio = self._studio
        stands = studio.stands()
        studio.folder.look()
        self._themes = studio.themes()
        try:
            self._begin(stands=stands)
        except Fault as fault:
            self.outcome = Rebuilt(str(fault))
        studio.folder.take()  # it has, or looks for itself at, all that is there by now
        studio.publisher.start()

    def _begin(self, *, stands: bool) -> None:
        studio = self._studio
        ports = studio.ports(None, self._themes)
        understood = pipeline.understand(studio.request, ports)
        problems, published = understood.problems, stands
        if not stands:
            built = pipeline.finish(understood, studio.request, ports, studio.making(ports))
            problems, published = built.problems, built.published is not None
        studio.tell(problems)
        self.outcome = outcome(problems, published=published)
        if published:
            self._show(understood, ports)
            if self._pages:
                self._pages.ask_all()

    def take_in(self, paths: frozenset[str] | None = None) -> bool:
        """Take in what was saved; say whether there is anything to be seen of it."""
        studio = self._studio
        themes = studio.themes()
        if not studio.folder.look(paths) and themes == self._themes:
            return False
        self._themes = themes
        try:
            ports = replace(studio.ports(None, themes), workers=studio.alone)
            understood = pipeline.understand(studio.request, ports)
        except Fault as fault:
            self.outcome = Rebuilt(str(fault))
            return True
        studio.tell(understood.problems)
        stopped = pipeline.stops(understood.problems, strict=studio.request.strict)
        self.outcome = outcome(understood.problems, published=not stopped)
        if not stopped:
            self._show(understood, ports)
            self._number += 1
            self.settled = False
            today = ports.today(understood.place.settings.timezone)
            studio.publisher.ask(Task(self._number, studio.folder.take(), today, themes))
        return True

    def drawn(self, path: str, *, published: bool) -> bytes | None:
        """Return a file as it would be published now, or None where it has to be waited for."""
        if self._pages is None:
            return None
        try:
            theme = self._theme_file(path)
            return self._pages.file(path, published=published) if theme is None else theme
        except Fault:
            return None  # whoever publishes meets it too, and tells

    def listen(self, told: Callable[[Callable[[], bool]], None]) -> None:
        """Hear what the publisher answers, until it ends."""
        for answer in self._studio.publisher.answers():
            told(partial(self._hear, answer))

    def end(self) -> None:
        """End the publisher."""
        self._studio.publisher.end()

    def _hear(self, answer: Answer | None) -> bool:
        """Take in an answer; say whether the browser has to be told."""
        if answer is None:
            raise Fault("the process that publishes has ended; start `doorstep serve` again")
        if answer.number != self._number:
            return False  # of what has been superseded since
        self.settled = True
        if answer.published or self.outcome.stopped:
            return False
        if answer.fault:
            self.outcome = Rebuilt(answer.fault)
        else:
            self._studio.tell(answer.problems)
            self.outcome = outcome(answer.problems, published=False)
        return True

    def _show(self, understood: Understood, ports: Ports) -> None:
        owners = self._pages.owners if self._pages else Owners()
        renderer = dressed(ports.renderer, understood.place)
        if not self._pages or self._pages.renderer is not renderer:
            self._assets = {}
        quick = self._studio.quick(ports)
        self._pages = Pages(understood.place, quick, ports.wording, renderer, owners)

    def _theme_file(self, path: str) -> bytes | None:
        """Return a file of the themes, which are read once for as long as they stay the same."""
        if self._pages and not self._assets:
            files = self._pages.renderer.assets().files
            self._assets = {file.path: file.content for file in files}
        return self._assets.get(path)


def outcome(problems: Sequence[Problem], *, published: bool) -> Rebuilt:
    """Return what the browser is to show of a build: nothing where the site was published."""
    if published:
        return Rebuilt()
    stopping = tuple(each for each in problems if each.severity is not Severity.NOTE)
    count = sum(each.severity is Severity.ERROR for each in stopping) or len(stopping)
    return Rebuilt(f"{count} problem{'' if count == 1 else 's'} to fix", stopping)
