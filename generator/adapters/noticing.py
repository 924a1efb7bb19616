"""What the system itself tells of changed files, which Linux does (inotify) at once.

Called through the C library: a package for it would be one more to trust and to keep, for three
calls. Where there is none of it, or no more of it to be had, whoever waits has to look.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

_HEAD = struct.Struct("iIII")
_MODIFY, _CLOSED, _CAME, _LEFT = 0x2, 0x8, 0x80 | 0x100, 0x40 | 0x200
_OVERFLOW, _FOLDER, _ONLY_FOLDERS, _NO_LINKS = 0x4000, 0x40000000, 0x01000000, 0x02000000
_ALL = _MODIFY | _CLOSED | _CAME | _LEFT | _ONLY_FOLDERS | _NO_LINKS
_AT_ONCE = 64 * 1024


class Notices:
    """Changes below some folders.

    ``passed_over`` says of a name or an absolute path that it is of no interest, nor what is below.
    """

    def __init__(
        self, folders: Sequence[str], passed_over: Callable[[str], bool], library: ctypes.CDLL
    ) -> None:
        self._library = library
        self._folders = tuple(folders)
        self._passed_over = passed_over
        self._watched: dict[int, str] = {}
        self.descriptor = library.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
        if self.descriptor < 0:
            raise OSError(ctypes.get_errno(), "the system tells of no changes")
        try:
            for folder in folders:
                self._watch(folder)
        except OSError:
            self.close()
            raise

    def read(self) -> frozenset[str]:
        """Take what has been told since: the paths of interest, a whole folder's where it is new.

        Where more was told than the system could hold, all folders.
        """
        told: set[str] = set()
        while True:
            try:
                data = os.read(self.descriptor, _AT_ONCE)
            except BlockingIOError:
                return frozenset(told)
            for folder, mask, name in _events(data):
                told.update(self._take(folder, mask, name))

    def close(self) -> None:
        """Ask for no more."""
        os.close(self.descriptor)

    def _take(self, folder: int, mask: int, name: str) -> Iterator[str]:
        if mask & _OVERFLOW:
            yield from self._folders
        if not name or folder not in self._watched:
            return
        path = f"{self._watched[folder]}/{name}"
        if self._passed_over(name) or self._passed_over(path):
            return
        if mask & _FOLDER and mask & _CAME:
            with suppress(OSError):  # it may be gone again; that is told as well
                self._watch(path)
        yield path

    def _watch(self, folder: str) -> None:
        """Watch a folder and those in it: before they are listed, so that none slips through."""
        number = self._library.inotify_add_watch(self.descriptor, os.fsencode(folder), _ALL)
        if number < 0:
            fault = ctypes.get_errno()
            raise OSError(fault, os.strerror(fault), folder)
        self._watched[number] = folder
        with os.scandir(folder) as listing:
            below = [item.path for item in listing if item.is_dir(follow_symlinks=False)]
        for path in below:
            if not (self._passed_over(Path(path).name) or self._passed_over(path)):
                self._watch(path)


def notices(folders: Sequence[str], passed_over: Callable[[str], bool]) -> Notices | None:
    """Return what the system tells of these folders, or None where it does not."""
    if not sys.platform.startswith("linux"):
        return None
    with suppress(OSError, AttributeError):
        return Notices(folders, passed_over, ctypes.CDLL(None, use_errno=True))
    return None


def _events(data: bytes) -> Iterator[tuple[int, int, str]]:
    begin = 0
    while begin < len(data):
        folder, mask, _, length = _HEAD.unpack_from(data, begin)
        begin += _HEAD.size
        name = data[begin : begin + length].rstrip(b"\0")
        begin += length
        yield folder, mask, os.fsdecode(name)
