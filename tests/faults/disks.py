"""A disk that fails, or takes the process with it, at one chosen operation."""

from __future__ import annotations

import errno
import os
import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from generator.adapters.publishing.disk import Disk, Found

CHANGING = frozenset(
    {
        "create",
        "flush",
        "flush_everything",
        "link",
        "rename",
        "exchange",
        "remove",
        "make_folder",
        "remove_folder",
        "set_mode",
        "set_time",
    }
)
READING = frozenset({"look", "walk", "read"})


@dataclass
class FaultyDisk(Disk):
    """Counts operations of ``kinds`` and lets ``fault`` happen at number ``at`` (from 1).

    A ``create`` leaves half of its bytes behind first, as a full disk or a kill would.
    """

    at: int = 0
    fault: Callable[[], None] = field(default=lambda: None)
    kinds: frozenset[str] = CHANGING
    lasting: bool = False
    count: int = 0
    names: list[str] = field(default_factory=list)

    def _hit(self, name: str) -> bool:
        if name not in self.kinds:
            return False
        self.count += 1
        self.names.append(name)
        return self.count == self.at or (self.lasting and 0 < self.at < self.count)

    def _before(self, name: str) -> None:
        if self._hit(name):
            self.fault()

    def look(self, path: str) -> Found | None:
        self._before("look")
        return super().look(path)

    def walk(self, root: str) -> Iterator[tuple[str, Found]]:
        self._before("walk")
        return super().walk(root)

    def read(self, path: str) -> bytes:
        self._before("read")
        return super().read(path)

    def create(self, path: str, content: bytes) -> None:
        if self._hit("create"):
            super().create(path, content[: len(content) // 2])
            self.fault()
        super().create(path, content)

    def flush(self, path: str) -> None:
        self._before("flush")
        super().flush(path)

    def flush_everything(self, path: str) -> bool:
        self._before("flush_everything")
        return super().flush_everything(path)

    def link(self, path: str, name: str) -> None:
        self._before("link")
        super().link(path, name)

    def rename(self, path: str, name: str) -> None:
        self._before("rename")
        super().rename(path, name)

    def exchange(self, path: str, other: str) -> None:
        self._before("exchange")
        super().exchange(path, other)

    def remove(self, path: str) -> None:
        self._before("remove")
        super().remove(path)

    def make_folder(self, path: str, mode: int = 0o777) -> None:
        self._before("make_folder")
        super().make_folder(path, mode)

    def remove_folder(self, path: str) -> None:
        self._before("remove_folder")
        super().remove_folder(path)

    def set_mode(self, path: str, mode: int) -> None:
        self._before("set_mode")
        super().set_mode(path, mode)

    def set_time(self, path: str, changed_at: int) -> None:
        self._before("set_time")
        super().set_time(path, changed_at)


class NoExchange(FaultyDisk):
    """A file system without an exchange of folders."""

    def exchange(self, path: str, other: str) -> None:
        self._before("exchange")
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), path, None, other)


class NotMovable(FaultyDisk):
    """A published folder that cannot be moved, as a mount point."""

    def exchange(self, path: str, other: str) -> None:
        self._before("exchange")
        raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), path, None, other)


class NoLinks(FaultyDisk):
    """A file system without hard links."""

    def link(self, path: str, name: str) -> None:
        self._before("link")
        raise OSError(errno.EPERM, os.strerror(errno.EPERM), path, None, name)


def failing(number: int) -> Callable[[], None]:
    """Return a fault that is this errno."""

    def fail() -> None:
        raise OSError(number, os.strerror(number))

    return fail


def killed() -> None:
    """End the process as kill -9 does: no handler runs, nothing is flushed."""
    os.kill(os.getpid(), signal.SIGKILL)
