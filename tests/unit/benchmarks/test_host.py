from __future__ import annotations

import gzip
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from benchmarks.host import hosting

TEXT = "export const answer = 42;\n" * 40


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "page.js").write_text(TEXT)
    (tmp_path / "site" / "map.pmtiles").write_bytes(bytes(range(100)))
    (tmp_path / "peer").mkdir()
    (tmp_path / "peer" / "page.js").write_text(TEXT)
    (tmp_path / "secret.txt").write_text("secret")
    return tmp_path


def asked(
    folder: Path, path: str, headers: dict[str, str] | None = None
) -> tuple[HTTPResponse, bytes]:
    with hosting({"": folder / "site", "peer": folder / "peer"}) as root:
        connection = HTTPConnection(urlsplit(root).netloc)
        connection.request("GET", path, headers=headers or {})
        reply = connection.getresponse()
        body = reply.read()
        connection.close()
    return reply, body


def test_text_is_compressed_and_the_connection_stays_open(folder: Path) -> None:
    reply, body = asked(folder, "/page.js")

    assert gzip.decompress(body).decode() == TEXT
    assert reply.version == 11
    assert "default-src 'self'" in reply.headers["Content-Security-Policy"]


def test_peers_are_served_without_our_policy(folder: Path) -> None:
    reply, body = asked(folder, "/peer/page.js")

    assert gzip.decompress(body).decode() == TEXT
    assert "Content-Security-Policy" not in reply.headers


def test_a_part_is_sent_when_a_part_is_asked_for(folder: Path) -> None:
    reply, body = asked(folder, "/map.pmtiles", {"Range": "bytes=10-19"})

    assert (reply.status, body) == (206, bytes(range(10, 20)))


def test_what_has_not_changed_is_not_sent_again(folder: Path) -> None:
    first, _ = asked(folder, "/page.js")

    again, body = asked(folder, "/page.js", {"If-None-Match": first.headers["ETag"]})

    assert (again.status, body) == (304, b"")


def test_nothing_outside_the_folders_is_served(folder: Path) -> None:
    reply, _ = asked(folder, "/../secret.txt")

    assert reply.status == 404
