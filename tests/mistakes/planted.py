"""Files with mistakes planted in them, each behind a marker that says what must be told of it.

``«unknown-badge»`` stands where the Problem's mark must be, ``«warning:where-unclear»`` says its
severity where that is not the usual one. Markers are taken out before anything reads the file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from generator.model.codes import CODES

HERE = Path(__file__).resolve().parent
_MARKER = re.compile("«(?:(error|warning|note):)?([a-z0-9-]+)»")

Told = tuple[str, int, int, str, str]
"""Path, line, column, severity, code."""


@dataclass(frozen=True, slots=True)
class Planted:
    """A file as Doorstep reads it, and what it must tell of it."""

    path: str
    text: str
    told: tuple[Told, ...]


def planted(folder: Path) -> list[Planted]:
    """Return every file below ``folder``."""
    return [
        unmarked(path.relative_to(folder).as_posix(), path.read_text("utf-8"))
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    ]


def unmarked(path: str, marked: str) -> Planted:
    """Take the markers out of a file, and say where each of them stood."""
    text = ""
    told = []
    end = 0
    for marker in _MARKER.finditer(marked):
        text += marked[end : marker.start()]
        end = marker.end()
        line, column = text.count("\n") + 1, len(text) - (text.rfind("\n") + 1) + 1
        severity = marker[1] or str(CODES[marker[2]].severity)
        told.append((path, line, column, severity, marker[2]))
    return Planted(path, text + marked[end:], tuple(told))
