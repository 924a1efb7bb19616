"""A browser's end of livereload's socket: it only hears."""

from __future__ import annotations

import json
import socket
import time
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit


class Listener:
    """A page that is told to load itself again."""

    def __init__(self, address: str) -> None:
        self._address = urlsplit(address)

    def __enter__(self) -> Self:
        host, port = self._address.hostname or "", self._address.port or 0
        self._socket = socket.create_connection((host, port), timeout=60)
        lines = (
            "GET /livereload HTTP/1.1",
            f"Host: {self._address.netloc}",
            f"Origin: http://{self._address.netloc}",
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            "Sec-WebSocket-Version: 13",
            "",
            "",
        )
        self._socket.sendall("\r\n".join(lines).encode())
        reply = b""
        while b"\r\n\r\n" not in reply:
            reply += self._socket.recv(1)
        assert reply.split()[1] == b"101", reply
        self._say({"command": "hello"})
        assert self._hear()["command"] == "hello"
        self._say({"command": "info", "url": self._address.geturl()})
        while self.reloads_within(0.5):  # of what was saved before
            pass
        return self

    def __exit__(
        self, kind: type[BaseException] | None, why: BaseException | None, at: TracebackType | None
    ) -> None:
        self._socket.close()

    def wait_for_reload(self) -> None:
        """Wait until the page is told to load itself again."""
        self._socket.settimeout(60)
        while self._hear()["command"] != "reload":
            pass

    def reloads_within(self, seconds: float) -> int:
        """Return how often it is told to, within so long."""
        until, heard = time.monotonic() + seconds, 0
        while (left := until - time.monotonic()) > 0:
            self._socket.settimeout(left)
            try:
                heard += self._hear()["command"] == "reload"
            except TimeoutError:
                break
        return heard

    def _say(self, message: dict[str, object]) -> None:
        """Send a short text frame, masked with zeros (RFC 6455, 5.2)."""
        words = json.dumps(message).encode()
        assert len(words) < 126
        self._socket.sendall(bytes([0x81, 0x80 | len(words), 0, 0, 0, 0]) + words)

    def _hear(self) -> dict[str, object]:
        first, length = self._socket.recv(2)
        assert first == 0x81
        assert length < 126
        message: dict[str, object] = json.loads(self._socket.recv(length))
        return message
