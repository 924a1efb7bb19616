"""A static host for the benchmarks: gzip, connections kept open, ranges, validators.

tests/support/served.py is strict on purpose and slow by choice; here the host must not be what is
measured, so every file is read and compressed once, before the first visit.
"""

from __future__ import annotations

import gzip
import hashlib
import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.model.settings import Settings
from generator.rules.hosting import expected_headers, policy_of

# below a path, so that no browser is told to come back to 127.0.0.1 by https
POLICY = policy_of(Settings(url="https://learning.example.org/map/", languages=("en", "cy")))
GZIP_LEVEL = 6  # nginx and Netlify come out near this; nobody serves at 9 on the fly

_TYPES = {
    ".atom": "application/atom+xml",
    ".css": "text/css; charset=utf-8",
    ".geojson": "application/geo+json",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webp": "image/webp",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".xml": "application/xml",
}
# What hosts compress. Pagefind's own files are compressed inside and have endings of their own.
_COMPRESSED = (".atom", ".css", ".geojson", ".html", ".js", ".json", ".mjs", ".svg", ".txt", ".xml")
_RANGE = re.compile(r"bytes=(\d+)-(\d+)")
_UNCHANGED = 304
_MOST_REMEMBERED = 4_000


@dataclass(frozen=True, slots=True)
class Answer:
    """A file as the host sends it."""

    body: bytes
    headers: Mapping[str, str]


@dataclass
class Host:
    """What is served where: a folder for each first part of the path, "" for the rest.

    What is at the root is sent with the headers that each host is told to send, so that our pages
    meet their policy and their caching. Peers are served without: Pagefind
    compiles WebAssembly, which ``default-src 'self'`` forbids.
    """

    folders: Mapping[str, Path]
    answers: dict[str, Answer | None] = field(default_factory=dict)

    def answer(self, path: str) -> Answer | None:
        """Return what is at a path, or None."""
        if path not in self.answers:
            if len(self.answers) > _MOST_REMEMBERED:
                self.answers.clear()
            self.answers[path] = self._read(path)
        return self.answers[path]

    def _read(self, path: str) -> Answer | None:
        first, _, rest = path.lstrip("/").partition("/")
        name, inner = (first, rest) if first in self.folders else ("", path.lstrip("/"))
        folder = self.folders.get(name)
        if folder is None:
            return None
        file = folder / (inner + "index.html" if inner == "" or inner.endswith("/") else inner)
        if not file.is_file() or not file.resolve().is_relative_to(folder.resolve()):
            return None
        body = file.read_bytes()
        headers = {
            "Content-Type": _TYPES.get(file.suffix, "application/octet-stream"),
            "ETag": f'"{hashlib.sha256(body).hexdigest()[:16]}"',
            # what Netlify sends where nothing else is said
            "Cache-Control": "public, max-age=0, must-revalidate",
        }
        if name == "":
            headers.update(expected_headers(POLICY, inner))
        if file.suffix in _COMPRESSED:
            body = gzip.compress(body, GZIP_LEVEL, mtime=0)
            headers["Content-Encoding"] = "gzip"
            headers["Vary"] = "Accept-Encoding"
        return Answer(body, headers)


def _handler(served: Host) -> type[BaseHTTPRequestHandler]:
    class Bound(_Handler):
        host = served

    return Bound


class _Handler(BaseHTTPRequestHandler):
    host: Host
    protocol_version = "HTTP/1.1"  # or every request opens a connection

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        answer = self.host.answer(path)
        if answer is None:
            missing = self.host.answer("/404.html")
            self._send(404, missing or Answer(b"not found", {"Content-Type": "text/plain"}))
        elif self.headers.get("If-None-Match") == answer.headers["ETag"]:
            self._send(_UNCHANGED, Answer(b"", answer.headers))
        else:
            self._send_part(answer)

    def _send_part(self, answer: Answer) -> None:
        wanted = _RANGE.fullmatch(self.headers.get("Range", ""))
        if wanted is None or "Content-Encoding" in answer.headers:
            self._send(200, answer)
            return
        first, last = int(wanted[1]), min(int(wanted[2]), len(answer.body) - 1)
        part = {"Content-Range": f"bytes {first}-{last}/{len(answer.body)}"}
        self._send(206, Answer(answer.body[first : last + 1], {**answer.headers, **part}))

    def _send(self, status: int, answer: Answer) -> None:
        self.send_response(status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if status != _UNCHANGED:
            self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        if status != _UNCHANGED:
            self.wfile.write(answer.body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: what was asked for is read from the browser."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True  # browsers leave connections open, and closing must not wait for them
    request_queue_size = 64

    def handle_error(self, *_: object) -> None:
        """Say nothing where a browser closed its connection, as it does at the end of a visit."""


@contextmanager
def hosting(folders: Mapping[str, Path]) -> Iterator[str]:
    """Serve folders on the loopback interface; give the address, with a slash at its end."""
    server = _Server(("127.0.0.1", 0), _handler(Host(folders)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
