"""What a browser is answered: from the folder, or from memory while the folder lags behind."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator.adapters.collector import collector_at_rest
from generator.adapters.served.answers import answer, content_type, file_of
from generator.adapters.served.overlay import NOTHING_YET
from generator.model.shown import Rebuilt, ShownSite

_HTML = content_type("index.html")


@dataclass(frozen=True, slots=True)
class Reply:
    """A file's bytes, None where there is nothing at all, or the address to ask instead."""

    content: bytes | None = None
    content_type: str = ""
    status: int = 200
    elsewhere: str = ""


class Stage:
    """A site as its server shows it: answers, and who is told when they change.

    While the folder lags behind, nothing is answered from it. What can be drawn is drawn, and for
    all else a browser waits: it never sees a mixture of what was and what is.
    """

    def __init__(self, site: ShownSite, folder: Path, reload: Callable[[], None]) -> None:
        self._site = site
        self._folder = folder
        self._reload = reload
        self._news = asyncio.Event()
        self._fault: Exception | None = None

    @property
    def outcome(self) -> Rebuilt:
        """What came of the last build."""
        return self._site.outcome

    def begin(self) -> None:
        """Hear from now on of what is published, in the loop that is running."""
        loop = asyncio.get_running_loop()

        def told(hear: Callable[[], bool]) -> None:
            with suppress(RuntimeError):  # the loop is closed: nobody is there to hear it
                loop.call_soon_threadsafe(self._hear, hear)

        threading.Thread(target=self._site.listen, args=(told,), daemon=True).start()

    def take_in(self, paths: frozenset[str] | None) -> None:
        """Take in what was saved, and have it shown; None is whatever there may be."""
        with collector_at_rest():  # it looks through a whole place, and may after the signal
            if self._site.take_in(paths):
                self._reload()
                self._wake()

    def raise_fault(self) -> None:
        """Raise what whoever publishes has ended of."""
        if self._fault is not None:
            raise self._fault

    async def reply(self, path: str) -> Reply:
        """Return what answers a decoded address path, once it is known."""
        name = file_of(path)
        while not self._site.settled:
            news = self._news
            if name:
                published = answer(self._folder, path).file is not None
                content = self._site.drawn(name, published=published)
                if content is not None:
                    return Reply(content, content_type(name))
            await news.wait()
        return self._published(path) or self._published(path) or Reply()

    def _published(self, path: str) -> Reply | None:
        """Return what the folder answers, None where it is being exchanged at this moment."""
        found = answer(self._folder, path)
        if found.elsewhere:
            return Reply(elsewhere=found.elsewhere)
        with suppress(FileNotFoundError):
            if found.file is not None:
                return Reply(found.file.read_bytes(), content_type(found.file.name))
            own = answer(self._folder, "/404.html").file
            if own is not None:
                return Reply(own.read_bytes(), _HTML, 404)
            if path.endswith("/") and answer(self._folder, "/").file is None:
                return Reply(NOTHING_YET, _HTML, 404)
        return None

    def _hear(self, hear: Callable[[], bool]) -> None:
        try:
            again = hear()
        except Exception as fault:  # noqa: BLE001 - raised again where the server waits for saves
            self._fault, again = fault, False
        if again:
            self._reload()
        self._wake()

    def _wake(self) -> None:
        """Let all who wait look again; who comes later waits for the next news."""
        self._news.set()
        self._news = asyncio.Event()
