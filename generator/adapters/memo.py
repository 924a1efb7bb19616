"""Results of pure functions, kept between builds in a folder beside the content.

Every entry is bytes, never code, and is signed with a key that this folder alone has: an entry that
is damaged, cut short, or was put there by somebody else (a pull request that brings a cache along)
is dropped as if it had never been. The key counts only while its file has the mode 0400, which git
does not keep: a key that came out of a repository is writable by its owner, and is replaced.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import re
import secrets
import shutil
import stat
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

VERSION = 1
"""Of the entries' form. What they hold is versioned by their keys, which digest the program's."""

LIMIT = 512 * 1024 * 1024
_KEY_BYTES = 32
_SEAL_BYTES = 32
_DAY = 86_400.0
_HOUR = 3_600.0
_ROOM_LEFT = 0.8
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

    Two builds may share it: an entry appears whole under its name or not at all, and equal keys
    have equal values. Picklable, so that workers may have it too.
    """

    def __init__(self, folder: Path, secret: bytes, limit: int) -> None:
        self._entries = folder / f"memo-{VERSION}"
        self._secret = secret
        self._limit = limit

    def recall(self, key: str) -> bytes | None:
        """Return what was remembered under the digest, or None."""
        path = self._path(key)
        try:
            descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        except OSError:
            return None
        try:
            with os.fdopen(descriptor, "rb") as stream:
                age = time.time() - os.fstat(descriptor).st_mtime
                content = stream.read(self._limit + 1)
        except OSError:
            return None
        seal, value = content[:_SEAL_BYTES], content[_SEAL_BYTES:]
        if not hmac.compare_digest(seal, self._seal(key, value)):
            with suppress(OSError):
                path.unlink()
            return None
        if not 0 <= age < _DAY:  # once a day is enough to tell what is used from what is not
            with suppress(OSError):
                os.utime(path)
        return value

    def remember(self, key: str, value: bytes) -> None:
        """Keep a value under the digest; where that fails, it is as if it had not been asked."""
        if len(value) > self._limit // 8:
            return
        path = self._path(key)
        draft = path.with_name(f"{path.name}.{os.getpid()}.draft")
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                # Not flushed: after a loss of power the seal tells a torn entry from a whole one.
                with draft.open("xb") as stream:
                    stream.write(self._seal(key, value) + value)
                draft.replace(path)
            except OSError:
                draft.unlink(missing_ok=True)

    def tidy(self) -> None:
        """Let the entries that were not used for longest go until they fit; worth it after a build.

        Entries dated in the future (by a clock that was wrong) go first: nothing else would ever
        make them old.
        """
        with suppress(OSError):
            for other in self._entries.parent.glob("memo-*"):
                if other != self._entries and not other.is_symlink():
                    shutil.rmtree(other, ignore_errors=True)
            now = time.time()
            found = sorted(self._found(now))
            total = sum(size for _, size, _ in found)
            if total <= self._limit:
                return
            for _, size, path in found:
                Path(path).unlink(missing_ok=True)
                total -= size
                if total <= self._limit * _ROOM_LEFT:
                    break

    def _found(self, now: float) -> Iterator[tuple[float, int, str]]:
        """Yield (last used, size, path) of each entry; drafts of dead builds are removed."""
        with os.scandir(self._entries) as shelves:
            folders = [shelf.path for shelf in shelves if shelf.is_dir(follow_symlinks=False)]
        for folder in folders:
            with os.scandir(folder) as entries:
                for entry in entries:
                    result = entry.stat(follow_symlinks=False)
                    if entry.name.endswith(".draft") and abs(now - result.st_mtime) > _HOUR:
                        Path(entry.path).unlink(missing_ok=True)
                    else:
                        used = result.st_mtime if result.st_mtime <= now + _DAY else 0.0
                        yield used, result.st_size, entry.path

    def _path(self, key: str) -> Path:
        if not _DIGEST.fullmatch(key):
            raise ValueError(f"not a digest: {key!r}")
        return self._entries / key[:2] / key[2:]

    def _seal(self, key: str, value: bytes) -> bytes:
        seal = hashlib.blake2b(key=self._secret, digest_size=_SEAL_BYTES)
        seal.update(b"%d:%s:" % (len(key), key.encode()))
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
        return FolderMemo(folder, _secret(folder / "key"), limit)
    except OSError:
        return NullMemo()


def _secret(path: Path) -> bytes:
    known = _read_secret(path)
    if known is not None:
        return known
    draft = path.with_name(f"key.{os.getpid()}.draft")
    draft.unlink(missing_ok=True)
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o400)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(secrets.token_bytes(_KEY_BYTES))
    draft.replace(path)
    # Two builds that both make one end up with the later: the other's entries are then dropped.
    return _read_secret(path) or secrets.token_bytes(_KEY_BYTES)


def _read_secret(path: Path) -> bytes | None:
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return None
    with os.fdopen(descriptor, "rb") as stream:
        result = os.fstat(descriptor)
        secret = stream.read(_KEY_BYTES + 1)
    private = stat.S_ISREG(result.st_mode) and stat.S_IMODE(result.st_mode) == stat.S_IRUSR
    mine = result.st_uid == os.geteuid()
    return secret if private and mine and len(secret) == _KEY_BYTES else None
