"""Sites that are online, asked with the standard library: one question, one request.

``requests`` is on most machines that have this program, but follows redirects, unpacks what it is
sent without a bound and keeps cookies: all that is looked at here, or must not happen.
"""

from __future__ import annotations

import ssl
import time
import zlib
from collections.abc import Callable, Mapping
from email.message import Message
from http.client import HTTPException
from typing import Protocol
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from generator.model.deployment import Answer

LONGEST_ANSWER = 10.0
LONGEST_RUN = 120.0
"""Seconds: for one answer, and for all of them together."""

LARGEST_ANSWER = 2 * 1024**2
_PIECE = 64 * 1024
_LONGEST_VALUE = 400


class UrllibWeb:
    """Asks for what an address has, and says to the site which ``version`` of what is asking."""

    def __init__(self, version: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._agent = f"Doorstep/{version} deploy-check"
        self._opener = build_opener(_NoRedirects())
        self._clock = clock
        self._until = clock() + LONGEST_RUN

    def ask(self, address: str, headers: Mapping[str, str]) -> Answer:
        """Fetch what is at an address, and follow nothing; what fails is an answer in words."""
        left = self._until - self._clock()
        if left <= 0:
            return Answer(failure="not asked: the time for all answers was over")
        request = Request(address, headers={"User-Agent": self._agent, **headers})  # noqa: S310 - the command takes http and https alone
        deadline = self._clock() + min(left, LONGEST_ANSWER)
        try:
            with self._opener.open(request, timeout=LONGEST_ANSWER) as page:
                return self._answer(page.status, page.headers, page, deadline)
        except HTTPError as error:
            with error:
                return self._answer(error.code, error.headers, error, deadline)
        except URLError as error:
            return Answer(failure=_why(error.reason))
        except (OSError, HTTPException, ValueError, zlib.error) as error:
            return Answer(failure=_why(error))

    def _answer(self, status: int, headers: Message, page: _Page, deadline: float) -> Answer:
        """Read an answer piece by piece: a socket's own timeout never ends one that drips."""
        content = b""
        packed = headers.get("Content-Encoding", "").lower() == "gzip"
        unpacking = zlib.decompressobj(wbits=31) if packed else None
        while len(content) <= LARGEST_ANSWER and (piece := page.read1(_PIECE)):
            room = LARGEST_ANSWER + 1 - len(content)
            content += unpacking.decompress(piece, room) if unpacking else piece
            if self._clock() > deadline:
                raise TimeoutError
        whole = len(content) <= LARGEST_ANSWER
        return Answer(status, _plain(headers), content[:LARGEST_ANSWER], whole)


class _Page(Protocol):
    def read1(self, size: int) -> bytes: ...


def _plain(headers: Message) -> dict[str, str]:
    """Return headers by their names in small letters; one that is sent twice has both values."""
    found: dict[str, str] = {}
    for name, value in headers.items():
        known = found.get(name.lower())
        found[name.lower()] = f"{known}, {value}" if known is not None else value
    return {name: _printable(value) for name, value in found.items()}


def _printable(text: str) -> str:
    """Return a stranger's text as one short line that steers no terminal."""
    line = "".join(sign if sign.isprintable() else " " for sign in text)
    return " ".join(line.split())[:_LONGEST_VALUE]


def _why(reason: object) -> str:
    if isinstance(reason, TimeoutError):
        return "no answer in time"
    if isinstance(reason, ssl.SSLCertVerificationError):
        return f"its certificate is not accepted: {_printable(reason.verify_message)}"
    told = reason.strerror if isinstance(reason, OSError) else None  # without the number
    return _printable(told or str(reason)).lower() or "no connection"


class _NoRedirects(HTTPRedirectHandler):
    """Where an address leads is something to look at, not to follow."""

    def redirect_request(self, *_details: object) -> None:
        return None
