"""Noticing that an author has saved something."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

_State = dict[str, tuple[int, int, int]]

# What editors write beside a file while they save it: vim, emacs, JetBrains, LibreOffice and
# Microsoft Office, Kate, gedit, browsers, and what file managers leave behind.
_TEMPORARY = re.compile(
    r"\.|.*~$|#.*#$|~\$|4913$|.*\.(?:swp|swx|tmp|bak|orig|part|crdownload)$|.*___jb_(?:tmp|old)___$"
    r"|.*\.sb-\w+-\w+$|(?:desktop\.ini|thumbs\.db)$",
    re.IGNORECASE,
)


class Watch:
    """The files below some folders, compared with how they were when last looked at.

    Polled: asking the system to tell of changes needs a library per system and misses changes on
    network disks. Symbolic links are not followed, so a link to a folder above cannot loop.
    ``ignored`` are absolute paths that are passed over with all they hold, such as the site.
    """

    def __init__(self, folders: Sequence[Path], ignored: Sequence[Path] = ()) -> None:
        self._folders = [str(folder.absolute()) for folder in folders]
        self._ignored = frozenset(str(path.absolute()) for path in ignored)
        self._known = self._look()

    def changed(self) -> bool:
        """Say whether anything has come, gone or changed since the last time it was asked."""
        before, self._known = self._known, self._look()
        return before != self._known

    def seconds_to_look(self) -> float:
        """Return how long a look takes here, for choosing how often to look."""
        begun = time.monotonic()
        self._look()
        return time.monotonic() - begun

    def _look(self) -> _State:
        return {
            path: (what.st_mtime_ns, what.st_size, what.st_ino)
            for folder in self._folders
            for path, what in self._files(folder)
        }

    def _files(self, folder: str) -> Iterator[tuple[str, os.stat_result]]:
        waiting = [folder]
        while waiting:
            try:
                with os.scandir(waiting.pop()) as listing:
                    items = list(listing)
            except OSError:
                continue  # it went away, or is not there yet
            for item in items:
                if _TEMPORARY.match(item.name) or item.path in self._ignored:
                    continue
                try:
                    what = item.stat(follow_symlinks=False)
                except OSError:
                    continue
                if item.is_dir(follow_symlinks=False):
                    waiting.append(item.path)
                else:
                    yield item.path, what
