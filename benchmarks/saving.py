"""From a save to the signal at which a browser loads the page again: Doorstep's server and Hugo's.

Both run at once, and records are saved for each in turn. A browser's part is played by a WebSocket
that speaks livereload's protocol, as the scripts do that both servers put into their pages; after
the signal the page is fetched and has to show what was saved.
"""

from __future__ import annotations

import asyncio
import json
import math
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack, ExitStack
from dataclasses import dataclass
from random import Random
from typing import Self
from urllib.error import URLError
from urllib.request import urlopen

from tornado.httpclient import HTTPRequest
from tornado.websocket import websocket_connect

from benchmarks.generators import hugo, ours
from benchmarks.generators.engine import Engine, add
from benchmarks.measuring import Command

SERVERS = (ours.NAME, hugo.NAME)

_CLOSED = "closed"
_PATIENCE = 900.0
"""Seconds for a server to start, and for a page to be built again."""

_HELLO = json.dumps(
    {"command": "hello", "protocols": ["http://livereload.com/protocols/official-7"]}
)


@dataclass(frozen=True, slots=True)
class Saves:
    """Seconds from each save to its signal, by server."""

    taken: Mapping[str, Sequence[float]]

    def p95(self, name: str) -> float | None:
        """Return what 95 of a hundred saves took at most."""
        held = sorted(self.taken.get(name, ()))
        return held[math.ceil(0.95 * len(held)) - 1] if held else None

    def rows(self, size: int) -> list[str]:
        """Return rows of a Markdown table."""
        return [
            f"| {size:,} | {name} | {1000 * statistics.median(held):.0f} ms | "
            f"{1000 * (self.p95(name) or 0):.0f} ms | {len(held)} |"
            for name, held in self.taken.items()
        ]


HEAD = "| opportunities | server | save to signal, median | p95 | saves |\n|---|---|---|---|---|"


def saves(engines: Sequence[Engine], count: int) -> Saves:
    """Serve with each, save so many records for each in turn, and wait for each one's signal."""
    with ExitStack() as stack:
        servers = [(engine, stack.enter_context(_Served(engine))) for engine in engines]
        return asyncio.run(_saves(servers, count))


class _Served:
    """An engine's server as a process of its own, for as long as it is needed."""

    def __init__(self, engine: Engine) -> None:
        self.port = _free_port()
        self._command = Command(
            (*engine.server, "--port", str(self.port)), engine.folder, engine.environment
        )

    def __enter__(self) -> str:
        """Return where the site is shown, once it is."""
        self._process = self._command.start(subprocess.DEVNULL)
        root = f"127.0.0.1:{self.port}"
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until and self._process.poll() is None:
            try:
                _fetch(f"http://{root}/")
            except (URLError, ConnectionError):
                time.sleep(0.2)
            else:
                return root
        self.__exit__()
        sys.exit(f"{self._command.words} does not serve")

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait()


async def _saves(servers: Sequence[tuple[Engine, str]], count: int) -> Saves:
    taken: dict[str, list[float]] = {engine.name: [] for engine, _ in servers}
    pauses = Random(count)
    async with AsyncExitStack() as stack:
        browsers = [
            (engine, root, await stack.enter_async_context(_Browser(root)))
            for engine, root in servers
        ]
        for number in range(count):
            for engine, root, browser in browsers:
                # uneven, so that no server's own rhythm is met each time at the same beat
                await browser.quiet(0.5 + pauses.random())
                taken[engine.name].append(await _save(engine, root, browser, number))
    return Saves(taken)


async def _save(engine: Engine, root: str, browser: _Browser, number: int) -> float:
    """Save a record; return the seconds to the signal, after which its page has to show it."""
    record = engine.record(number)
    sentence = f"As saved at number {number}."
    began = time.perf_counter()
    add(record, sentence)
    took = await browser.told() - began
    page = await asyncio.to_thread(_fetch, f"http://{root}/opportunities/{record.stem}/")
    if sentence not in page:
        sys.exit(f"{engine.name} told to load {record.stem} again before it was built")
    return took


class _Browser:
    """A page's end of the livereload protocol: it only hears."""

    def __init__(self, root: str) -> None:
        self._root = root
        self._heard: asyncio.Queue[tuple[float, str]] = asyncio.Queue()

    async def __aenter__(self) -> Self:
        """Connect as the script of a page of this server does."""
        root = self._root
        request = HTTPRequest(f"ws://{root}/livereload", headers={"Origin": f"http://{root}"})
        self._socket = await websocket_connect(request, on_message_callback=self._hear)
        await self._socket.write_message(_HELLO)
        # only who has said which page it shows is told to load it again
        await self._socket.write_message(
            json.dumps({"command": "info", "plugins": {}, "url": f"http://{root}/"})
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        self._socket.close()

    def _hear(self, message: str | bytes | None) -> None:
        # nothing is said where the connection is closed, by either end
        command = _CLOSED if message is None else json.loads(message)["command"]
        self._heard.put_nowait((time.perf_counter(), command))

    async def quiet(self, pause: float) -> None:
        """Wait until nothing has been heard for so long: a late signal is not the next save's."""
        while True:
            try:
                await asyncio.wait_for(self._heard.get(), pause)
            except TimeoutError:
                return

    async def told(self) -> float:
        """Return when it was told to load its page again."""
        while True:
            try:
                moment, command = await asyncio.wait_for(self._heard.get(), _PATIENCE)
            except TimeoutError:
                sys.exit(f"no signal within {_PATIENCE:.0f} s of a save")
            if command == _CLOSED:
                sys.exit("a server closed its connection")
            if command == "reload":
                return moment


def _fetch(address: str) -> str:
    with urlopen(address, timeout=_PATIENCE) as answer:  # noqa: S310 - an address of this machine
        return str(answer.read().decode("utf-8"))


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port: int = taken.getsockname()[1]
        return port
