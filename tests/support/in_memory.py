"""Build a place from files in memory into files in memory: the whole pipeline without a disk."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from generator import pipeline
from generator.adapters.console import NullReporter
from generator.model.artifact import Artifact, File, Published
from generator.model.asked import Asked
from generator.model.drawing import Drawing
from generator.model.edition import Output
from generator.model.folder_entry import Entry
from generator.model.place import Place
from generator.model.problem import Problem
from generator.model.social_card import CardFace, CardPicture
from generator.pipeline import Making, Request, Understood
from generator.ports import Ports
from generator.site_outputs import making
from generator.wiring import wired
from tests.support.sites import TODAY


@dataclass(frozen=True, slots=True)
class MemoryFolder:
    """Port Folder over a mapping from paths to bytes."""

    files: Mapping[str, bytes]

    def entries(self) -> tuple[Entry, ...]:
        folders = {
            str(parent)
            for path in self.files
            for parent in PurePosixPath(path).parents
            if str(parent) != "."
        }
        found = [Entry(path, "file", len(content)) for path, content in self.files.items()]
        found += [Entry(path, "folder") for path in folders]
        return tuple(sorted(found, key=lambda entry: entry.path))

    def read(self, path: str, limit: int | None = None) -> bytes:
        return self.files[path][:limit]


@dataclass
class MemoryPublication:
    """Port Publication that keeps what it is given."""

    files: dict[str, bytes] = field(default_factory=dict)

    def publish(self, artifacts: Sequence[File]) -> Published:
        self.files = {it.path: it.content for it in artifacts if isinstance(it, Artifact)}
        assert len(self.files) == len(artifacts), "nothing was kept from an earlier build"
        return Published(tuple(sorted(self.files)), (), 0)


class TellingPainter:
    """Port Painter that writes down what it was asked for, which tells more to a search for words
    than pixels do, and takes no time."""

    def paint(self, drawing: Drawing, pixels: int) -> bytes:
        return f"{drawing} {pixels}".encode()

    def card(
        self, face: CardFace, picture: CardPicture | None = None, logo: CardPicture | None = None
    ) -> bytes:
        return f"{face} {picture is not None} {logo is not None}".encode()


@dataclass(frozen=True, slots=True)
class BuiltInMemory:
    """What came of a build: the site's files, or none where problems stopped it."""

    place: Place
    problems: tuple[Problem, ...]
    files: Mapping[str, bytes]

    def named(self, *endings: str) -> dict[str, bytes]:
        """Return the files whose names end so, without the theme's own."""
        return {
            path: content
            for path, content in self.files.items()
            if path.endswith(endings) and not path.startswith("assets/")
        }


def build_in_memory(
    files: Mapping[str, bytes],
    today: str = TODAY,
    only: Callable[[Ports], Sequence[Output]] | None = None,
    *,
    drafts: bool = False,
) -> BuiltInMemory:
    """Build a place in this process, in one worker: all of it, or what some outputs make of it."""
    publication = MemoryPublication()
    with _wired(files, publication, today) as ports:
        made = making(ports) if only is None else Making(only(ports))
        built = pipeline.build(Request(drafts=drafts), ports, made)
    return BuiltInMemory(built.place, built.problems, publication.files)


def understand_in_memory(files: Mapping[str, bytes], today: str = TODAY) -> Understood:
    """Check a place in this process, in one worker."""
    with _wired(files, MemoryPublication(), today) as ports:
        return pipeline.understand(Request(), ports)


@contextmanager
def _wired(
    files: Mapping[str, bytes], publication: MemoryPublication, today: str
) -> Iterator[Ports]:
    with TemporaryDirectory() as empty:
        # What lies beside the content comes from this folder: no theme, and a cache of its own.
        content = Path(empty) / "content"
        content.mkdir()
        asked = Asked(content=content, jobs=1, today=date.fromisoformat(today))
        with wired(asked, NullReporter(), publication) as ports:
            yield replace(ports, folder=MemoryFolder(files), painter=TellingPainter())
