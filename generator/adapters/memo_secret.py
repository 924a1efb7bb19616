"""The key that a cache's values are signed with.

It counts only while its file has the mode 0400, which git does not keep: a key that came out of a
repository, with a cache that somebody else filled, is writable by its owner, and is replaced.
"""

from __future__ import annotations

import os
import secrets
import stat
from pathlib import Path

_KEY_BYTES = 32


def secret(path: Path) -> bytes:
    """Return the key in a file, made where there is none to be trusted; raise OSError."""
    known = _read(path)
    if known is not None:
        return known
    draft = path.with_name(f"key.{os.getpid()}.draft")
    draft.unlink(missing_ok=True)
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o400)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(secrets.token_bytes(_KEY_BYTES))
    draft.replace(path)
    # Two builds that both make one end up with the later: the other's entries are then dropped.
    return _read(path) or secrets.token_bytes(_KEY_BYTES)


def _read(path: Path) -> bytes | None:
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return None
    with os.fdopen(descriptor, "rb") as stream:
        result = os.fstat(descriptor)
        found = stream.read(_KEY_BYTES + 1)
    private = stat.S_ISREG(result.st_mode) and stat.S_IMODE(result.st_mode) == stat.S_IRUSR
    mine = result.st_uid == os.geteuid()
    return found if private and mine and len(found) == _KEY_BYTES else None
