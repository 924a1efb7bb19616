"""A folder on disk that is read from: sorted, bounded, and never beyond its own edge."""

from __future__ import annotations

import errno
import os
import stat
import time
from collections.abc import Iterator
from pathlib import Path

from generator.model.fault import Fault
from generator.model.folder_entry import Entry

LARGEST_FILE = 64 * 1024 * 1024
MOST_ENTRIES = 1_000_000
RACY = 2_000_000_000
"""Nanoseconds within which two changes may bear one time (FAT's clock has steps of 2 s)."""


class DiskFolder:
    """Port Folder over a real folder.

    ``label`` is what messages call the folder, usually as the person typed it: nothing absolute is
    ever shown. Ignored altogether, with all they hold, are names in ``ignored``.
    """

    def __init__(self, root: Path, label: str = "", ignored: frozenset[str] = frozenset()) -> None:
        self._root = root
        self._label = label or root.name
        self._ignored = ignored

    def entries(self) -> tuple[Entry, ...]:
        """List everything below the folder, sorted by path; a missing folder holds nothing."""
        found: list[Entry] = []
        for entry in self._walk():
            found.append(entry)
            if len(found) > MOST_ENTRIES:
                raise Fault(
                    f"{self._label}: more than {MOST_ENTRIES} files; is it the right folder?"
                )
        return tuple(sorted(found, key=lambda entry: entry.path))

    def entry(self, path: str) -> Entry | None:
        """Return what is at a path below the folder, None where there is nothing."""
        try:
            what = (self._root / path).lstat()
        except FileNotFoundError:
            return None
        except OSError as fault:
            raise Fault(f"{self._shown(path)}: {_reason(fault)}") from fault
        if stat.S_ISREG(what.st_mode):
            return Entry(path, "file", what.st_size, version(what, time.time_ns()))
        if stat.S_ISLNK(what.st_mode):
            return Entry(path, "link")
        return Entry(path, "folder" if stat.S_ISDIR(what.st_mode) else "other")

    def _walk(self) -> Iterator[Entry]:
        waiting = [""]
        now = time.time_ns()
        while waiting:
            folder = waiting.pop()
            try:
                with os.scandir(self._root / folder) as listing:
                    items = [item for item in listing if item.name not in self._ignored]
                for item in items:
                    entry = _entry(f"{folder}{item.name}", item, now)
                    if entry.kind == "folder":
                        waiting.append(f"{entry.path}/")
                    yield entry
            except FileNotFoundError:
                if folder == "":
                    return  # a place need not have every folder
                raise Fault(f"{self._shown(folder)}: it went away while it was read") from None
            except OSError as fault:
                raise Fault(f"{self._shown(folder)}: {_reason(fault)}") from fault

    def read(self, path: str, limit: int | None = None) -> bytes:
        """Return a file's bytes, at most ``limit`` of them; raise Fault where it cannot be read.

        A file larger than 64 MiB is a Fault unless ``limit`` asks for less of it.
        """
        most = LARGEST_FILE if limit is None else limit
        try:
            content = self._read_below(path, most + (1 if limit is None else 0))
        except OSError as fault:
            raise Fault(f"{self._shown(path)}: {_reason(fault)}") from fault
        if limit is None and len(content) > LARGEST_FILE:
            raise Fault(f"{self._shown(path)}: larger than {LARGEST_FILE // 1024 // 1024} MiB")
        return content

    def _read_below(self, path: str, most: int) -> bytes:
        """Open step by step from the root: O_NOFOLLOW alone guards only the last step."""
        steps = path.split("/")
        if any(step in ("", ".", "..") for step in steps) or "\0" in path:
            raise OSError(errno.EINVAL, "it is not a path inside the folder")
        here = os.open(self._root, os.O_RDONLY | os.O_DIRECTORY)
        try:
            for step in steps[:-1]:
                there = os.open(step, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=here)
                os.close(here)
                here = there
            # O_NONBLOCK: opening a named pipe would otherwise wait for a writer for ever.
            flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK
            file = os.open(steps[-1], flags, dir_fd=here)
        finally:
            os.close(here)
        if not stat.S_ISREG(os.fstat(file).st_mode):
            os.close(file)
            raise OSError(errno.EINVAL, "it is not an ordinary file")
        with os.fdopen(file, "rb") as stream:
            return stream.read(most)

    def _shown(self, path: str) -> str:
        return f"{self._label}/{path}".rstrip("/")


def version(what: os.stat_result, now: int) -> str:
    """Return what stands for a file's content, looked at ``now``.

    Of one that was changed a moment ago it is never the same again, as it could be changed once
    more and bear the same times.
    """
    newest = max(what.st_mtime_ns, what.st_ctime_ns)
    moment = "" if newest < now - RACY else f" {now}"
    return f"{what.st_mtime_ns} {what.st_ctime_ns} {what.st_ino}{moment}"


def _entry(path: str, item: os.DirEntry[str], now: int) -> Entry:
    if item.is_symlink():
        return Entry(path, "link")
    if item.is_dir(follow_symlinks=False):
        return Entry(path, "folder")
    if item.is_file(follow_symlinks=False):
        what = item.stat(follow_symlinks=False)
        return Entry(path, "file", what.st_size, version(what, now))
    return Entry(path, "other")


def _reason(fault: OSError) -> str:
    """Say why without the path, which the system gives in full."""
    if fault.errno in (errno.ELOOP, errno.EMLINK):  # what O_NOFOLLOW answers, by system
        return "symbolic links are not followed"
    if fault.errno == errno.ENOTDIR:
        return "a step of it is not a folder, or is a symbolic link"
    return (fault.strerror or "it cannot be read").lower()
