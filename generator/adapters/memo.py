"""Results of pure functions, kept between builds in a folder beside the content.

Every value is bytes, never code, and is signed with a key that this folder alone has: what is
damaged, cut short, or was put there by somebody else (a pull request that brings a cache along) is
dropped as if it had never been. A file for each value was how it began: a thousand records make
five thousand values, and a file that is made, filled and renamed takes 1.4 ms where adding to one
takes a fiftieth.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import re
import shutil
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from generator.adapters.memo_merging import Bounds, merge
from generator.adapters.memo_packs import NAME_BYTES, Pack, Row, bases, new_base
from generator.adapters.memo_secret import secret

VERSION = 2
"""Of the packs' form. What they hold is versioned by its keys, which digest the program's."""

LIMIT = 512 * 1024 * 1024
_SEAL_BYTES = 32
_WEEK = 7 * 86_400.0
"""Once a week is enough to tell what is used from what is not."""
_DIGEST = re.compile(r"[0-9a-f]{16,128}")


class NullMemo:
    """Port Memo that remembers nothing."""

    def recall(self, key: str) -> bytes | None:  # noqa: ARG002 - the port's argument
        """Return None."""
        return None

    def remember(self, key: str, value: bytes) -> None:
        """Forget it."""

    def tidy(self) -> None:
        """There is nothing to tidy."""


class FolderMemo:
    """Port Memo in a folder such as ``.doorstep``; made by ``open_memo``.

    Two builds may share it, and so may forked processes: each writes to a pack of its own. What
    others remember after the first question is seen by the next memo that is opened. Picklable.
    """

    def __init__(
        self, folder: Path, key: bytes, limit: int, clock: Callable[[], float] = time.time
    ) -> None:
        self._given = (folder, key, limit, clock)
        self._folder = folder / f"memo-{VERSION}"
        self._secret = key
        self._limit = limit
        self._longest = limit // 8
        self._week = max(0, int(clock() / _WEEK))
        self._found: dict[bytes, tuple[Pack, Row]] | None = None
        self._own: Pack | None = None
        self._process = 0

    def __reduce__(self) -> tuple[type[FolderMemo], tuple[object, ...]]:
        return FolderMemo, self._given

    def recall(self, key: str) -> bytes | None:
        """Return what was remembered under the digest, or None."""
        name = _name(key)
        known = self._known()
        if name not in known:
            return None
        pack, row = known[name]
        content = pack.read(row)
        value = content[_SEAL_BYTES:]
        if not self._whole(name, content):
            del known[name]
            pack.forget(row)
            return None
        if row.week != self._week:
            known[name] = pack, pack.use(row, self._week)
        return value

    def remember(self, key: str, value: bytes) -> None:
        """Keep a value under the digest; where that fails, it is as if it had not been asked."""
        name = _name(key)
        known = self._known()
        if name in known or len(value) + _SEAL_BYTES > self._longest:
            return
        with suppress(OSError):
            own = self._writable()
            if own.size + len(value) <= self._limit:
                # Not flushed: after a loss of power the seal tells a torn value from a whole one.
                known[name] = own, own.add(name, self._seal(name, value) + value, self._week)

    def tidy(self) -> None:
        """Keep the packs few, and let what was not used for longest go until they fit.

        Worth it after a build.
        """
        self._found = self._own = None
        with suppress(OSError):
            for other in self._folder.parent.glob("memo-*"):
                if other != self._folder and not other.is_symlink():
                    shutil.rmtree(other, ignore_errors=True)
            merge(self._folder, Bounds(self._limit, self._longest, self._week, self._whole))

    def _known(self) -> dict[bytes, tuple[Pack, Row]]:
        if self._found is None:
            self._found = {}
            for base in bases(self._folder):
                with suppress(OSError):
                    pack = Pack.open(base)
                    self._found.update((row.name, (pack, row)) for row in pack.rows(self._longest))
        return self._found

    def _writable(self) -> Pack:
        """Return this process's own pack: a fork's would be written to from two sides."""
        if self._own is None or self._process != os.getpid():
            self._process = os.getpid()
            self._folder.mkdir(parents=True, exist_ok=True)
            self._own = Pack.new(new_base(self._folder))
        return self._own

    def _whole(self, name: bytes, content: bytes) -> bool:
        seal = self._seal(name, content[_SEAL_BYTES:])
        return hmac.compare_digest(content[:_SEAL_BYTES], seal)

    def _seal(self, name: bytes, value: bytes) -> bytes:
        seal = hashlib.blake2b(name, key=self._secret, digest_size=_SEAL_BYTES)
        seal.update(value)
        return seal.digest()


def open_memo(folder: Path, limit: int = LIMIT) -> FolderMemo | NullMemo:
    """Return the memo in a folder, made where it is missing; a NullMemo where it cannot be."""
    try:
        if folder.is_symlink():
            return NullMemo()
        folder.mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError), (folder / ".gitignore").open("x") as stream:
            stream.write("*\n")
        return FolderMemo(folder, secret(folder / "key"), limit)
    except OSError:
        return NullMemo()


def _name(key: str) -> bytes:
    if not _DIGEST.fullmatch(key):
        raise ValueError(f"not a digest: {key!r}")
    return hashlib.blake2b(key.encode(), digest_size=NAME_BYTES).digest()
