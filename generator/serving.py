"""Where adapters are put together for a place that is served: kept, and used again at each save."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date

from generator.adapters import package_data
from generator.adapters.archive import HeldArchive
from generator.adapters.clock import day_of
from generator.adapters.console import NullReporter
from generator.adapters.publication import FolderPublication
from generator.adapters.receipts import look
from generator.adapters.recollection import Held
from generator.adapters.rendering_jinja import JinjaRenderer
from generator.adapters.second_process import Line, SecondProcess
from generator.adapters.shared_folder import SharedFolder
from generator.adapters.wording_babel import BabelWordings
from generator.adapters.workers import SerialWorkers
from generator.model.asked import Asked
from generator.model.problem import Problem
from generator.pipeline import Request
from generator.ports import Ports
from generator.rules.assets import published
from generator.site_outputs import making, quick
from generator.wiring import archive, wired
from generator.workflows.publishing import Press, keep_publishing
from generator.workflows.serve import Studio


@contextmanager
def studio(
    asked: Asked,
    request: Request,
    stands: Callable[[], bool],
    tell: Callable[[Sequence[Problem]], None],
) -> Iterator[Studio]:
    """Give what serving a place needs, until it is left."""
    with _pressing(asked, request) as (press, wardrobe):
        yield Studio(
            folder=press.folder,
            request=request,
            ports=wardrobe.ports,
            themes=lambda: look(package_data.themes(asked.content, asked.theme), "").digest,
            making=making,
            quick=quick,
            stands=stands,
            publisher=SecondProcess(Labour(asked, request, press, wardrobe)),
            alone=SerialWorkers(),
            tell=tell,
        )


@dataclass(slots=True)
class Wardrobe:
    """The ports of a place that is served: the same ones, until the themes change."""

    asked: Asked
    bare: Ports
    publication: FolderPublication
    held: HeldArchive
    _themes: str = ""
    _dressed: Ports | None = field(default=None)

    def ports(self, today: date | None, themes: str) -> Ports:
        """Return the ports for a day, today where none is given, and for themes as they are now."""
        if self._dressed is None or themes != self._themes:
            self._themes = themes
            self._dressed = self._newly_dressed()
        return replace(self._dressed, today=day_of(today or self.asked.today))

    def close(self) -> None:
        """Keep what whoever builds next can use."""
        self.held.close()

    def _newly_dressed(self) -> Ports:
        folders = package_data.themes(self.asked.content, self.asked.theme)
        speak = BabelWordings(folders).speak
        now = archive(self.asked, self.publication.standing)
        if now.drawn_by != self.held.archive.drawn_by:
            self.held = HeldArchive(now)
        return replace(
            self.bare,
            wording=speak,
            renderer=JinjaRenderer(folders, speak, published),
            archive=self.held,
        )


class Labour:
    """What the second process does. A copy of this one has the press; another makes its own."""

    def __init__(
        self,
        asked: Asked,
        request: Request,
        press: Press | None = None,
        wardrobe: Wardrobe | None = None,
    ) -> None:
        self._given = asked, request
        self._press = press
        self._wardrobe = wardrobe

    def __reduce__(self) -> tuple[type[Labour], tuple[Asked, Request]]:
        return Labour, self._given

    def __call__(self, line: Line) -> None:
        """Publish what comes down the line, until it ends."""
        if self._press and self._wardrobe:
            _work(line, self._press, self._wardrobe)
            return
        with _pressing(*self._given) as (press, wardrobe):
            press.folder.look()
            _work(line, press, wardrobe)


def _work(line: Line, press: Press, wardrobe: Wardrobe) -> None:
    try:
        keep_publishing(line, press)
    finally:
        wardrobe.close()


@contextmanager
def _pressing(asked: Asked, request: Request) -> Iterator[tuple[Press, Wardrobe]]:
    publication = FolderPublication(asked.out, asked.content, label=asked.out.as_posix())
    folder = SharedFolder(asked.content, asked.content.as_posix())
    with wired(asked, NullReporter(), publication) as ports:
        bare = replace(ports, folder=folder, recollection=Held(ports.recollection))
        held = HeldArchive(archive(asked, publication.standing))
        wardrobe = Wardrobe(asked, bare, publication, held)
        yield Press(folder, request, wardrobe.ports, making), wardrobe
