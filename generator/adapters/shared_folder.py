"""A content folder that two processes see alike: one looks at it, and tells the other."""

from __future__ import annotations

from pathlib import Path

from generator.adapters.folder import DiskFolder
from generator.model.folder_entry import Changes, Entry

_FOLDER = "folder"
_NOTHING = Entry("", "nothing")


class SharedFolder:
    """Port Folder, as it was when it was last looked at, or told of.

    What is read is kept until it is taken for the other process. Reading the disk again there
    would read what has been saved since, and the two would not speak of one place.
    """

    def __init__(self, root: Path, label: str) -> None:
        self._disk = DiskFolder(root, label)
        self._root = str(root.absolute())
        self._entries: dict[str, Entry] = {}
        self._taken: dict[str, Entry] = {}
        self._contents: dict[str, bytes] = {}

    def look(self, paths: frozenset[str] | None = None) -> bool:
        """Look at the folder, or at these absolute paths in it; say whether anything has changed.

        Where one of them is a folder, all of it is looked at.
        """
        before = self._entries
        found = None if paths is None else self._alone(paths)
        now = self._disk.entries() if found is None else found.values()
        self._entries = {entry.path: self._kept(entry) for entry in now}
        for path in before.keys() & self._contents.keys():
            if self._entries.get(path) is not before[path]:
                del self._contents[path]
        return len(before) != len(self._entries) or any(
            entry is not known and _otherwise(known, entry)
            for entry, known in zip(
                self._entries.values(), map(before.get, self._entries), strict=True
            )
        )

    def _kept(self, entry: Entry) -> Entry:
        """Return the very entry that there was, where it is as it was."""
        known = self._entries.get(entry.path)
        if known is entry:
            return entry
        return known if known == entry and known.version == entry.version else entry

    def _alone(self, paths: frozenset[str]) -> dict[str, Entry] | None:
        """Return all entries, of which these are as they are now; None where that is not enough."""
        found = dict(self._entries)
        for path in paths:
            if not path.startswith(f"{self._root}/"):
                continue
            name = path[len(self._root) + 1 :]
            entry = self._disk.entry(name)
            gone = found.pop(name, None)
            if (entry or gone or _NOTHING).kind == _FOLDER:
                return None
            if entry is not None:
                found[name] = entry
        return dict(sorted(found.items()))

    def entries(self) -> tuple[Entry, ...]:
        """List everything below the folder, sorted by path, as of the last look."""
        return tuple(self._entries.values())

    def read(self, path: str, limit: int | None = None) -> bytes:
        """Return a file's bytes, at most ``limit`` of them; raise Fault where it cannot be read."""
        known = self._contents.get(path)
        if known is None:
            known = self._contents[path] = self._disk.read(path, limit)
        return known

    def take(self) -> Changes:
        """Return what has changed since this was last asked, and what was read meanwhile."""
        before, self._taken = self._taken, self._entries
        entries: dict[str, Entry | None] = {
            path: entry for path, entry in self._entries.items() if before.get(path) is not entry
        }
        entries |= dict.fromkeys(before.keys() - self._entries.keys())
        contents = self._contents
        self._contents = {}
        return Changes(entries, contents)

    def put(self, changes: Changes) -> None:
        """Take in what another process has taken."""
        entries = {**self._entries, **changes.entries}
        there = {path: entry for path, entry in entries.items() if entry is not None}
        self._entries = dict(sorted(there.items()))
        self._contents = dict(changes.contents)


def _otherwise(before: Entry | None, now: Entry) -> bool:
    """Say whether a file was changed: its version tells that, and sometimes when it was looked."""
    if before is None or (before.kind, before.size) != (now.kind, now.size):
        return True
    return before.version.split(" ")[:3] != now.version.split(" ")[:3]
