"""The site in its author's browser: served on this machine alone, reloaded after each build.

livereload brings the protocol by which a page hears that it should reload, and the script that
speaks it. Its own server was rejected: it accepts any Host header and a WebSocket from any page, so
a page elsewhere could read a draft through a name that it lets point to 127.0.0.1; and its watcher
follows symbolic links round in circles and rebuilds once for every file of one save.
"""

from __future__ import annotations

import asyncio
import errno
import socket
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from livereload.handlers import (  # type: ignore[import-untyped]  # it has no type hints
    LiveReloadHandler,
    LiveReloadJSHandler,
)
from livereload.watcher import Watcher  # type: ignore[import-untyped]  # as above
from tornado import web
from tornado.httpserver import HTTPServer
from tornado.httputil import HTTPServerRequest

from generator.adapters.served.overlay import PREFIX, outcome_json, overlay_file, with_scripts
from generator.adapters.served.stage import Stage
from generator.adapters.watching import Watch
from generator.model.fault import Fault
from generator.model.shown import ShownSite

ADDRESS = "127.0.0.1"
PORT = 5500

_HTTP = 80

_PAUSE = 0.25
"""Seconds between two looks at the folders, where the system tells of no changes."""

_SELDOM = 3.0
"""Seconds between two looks where it does."""

_QUIET = 0.03
"""Seconds without a change after which a burst of them is over."""

_LONGEST_BURST = 3.0
"""Seconds after which a burst that does not end is built all the same."""


class LivereloadServer:
    """Port Server. ``folder`` is the published site, ``watched`` what a rebuild reads."""

    def __init__(
        self,
        folder: Path,
        watched: Sequence[Path],
        *,
        ignored: Sequence[Path] = (),
        port: int = PORT,
    ) -> None:
        self._folder = folder
        self._watched = watched
        self._ignored = (folder, *ignored)
        self._port = port

    def serve(self, site: ShownSite, ready: Callable[[str], None]) -> None:
        """Build, listen, and take in every save, until Ctrl-C."""
        # Begun before the build: what is saved while it runs is noticed after it.
        watch = Watch(self._watched, self._ignored)
        try:
            # The first build is done before there is a loop, as it may start worker processes.
            site.begin()
            asyncio.run(self._run(watch, site, ready))
        except KeyboardInterrupt:
            return
        finally:
            watch.close()
            site.end()

    async def _run(self, watch: Watch, site: ShownSite, ready: Callable[[str], None]) -> None:
        try:
            # Not tornado's bind_sockets: where the port is taken, it leaves its socket open.
            listening = socket.create_server((ADDRESS, self._port))
        except OSError as fault:
            taken = fault.errno in (errno.EADDRINUSE, errno.EACCES)
            reason = "is taken; choose another with --port" if taken else "cannot be listened on"
            raise Fault(f"port {self._port} {reason}") from fault
        listening.settimeout(0)  # as an event loop needs it
        port: int = listening.getsockname()[1]
        stage = Stage(site, self._folder, _load_again)
        server = HTTPServer(_application(stage, port))
        server.add_socket(listening)
        ready(f"http://{ADDRESS}:{port}/")
        stage.begin()
        try:
            await _take_in(watch, stage)
        finally:
            server.stop()
            await server.close_all_connections()
            LiveReloadHandler.waiters.clear()


def _load_again() -> None:
    LiveReloadHandler.reload_waiters("*")


async def _take_in(watch: Watch, stage: Stage) -> None:
    """Wait for a change, then for quiet, then show what was saved; requests meanwhile wait.

    Working in this thread is on purpose: a page that is asked for after a save shows the save.
    """
    look = watch.seconds_to_look()
    pause = max(_PAUSE, 10 * look) if watch.notices is None else max(_SELDOM, 50 * look)
    while True:
        told = await _change(watch, stage, pause)
        stage.take_in(await _quiet(watch, told))


async def _change(watch: Watch, stage: Stage, pause: float) -> frozenset[str] | None:
    """Wait until something is saved; return what, or None where that is not known.

    Raises what whoever publishes has come to grief over.
    """
    rung = asyncio.Event()
    loop = asyncio.get_running_loop()
    notices = watch.notices
    if notices is not None:
        loop.add_reader(notices.descriptor, rung.set)
    try:
        while True:
            with suppress(TimeoutError):
                await asyncio.wait_for(rung.wait(), pause)
            stage.raise_fault()
            if rung.is_set():
                rung.clear()
                if told := watch.told():
                    return told
            elif watch.changed():
                return None
    finally:
        if notices is not None:
            loop.remove_reader(notices.descriptor)


async def _quiet(watch: Watch, told: frozenset[str] | None) -> frozenset[str] | None:
    """Wait until a burst is over: nothing changes any more, and git is not at work.

    Returns all that was told of, None where anything may have changed.
    """
    until = time.monotonic() + _LONGEST_BURST
    while time.monotonic() < until:
        await asyncio.sleep(_QUIET)
        more = watch.told()
        told = None if told is None else told | more
        unheard = watch.notices is None and watch.changed()
        if not more and not unheard and not watch.busy():
            break
    return told


def _application(stage: Stage, port: int) -> web.Application:
    LiveReloadHandler.watcher = Watcher()  # it only asks this one which file it last saw
    LiveReloadHandler.live_css = False  # a page that is reloaded whole cannot be half old
    suffix = "" if port == _HTTP else f":{port}"  # browsers leave out the usual port
    hosts = {"hosts": frozenset({f"{ADDRESS}{suffix}", f"localhost{suffix}"})}
    return web.Application(
        [
            (r"/livereload", _Socket, hosts),
            (r"/livereload\.js", _Script, hosts),
            (rf"{PREFIX}(.*)", _Overlay, {**hosts, "stage": stage}),
            (r"(/.*)", _Page, {**hosts, "stage": stage}),
        ],
        default_handler_class=_Nothing,
        default_handler_args=hosts,
        log_function=_say_nothing,
        websocket_max_message_size=64 * 1024,
    )


def _say_nothing(_: web.RequestHandler) -> None:
    """Leave the terminal to the build: a line a request would bury its problems."""


class _Guarded(web.RequestHandler):
    """Answers only a browser that asked for this machine by its own name.

    Without it a page elsewhere, whose name is made to point here (DNS rebinding), could read all.
    """

    def initialize(self, hosts: frozenset[str]) -> None:
        self.hosts = hosts

    def prepare(self) -> None:
        if self.request.host.lower() not in self.hosts:
            raise web.HTTPError(403)

    def set_default_headers(self) -> None:
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.clear_header("Server")

    def compute_etag(self) -> None:
        """Send everything anew: what is on the screen is what is on the disk."""

    def write_error(self, status_code: int, **_: object) -> None:
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(f"{status_code}\n")


class _Nothing(_Guarded):
    def prepare(self) -> None:
        super().prepare()
        raise web.HTTPError(404)


class _Script(_Guarded, LiveReloadJSHandler):  # type: ignore[misc]  # livereload has no type hints
    """livereload's own script."""


class _Socket(_Guarded, LiveReloadHandler):  # type: ignore[misc]  # livereload has no type hints
    """livereload's own protocol, for pages of this server alone."""

    def prepare(self) -> None:
        super().prepare()
        origin = self.request.headers.get("Origin", "")
        if origin.lower() not in {f"http://{host}" for host in self.hosts}:
            raise web.HTTPError(403)

    def check_origin(self, origin: str) -> bool:  # noqa: ARG002 - decided in prepare already
        return True


class _Overlay(_Guarded):
    """The overlay's own files, and what it has to show."""

    def initialize(self, hosts: frozenset[str], stage: Stage) -> None:  # type: ignore[override]  # tornado passes what the route says
        super().initialize(hosts)
        self.stage = stage

    def get(self, name: str) -> None:
        if name == "outcome.json":
            self.set_header("Content-Type", "application/json")
            self.write(outcome_json(self.stage.outcome))
            return
        content = overlay_file(name)
        if content is None:
            raise web.HTTPError(404)
        kind = "text/css" if name.endswith(".css") else "text/javascript"
        self.set_header("Content-Type", f"{kind}; charset=utf-8")
        self.write(content)


class _Page(_Guarded):
    """A file of the site, a page with the overlay's scripts in it."""

    def initialize(self, hosts: frozenset[str], stage: Stage) -> None:  # type: ignore[override]  # tornado passes what the route says
        super().initialize(hosts)
        self.stage = stage

    async def get(self, path: str) -> None:
        reply = await self.stage.reply(path)
        if reply.elsewhere:
            self.redirect(reply.elsewhere)
            return
        if reply.content is None:
            self.write_error(404)
            return
        self.set_status(reply.status)
        self.set_header("Content-Type", reply.content_type)
        if reply.content_type.startswith("text/html"):
            self.write(with_scripts(reply.content))
        else:
            self._part(reply.content)

    head = get

    def _part(self, content: bytes) -> None:
        """Send all of it, or the one range that was asked for, as a street map's file is read."""
        self.set_header("Accept-Ranges", "bytes")
        wanted = _range(self.request, len(content))
        if wanted is None:
            self.write(content)
            return
        first, last = wanted
        self.set_status(206)
        self.set_header("Content-Range", f"bytes {first}-{last}/{len(content)}")
        self.write(content[first : last + 1])


def _range(request: HTTPServerRequest, size: int) -> tuple[int, int] | None:
    """Return the first and last byte of a ``bytes=a-b`` header; any other form is passed over."""
    kind, _, spec = request.headers.get("Range", "").partition("=")
    first, dash, last = spec.partition("-")
    if kind != "bytes" or not dash or not first.isdecimal() or (last and not last.isdecimal()):
        return None
    begin, end = int(first), min(int(last), size - 1) if last else size - 1
    return (begin, end) if begin <= end else None
