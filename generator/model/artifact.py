"""What a build makes: finished files."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Artifact:
    """A finished file: relative POSIX path in the site, and its bytes."""

    path: str
    content: bytes
    source: str = ""


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing did, in relative POSIX paths: enough for a summary and for a reload.

    ``digest`` stands for everything that is published now.
    """

    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: int = 0
    digest: str = field(default="", compare=False)
