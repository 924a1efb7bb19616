"""Every file operation that publishing makes, one method each.

They stand behind one small object so that a test can let the n-th of them fail or kill the
process, without patching a module. Paths are strings: a site of 100,000 files is walked twice a
build, and pathlib's objects cost more there than the system calls.
"""

from __future__ import annotations

import ctypes
import errno
import os
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator.adapters.publishing.exchange import exchange
from generator.model.fault import Fault


@dataclass(frozen=True, slots=True)
class Site:
    """A published folder: the disk that it is on, its absolute path, what messages call it."""

    disk: Disk
    root: str
    label: str


class Found(NamedTuple):
    """What stands at a path: its kind as in an Entry, and what tells it from another.

    A tuple, since a big site has a hundred thousand and each build makes them several times.
    """

    kind: str
    size: int
    changed_at: int
    inode: int
    device: int
    mode: int

    @property
    def folder(self) -> bool:
        """Say whether it is a real folder, not a link to one."""
        return self.kind == "folder"

    def same_file(self, other: Found | None) -> bool:
        """Say whether both are names of one and the same file."""
        return other is not None and (self.inode, self.device) == (other.inode, other.device)


class Disk:
    """The real disk. Symbolic links are never followed at the last step of a path."""

    def look(self, path: str) -> Found | None:
        """Return what stands at the path, or None."""
        try:
            return _found(os.lstat(path))
        except (FileNotFoundError, NotADirectoryError):
            return None

    def walk(self, root: str) -> Iterator[tuple[str, Found]]:
        """Yield everything below ``root`` as (relative path, what it is), in no fixed order."""
        waiting = [""]
        while waiting:
            folder = waiting.pop()
            with os.scandir(f"{root}/{folder}") as listing:
                for item in listing:
                    try:
                        found = _found(item.stat(follow_symlinks=False))
                    except FileNotFoundError:
                        continue  # somebody else removed it since it was listed
                    yield f"{folder}{item.name}", found
                    if found.folder:
                        waiting.append(f"{folder}{item.name}/")

    def files(self, root: str) -> Iterator[tuple[str, int, int, int]]:
        """Yield every regular file below ``root``: relative path, size, time and inode as Found."""
        waiting = [""]
        while waiting:
            folder = waiting.pop()
            with os.scandir(f"{root}/{folder}") as listing:
                for item in listing:
                    if item.is_dir(follow_symlinks=False):
                        waiting.append(f"{folder}{item.name}/")
                    elif item.is_file(follow_symlinks=False):
                        what = item.stat(follow_symlinks=False)
                        yield f"{folder}{item.name}", what.st_size, what.st_mtime_ns, what.st_ino

    def read(self, path: str) -> bytes:
        """Return a file's bytes."""
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW), "rb") as stream:
            return stream.read()

    def create(self, path: str, content: bytes) -> None:
        """Write a new file; one that is there already is an error, so nothing is overwritten."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW
        with os.fdopen(os.open(path, flags, 0o666), "wb") as stream:
            stream.write(content)

    def flush(self, path: str) -> None:
        """Wait until a file's bytes, or a folder's names, would survive a loss of power."""
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def flush_everything(self, path: str) -> bool:
        """Flush the whole file system that holds ``path``; False where that cannot be asked for."""
        if not sys.platform.startswith("linux"):
            return False
        library = ctypes.CDLL(None, use_errno=True)
        if not hasattr(library, "syncfs"):
            return False
        descriptor = os.open(path, os.O_RDONLY)
        try:
            if library.syncfs(descriptor) != 0:
                number = ctypes.get_errno()
                raise OSError(number, os.strerror(number), path)
        finally:
            os.close(descriptor)
        return True

    def link(self, path: str, name: str) -> None:
        """Give a file, or a symbolic link itself, a second name."""
        os.link(path, name, follow_symlinks=False)

    def rename(self, path: str, name: str) -> None:
        """Move a file or folder; a file already at ``name`` is replaced in one step."""
        os.rename(path, name)

    def exchange(self, path: str, other: str) -> None:
        """Let two folders change places in one step."""
        exchange(path, other)

    def remove(self, path: str) -> None:
        """Remove one name of a file or symbolic link."""
        os.unlink(path)

    def make_folder(self, path: str, mode: int = 0o777) -> None:
        """Make a folder, its mode narrowed by the umask."""
        os.mkdir(path, mode)

    def remove_folder(self, path: str) -> None:
        """Remove an empty folder."""
        os.rmdir(path)

    def set_mode(self, path: str, mode: int) -> None:
        """Give a folder its permissions."""
        os.chmod(path, mode)

    def set_time(self, path: str, changed_at: int) -> None:
        """Give a file its time of last change, in nanoseconds."""
        os.utime(path, ns=(changed_at, changed_at), follow_symlinks=False)


def not_written(label: str, fault: OSError) -> Fault:
    """Return what a person is told of a site that could not be written, without the path."""
    full = fault.errno in (errno.ENOSPC, errno.EDQUOT)
    why = "the disk is full" if full else (fault.strerror or "the disk failed").lower()
    return Fault(f"{label} could not be written: {why}; no half-written file was published")


_KINDS = {stat.S_IFREG: "file", stat.S_IFDIR: "folder", stat.S_IFLNK: "link"}


def _found(result: os.stat_result) -> Found:
    return Found(
        _KINDS.get(stat.S_IFMT(result.st_mode), "other"),
        result.st_size,
        result.st_mtime_ns,
        result.st_ino,
        result.st_dev,
        stat.S_IMODE(result.st_mode),
    )
