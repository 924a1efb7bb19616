"""A site that is online, as it answers, and what is to be said of it."""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from generator.model.hosting import Host, HostPolicy


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back from an address: names of headers in small letters, ``content`` unpacked.

    ``whole`` is False where only its beginning was read. A ``failure`` in words is all there is
    where nothing came back.
    """

    status: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)
    content: bytes = b""
    whole: bool = True
    failure: str = ""

    def header(self, name: str) -> str:
        """Return a header's value, or "" where there is none."""
        return self.headers.get(name.lower(), "")


class State(enum.StrEnum):
    """How it is: as it should be, so that people do without something, or so that it harms."""

    RIGHT = "right"
    LESSER = "lesser"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. ``remedy`` says what to do, "" where it is right."""

    state: State
    what: str
    expected: str
    found: str
    remedy: str = ""


Ask = Callable[[str, Mapping[str, str]], Answer]
"""Fetches what is at an address with these headers, and follows nothing. Only ``deploy-check`` has
one that asks the network."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deployment:
    """A site that is online, beside what is known of it here.

    ``built`` are some of its files as the last build made them, by path; ``shown`` the paths that
    are asked for whether or not they are at hand. ``ask`` fetches an address with these headers.
    """

    address: str
    host: Host
    policy: HostPolicy
    built: Mapping[str, bytes]
    shown: tuple[str, ...]
    ask: Ask

    def get(self, path: str, **headers: str) -> Answer:
        """Fetch what lies at a path of the site. Headers are written with ``_`` for a hyphen."""
        wanted = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.ask(self.address + path, wanted)

    def without(self, able: bool, what: str, expected: str, found: str, remedy: str) -> Finding:  # noqa: FBT001 - read as a sentence where it is called
        """Return a finding: wrong where the host is able to do it, lesser where it is not."""
        if able:
            return Finding(State.WRONG, what, expected, found, f"{remedy} ({self.host.remedy})")
        return Finding(State.LESSER, what, expected, found, f"{self.host.title} cannot: {remedy}")
