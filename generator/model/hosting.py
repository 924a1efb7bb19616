"""How a host should serve a finished site: one policy, which each host's own files say its way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

Headers = tuple[tuple[str, str], ...]
"""Names and values of HTTP headers, in the order in which they are written."""


@dataclass(frozen=True, slots=True)
class Moved:
    """An address that a record had, and the one it has now, both from the site's root."""

    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HostPolicy:
    """What a host should send with each file, and say of addresses that are no file.

    Folders and addresses are relative to the site's root and end with a slash. ``base`` is the path
    that the root has on its host, from slash to slash, and ``origin`` what stands before it.
    """

    origin: str
    base: str
    everywhere: Headers
    for_anyone: tuple[str, ...]
    """Folders that pages of other sites may read."""
    lasting: tuple[str, ...]
    """Folders in which a file's name changes with what is in it."""
    kept: str
    """``Cache-Control`` of files in them."""
    asked_again: str
    """``Cache-Control`` of all others."""
    types: Mapping[str, str]
    """Types by the end of a file's name."""
    compressed: tuple[str, ...]
    """Types that are sent compressed; never that of the street map, which is fetched in pieces."""
    moved: tuple[Moved, ...] = ()
    gone: tuple[str, ...] = ()
    not_found: str = "404.html"

    def path(self, address: str) -> str:
        """Return an address as its host knows it: from the root of the host."""
        return self.base + address

    def destination(self, moved: Moved) -> str:
        """Return where an old address leads, for hosts that have the site at their own root.

        In full where the site has a path: such a host stands behind another, and does not see it.
        """
        return f"/{moved.new}" if self.base == "/" else self.origin + self.path(moved.new)


@dataclass(frozen=True, slots=True)
class HostFiles:
    """Files for one host, by their names. ``left_out`` says what did not fit into them."""

    files: Mapping[str, str] = field(default_factory=dict)
    left_out: str = ""


Writer = Callable[[HostPolicy], HostFiles]


def _none(_policy: HostPolicy) -> HostFiles:
    return HostFiles()


@dataclass(frozen=True, slots=True)
class Bounds:
    """The most that a host takes, as far as it says so; ``plan`` names what that holds for."""

    files: int | None = None
    bytes_in_a_file: int | None = None
    bytes_in_all: int | None = None
    plan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """A kind of host: what is written for it, and what it can do.

    ``in_site`` are files that it reads in the published folder, ``beside`` those that somebody
    puts elsewhere. ``remedy`` says in a line what to do where it does not send what it should.
    """

    name: str
    title: str
    remedy: str
    in_site: Writer = _none
    beside: Writer = _none
    bounds: Bounds = Bounds()
    sends_headers: bool = True
    redirects: bool = True
    says_gone: bool = True
    sends_pieces: bool = True
