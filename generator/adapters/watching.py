"""Noticing that an author has saved something."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from generator.adapters.noticing import notices

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

    Where the system tells of changes, ``told`` has them at once. It does not tell of what another
    machine writes on a network disk, so now and then there has to be a look all the same. Symbolic
    links are not followed, so a link to a folder above cannot loop. ``ignored`` are absolute paths
    that are passed over with all they hold, such as the site.
    """

    def __init__(self, folders: Sequence[Path], ignored: Sequence[Path] = ()) -> None:
        self._folders = [str(folder.absolute()) for folder in folders]
        self._ignored = frozenset(str(path.absolute()) for path in ignored)
        there = [folder for folder in self._folders if Path(folder).is_dir()]
        self.notices = notices(there, self._passed_over)
        self._known = self._look()
        self._locks = _git_locks(self._folders)

    def told(self) -> frozenset[str]:
        """Return the paths that the system has told of since the last time it was asked."""
        return frozenset() if self.notices is None else self.notices.read()

    def changed(self) -> bool:
        """Say whether anything has come, gone or changed since the last time it was asked."""
        before, self._known = self._known, self._look()
        return before != self._known

    def busy(self) -> bool:
        """Say whether git is at work on these files: its lock stands while it checks files out."""
        return any(lock.exists() for lock in self._locks)

    def seconds_to_look(self) -> float:
        """Return how long a look takes here, for choosing how often to look."""
        begun = time.monotonic()
        self._look()
        return time.monotonic() - begun

    def close(self) -> None:
        """Hear of nothing more."""
        if self.notices is not None:
            self.notices.close()

    def _passed_over(self, name_or_path: str) -> bool:
        return bool(_TEMPORARY.match(name_or_path)) or name_or_path in self._ignored

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
                if self._passed_over(item.name) or self._passed_over(item.path):
                    continue
                try:
                    what = item.stat(follow_symlinks=False)
                except OSError:
                    continue
                if item.is_dir(follow_symlinks=False):
                    waiting.append(item.path)
                else:
                    yield item.path, what


def _git_locks(folders: Sequence[str]) -> list[Path]:
    """Return where git's lock would be for each folder that lies in a working tree."""
    found = []
    for folder in map(Path, folders):
        tree = next((it for it in (folder, *folder.parents) if (it / ".git").exists()), None)
        if tree is None:
            continue
        git = tree / ".git"
        if git.is_file():  # of a linked working tree it holds one line: "gitdir: /elsewhere"
            with suppress(OSError, UnicodeDecodeError):
                git = tree / git.read_text("utf-8").removeprefix("gitdir:").strip()
        found.append(git / "index.lock")
    return found
