"""What a build makes: finished files, new ones and those that stand."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Artifact:
    """A finished file: relative POSIX path in the site, and its bytes.

    ``digest`` is the SHA-256 of the bytes in hexadecimal where somebody has it already, else "".
    """

    path: str
    content: bytes
    source: str = ""
    digest: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Laid:
    """A finished file whose bytes lie on the disk until it is published.

    ``at`` is where, as whoever laid it there knows it; ``digest`` as an Artifact's, ``size`` in
    bytes.
    """

    path: str
    at: str
    size: int
    digest: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that is published already and stays as it is; ``digest`` as an Artifact's."""

    path: str
    digest: str
    source: str = ""


File = Artifact | Laid | Kept


class Vanished(Exception):
    """A file that was to stay as it is does not stand there any more."""


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing did, in relative POSIX paths: enough for a summary and for a reload.

    ``digest`` stands for everything that is published now; ``size`` are the bytes written,
    ``total`` those of all files of ours, ``largest`` the path of the largest and its bytes.
    """

    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: int = 0
    digest: str = field(default="", compare=False)
    size: int = field(default=0, compare=False)
    total: int = field(default=0, compare=False)
    largest: tuple[str, int] = field(default=("", 0), compare=False)

    @property
    def files(self) -> int:
        """How many files of ours are published."""
        return len(self.written) + self.unchanged
