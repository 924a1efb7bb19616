"""Many small values in few files: packs, each of them grown by one process and read by any.

A pack is two files. ``NAME.values`` has the values one after another; ``NAME.keys`` has a row for
each, which says where it lies. A value is written before its row, so that what a row leads to is
there, unless the machine lost its power; whoever reads finds out by the value's seal.
"""

from __future__ import annotations

import fcntl
import os
import secrets
import stat
import struct
import weakref
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import NamedTuple, Self

KEYS, VALUES, DRAFT = ".keys", ".values", ".draft"
NAME_BYTES = 32
_ROW = struct.Struct(f"<{NAME_BYTES}sQII")
_WEEK = struct.Struct("<I")
_SAFELY = os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


class Row(NamedTuple):
    """Where a value lies, and in which week it was last of use; ``number`` counts rows from 0.

    A tuple, since there are tens of thousands and a dataclass takes five times as long to make.
    """

    name: bytes
    offset: int
    length: int
    week: int
    number: int = -1


class Pack:
    """An open pack; made by ``Pack.new`` or ``Pack.open``. It closes when nobody holds it."""

    def __init__(self, keys: int, values: int) -> None:
        self._keys, self._values = keys, values
        self._rows = 0
        self.size = 0
        for descriptor in (keys, values):
            weakref.finalize(self, os.close, descriptor)

    @classmethod
    def new(cls, base: Path) -> Self:
        """Return a new pack that nobody else may merge into another; raise OSError."""
        made = cls._opened(base, os.O_RDWR | os.O_CREAT | os.O_EXCL)
        made.lock()
        return made

    @classmethod
    def open(cls, base: Path) -> Self:
        """Return a pack that is there; raise OSError where it is not, or is a link."""
        try:
            return cls._opened(base, os.O_RDWR)
        except PermissionError:
            return cls._opened(base, os.O_RDONLY)

    @classmethod
    def _opened(cls, base: Path, flags: int) -> Self:
        found = []
        with ExitStack() as undoing:
            for ending in (VALUES, KEYS):
                found.append(os.open(f"{base}{ending}", flags | _SAFELY, 0o600))
                undoing.callback(os.close, found[-1])
                if not stat.S_ISREG(os.fstat(found[-1]).st_mode):
                    raise OSError(f"{base}{ending} is no file")
            undoing.pop_all()
        values, keys = found
        return cls(keys, values)

    def lock(self) -> bool:
        """Keep others from merging the pack, as long as it is open; say whether that succeeded."""
        try:
            fcntl.flock(self._keys, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def rows(self, longest: int) -> Iterator[Row]:
        """Yield the rows whose value is there; one that is half written is none."""
        end = os.fstat(self._values).st_size
        table = os.pread(self._keys, os.fstat(self._keys).st_size, 0)
        whole = len(table) - len(table) % _ROW.size
        for number, (name, offset, length, week) in enumerate(_ROW.iter_unpack(table[:whole])):
            if length <= longest and offset + length <= end:
                yield Row(name, offset, length, week, number)

    def read(self, row: Row) -> bytes:
        """Return the value of a row, or as much of it as there is."""
        return os.pread(self._values, row.length, row.offset)

    def add(self, name: bytes, value: bytes, week: int) -> Row:
        """Write a value at the end; raise OSError where it does not fit. For new packs only."""
        row = Row(name, self.size, len(value), week, self._rows)
        _write(self._values, value, self.size)
        _write(self._keys, _packed(row), self._rows * _ROW.size)
        self.size += len(value)
        self._rows += 1
        return row

    def use(self, row: Row, week: int) -> Row:
        """Note that a value was of use; where that cannot be noted it is not."""
        with suppress(OSError):
            at = row.number * _ROW.size + _ROW.size - _WEEK.size
            os.pwrite(self._keys, _WEEK.pack(week), at)
        return row._replace(week=week)

    def forget(self, row: Row) -> None:
        """Drop a row whose value is damaged, or it would hide a whole one in another pack."""
        with suppress(OSError):
            os.pwrite(self._keys, bytes(NAME_BYTES), row.number * _ROW.size)


def new_base(folder: Path) -> Path:
    """Return the name of a pack that nobody else will think of."""
    return folder / secrets.token_hex(8)


def bases(folder: Path) -> list[Path]:
    """Return the packs in a folder, or nothing where there is no such folder."""
    with suppress(OSError):
        return sorted(path.with_suffix("") for path in folder.glob(f"*{KEYS}"))
    return []


def remove(base: Path) -> None:
    """Remove a pack; who has it open may go on."""
    for ending in (KEYS, VALUES):
        with suppress(OSError):
            Path(f"{base}{ending}").unlink()


def size_of(base: Path) -> int:
    """Return how much room a pack takes."""
    total = 0
    for ending in (KEYS, VALUES):
        with suppress(OSError):
            total += Path(f"{base}{ending}").lstat().st_size
    return total


def _packed(row: Row) -> bytes:
    return _ROW.pack(row.name, row.offset, row.length, row.week)


def _write(descriptor: int, content: bytes, at: int) -> None:
    written = os.pwrite(descriptor, content, at)
    if written != len(content):
        raise OSError("the disk is full")
