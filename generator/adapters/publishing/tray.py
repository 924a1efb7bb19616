"""Where finished files lie until they are published: in the workroom, each written by its maker.

On the disk that they are published to, each gets its place in the site by a second name, so that
its bytes are written once.
"""

from __future__ import annotations

import itertools
import os
from contextlib import ExitStack, suppress

from generator.adapters.publishing.disk import Disk, not_written
from generator.adapters.publishing.lock import locked
from generator.adapters.publishing.workroom import Workroom
from generator.model.artifact import Artifact, File, Laid
from generator.model.fault import Refused

_LOCK = "lock"


class InHand:
    """Port Tray where the files are few, or wanted as they are: each is handed on."""

    def lay(self, artifact: Artifact) -> File:
        """Return the artifact itself."""
        return artifact


class DiskTray:
    """Port Tray over a folder, for one build and all of its processes."""

    def __init__(self, disk: Disk, folder: str, label: str) -> None:
        self._disk = disk
        self._folder = folder
        self._label = label
        self._numbers = itertools.count()

    def lay(self, artifact: Artifact) -> Laid:
        """Write the artifact's bytes into the folder, under a name that no other process takes."""
        name = f"{os.getpid()}-{next(self._numbers)}-{artifact.digest[:12]}"
        at = f"{self._folder}/{name}"
        try:
            self._disk.create(at, artifact.content)
        except OSError as fault:
            raise not_written(self._label, fault) from fault
        size = len(artifact.content)
        return Laid(artifact.path, at, size, artifact.digest, artifact.source)


def put_up(disk: Disk, room: Workroom, label: str, stack: ExitStack) -> DiskTray:
    """Put up a tray that is cleared away when ``stack`` is left, and clear those of dead builds.

    The workroom is locked meanwhile: a tray of another build that is not locked yet is not seen.
    """
    if disk.look(room.trays) is None:
        disk.make_folder(room.trays)
    for name, what in [*disk.walk(room.trays)]:
        if what.folder and "/" not in name:
            _clear_if_left(disk, f"{room.trays}/{name}")
    number = next(it for it in itertools.count(1) if disk.look(f"{room.trays}/{it}") is None)
    folder = f"{room.trays}/{number}"
    disk.make_folder(folder)
    stack.callback(_cleared, disk, folder)
    stack.enter_context(locked(f"{folder}/{_LOCK}", label, 0))
    return DiskTray(disk, folder, label)


def _clear_if_left(disk: Disk, folder: str) -> None:
    # Refused: the build that it belongs to is still under way. Not found: it has just ended.
    with suppress(Refused, FileNotFoundError), locked(f"{folder}/{_LOCK}", folder, 0):
        _clear(disk, folder)


def _cleared(disk: Disk, folder: str) -> None:
    with suppress(OSError):  # the site is published; the next build clears what is left
        _clear(disk, folder)


def _clear(disk: Disk, folder: str) -> None:
    for name, _ in [*disk.walk(folder)]:
        with suppress(FileNotFoundError):
            disk.remove(f"{folder}/{name}")
    disk.remove_folder(folder)
