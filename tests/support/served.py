"""Serve a built folder on the loopback interface as a strict host would."""

from __future__ import annotations

import gzip
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.model.hosting import HostPolicy
from generator.rules.hosting import expected_headers, policy_of
from tests.support.places import settings

SUB_PATH = "/some/sub/path/"

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".geojson": "application/geo+json",
    ".html": "text/html; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webp": "image/webp",
    ".xml": "application/xml",
}


@cache
def _policy() -> HostPolicy:
    return policy_of(settings(languages=("en", "cy")))


def published_headers(path: str) -> dict[str, str]:
    """Return what each host is told to send with a path, so that tests meet the real policy."""
    headers = dict(expected_headers(_policy(), path.lstrip("/")))
    del headers["Cache-Control"]  # so that a browser asks for all that it needs, each time
    return headers


@dataclass(frozen=True, slots=True)
class ServedSite:
    """A folder that is being served: ``root`` and ``sub_path`` are the two addresses it has."""

    root: str
    sub_path: str
    asked: list[str]


@dataclass(frozen=True, slots=True)
class Host:
    """What a host does beyond the plainest: answer ranges (RFC 9110, 14), compress text.

    ``refuses`` are endings of files that it answers with 404, as hosts do that know no such type.
    """

    ranges: bool = False
    compresses: bool = False
    refuses: tuple[str, ...] = ()

    def sends(
        self, status: int, content: bytes, suffix: str, wanted: str
    ) -> tuple[int, dict[str, str], bytes]:
        """Return status, further headers and body of an answer to a request with this ``Range``."""
        found = _RANGE.fullmatch(wanted)
        if self.ranges and found and int(found[1]) < len(content):
            first, last = int(found[1]), min(int(found[2]), len(content) - 1)
            part = {"Content-Range": f"bytes {first}-{last}/{len(content)}"}
            return 206, part, content[first : last + 1]
        if self.compresses and suffix in _TEXT:
            return status, {"Content-Encoding": "gzip"}, gzip.compress(content)
        return status, {}, content


PLAINEST = Host()
_RANGE = re.compile(r"bytes=(\d+)-(\d+)")
_TEXT = (".css", ".geojson", ".html", ".ics", ".js", ".json", ".svg", ".txt")


def _handler(folder: Path, asked: list[str], host: Host) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            address = urlsplit(self.path)
            asked.append(self.path)
            path = unquote(address.path)
            if path.startswith(SUB_PATH):
                path = path.removeprefix(SUB_PATH.rstrip("/"))
            target = folder / path.lstrip("/")
            if path.endswith("/"):
                target /= "index.html"
            inside = target.resolve().is_relative_to(folder.resolve())
            if inside and target.is_file() and target.suffix not in host.refuses:
                self.answer(200, target, path)
            else:
                self.answer(404, folder / "404.html", path)

        def answer(self, status: int, file: Path, path: str) -> None:
            content = file.read_bytes() if file.is_file() else b"not found"
            status, headers, content = host.sends(
                status, content, file.suffix, self.headers.get("Range", "")
            )
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Type", _TYPES.get(file.suffix, "application/octet-stream"))
            self.send_header("Content-Length", str(len(content)))
            for name, value in published_headers(path).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing: pytest shows what was asked where a test fails."""

    return Handler


@contextmanager
def serving(folder: Path, host: Host = PLAINEST) -> Iterator[ServedSite]:
    """Serve ``folder`` at / and at /some/sub/path/ with the published headers and no other rule.

    Folders without their final slash are not found, as on the plainest of hosts.
    """
    asked: list[str] = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(folder, asked, host))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    origin = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield ServedSite(f"{origin}/", f"{origin}{SUB_PATH}", asked)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
