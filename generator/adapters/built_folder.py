"""A site that was built, read as files on disk."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from generator.model.fault import Fault


def some_files(folder: Path, choose: Callable[[list[str]], Iterable[str]]) -> dict[str, bytes]:
    """Return the files that are chosen of all paths in a folder; none where it is not there."""
    try:
        paths = [
            path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
        ]
        return {path: (folder / path).read_bytes() for path in choose(paths)}
    except OSError as reason:
        raise Fault(f"cannot read {folder.as_posix()}: {reason.strerror}") from None
