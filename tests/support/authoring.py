"""`doorstep serve` in a thread, with a build that a test controls."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from generator.adapters.publication import FolderPublication
from generator.adapters.serving_livereload import LivereloadServer
from generator.model.artifact import Artifact
from generator.model.problem import Mark, error
from generator.model.shown import Rebuilt

PAGE = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>'
    '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'"></head>'
    "<body><h1>{}</h1></body></html>"
)


class Stopped(Exception):
    """Raised by the build of a test that is over: what a build raises ends serving."""


@dataclass
class Author:
    """A person with a folder of records, of which each one that says "wrong" stops the build."""

    folder: Path
    address: str = ""
    builds: int = 0
    settled: bool = True
    outcome: Rebuilt = field(default_factory=Rebuilt)
    over: bool = False
    listening: threading.Event = field(default_factory=threading.Event)
    built: threading.Condition = field(default_factory=threading.Condition)

    @property
    def site(self) -> Path:
        return self.folder / "site"

    def save(self, name: str, words: str) -> None:
        (self.folder / "content" / name).write_text(words, "utf-8")

    def wait_for_build(self, number: int) -> None:
        with self.built:
            assert self.built.wait_for(lambda: self.builds >= number, timeout=20), self.builds

    def begin(self) -> None:
        self.outcome = self.build()

    def take_in(self, paths: frozenset[str] | None) -> bool:  # noqa: ARG002 - it reads all
        self.begin()
        return True

    def drawn(self, path: str, *, published: bool) -> bytes | None:
        raise AssertionError((path, published))  # the folder is never behind

    def listen(self, told: object) -> None:
        """Nothing is published elsewhere."""

    def end(self) -> None:
        """Nothing has to be ended."""

    def build(self) -> Rebuilt:
        if self.over:
            raise Stopped
        with self.built:
            self.builds += 1
            self.built.notify_all()
        records = sorted((self.folder / "content").glob("*.md"))
        wrong = tuple(
            error("planted", Mark(f"content/{path.name}", 2, 3), "<b>wrong</b>")
            for path in records
            if "wrong" in path.read_text("utf-8")
        )
        if wrong:
            return Rebuilt(f"{len(wrong)} problems to fix", wrong)
        words = " ".join(path.read_text("utf-8") for path in records)
        pages = ("index.html", "404.html", "badges/index.html")
        FolderPublication(self.site).publish(
            [
                *(Artifact(path, PAGE.format(f"{path}: {words}").encode()) for path in pages),
                Artifact("data/all.geojson", b"{}"),
                Artifact("basemap.pmtiles", bytes(range(100))),
            ]
        )
        return Rebuilt()

    def ready(self, address: str) -> None:
        self.address = address
        self.listening.set()


@contextmanager
def authoring(folder: Path) -> Iterator[Author]:
    """Serve a little site whose records the test edits, until the test is over."""
    author = Author(folder)
    (folder / "content").mkdir()
    author.save("a.md", "first words")
    server = LivereloadServer(author.site, [folder / "content"], port=0)
    thread = threading.Thread(target=_until_stopped, args=(server, author))
    thread.start()
    assert author.listening.wait(timeout=20)
    try:
        yield author
    finally:
        author.over = True
        author.save("last.md", "the end")
        thread.join(timeout=20)
        assert not thread.is_alive()


def _until_stopped(server: LivereloadServer, author: Author) -> None:
    with suppress(Stopped):
        server.serve(author, author.ready)
