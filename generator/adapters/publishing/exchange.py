"""Exchanging two folders in one step, which Python's standard library cannot ask for."""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import sys
from collections.abc import Callable

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2
# renameat2's number where the C library has no name for it (musl before 1.2.6), by machine:
# each architecture's syscall table in the Linux source.
_RENAMEAT2 = {"x86_64": 316, "aarch64": 276, "riscv64": 276, "armv7l": 382, "i686": 353}

IMPOSSIBLE = frozenset({errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP})
"""What the system answers where this file system, or the system itself, has no exchange."""


def exchange(one: str, other: str) -> None:
    """Let two existing paths of one file system change places, with no moment in between.

    Raises OSError; an errno in IMPOSSIBLE says that it can never work here.
    """
    call = _call()
    if call is None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS), one, None, other)
    if call(os.fsencode(one), os.fsencode(other)) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), one, None, other)


def _call() -> Callable[[bytes, bytes], int] | None:
    """Return the system's own exchange of two paths, or None where there is none."""
    if sys.platform.startswith("linux"):
        library = ctypes.CDLL(None, use_errno=True)
        if hasattr(library, "renameat2"):
            return lambda one, other: int(
                library.renameat2(_AT_FDCWD, one, _AT_FDCWD, other, _RENAME_EXCHANGE)
            )
        number = _RENAMEAT2.get(platform.machine())
        if number is not None:
            return lambda one, other: int(
                library.syscall(number, _AT_FDCWD, one, _AT_FDCWD, other, _RENAME_EXCHANGE)
            )
    elif sys.platform == "darwin":
        library = ctypes.CDLL(None, use_errno=True)
        return lambda one, other: int(library.renamex_np(one, other, _RENAME_SWAP))
    return None
