"""Which file of a folder answers an address, as a static host would have it."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

CONTENT_TYPES = {
    ".atom": "application/atom+xml",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".geojson": "application/geo+json",
    ".gif": "image/gif",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".ics": "text/calendar; charset=utf-8",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".map": "application/json",
    ".md": "text/markdown; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
"""Said here because Python's own table depends on the machine's."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What answers an address: a file, or the address to ask for instead, or neither."""

    file: Path | None = None
    elsewhere: str = ""


def content_type(name: str) -> str:
    """Return the type of a file by its name; what is not known is downloaded, never guessed."""
    return CONTENT_TYPES.get(PurePosixPath(name).suffix.lower(), "application/octet-stream")


def file_of(path: str) -> str:
    """Return the path in the site of the file at an address; "" where there can be none."""
    steps = _steps(path)
    return "" if steps is None else "/".join((*steps[:-1], steps[-1] or "index.html"))


def _steps(path: str) -> list[str] | None:
    """Return the steps of an address path, the last one "" for a folder; None if it is unsafe."""
    *folders, last = path.removeprefix("/").split("/")
    steps = [*folders, last] if last else folders
    if any(step in ("", ".", "..") or not step.isprintable() or "\\" in step for step in steps):
        return None
    return [*folders, last]


def answer(root: Path, path: str) -> Answer:
    """Find what answers a decoded address path such as ``/badges/``; nothing leaves ``root``.

    A folder answers with its index.html. No symbolic link is followed, at any step.
    """
    given = _steps(path)
    if given is None:
        return Answer()
    wants_folder = given[-1] == ""
    steps = given[:-1] if wants_folder else given
    here, folder = root, True
    for step in steps:
        if not folder:
            return Answer()
        here = here / step
        kind = _kind(here)
        if kind is None:
            return Answer()
        folder = kind == "folder"
    if folder and not wants_folder:
        # From the steps, not the path: "//elsewhere.example" must not become another host.
        return Answer(elsewhere=f"/{'/'.join(steps)}/")
    if folder:
        here = here / "index.html"
    elif wants_folder:
        return Answer()
    return Answer(here) if _kind(here) == "file" else Answer()


def _kind(path: Path) -> str | None:
    try:
        mode = os.lstat(path).st_mode
    except (OSError, ValueError):
        return None
    if stat.S_ISREG(mode):
        return "file"
    return "folder" if stat.S_ISDIR(mode) else None
