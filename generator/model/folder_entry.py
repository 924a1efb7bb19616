"""What a folder holds, and what is new in one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing found in a folder: relative POSIX path, what it is, and its size in bytes.

    ``kind`` is ``file``, ``folder``, ``link`` (symbolic, never followed) or ``other``. ``version``
    is other than before where the file may hold something else; "" where that is never asked.
    """

    path: str
    kind: str
    size: int = 0
    version: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Changes:
    """What is new in a folder: entries by path, None for what is gone, and what was read of it."""

    entries: Mapping[str, Entry | None] = field(default_factory=dict)
    contents: Mapping[str, bytes] = field(default_factory=dict)
