"""One build at a time per output folder."""

from __future__ import annotations

import errno
import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from generator.model.fault import Fault, Refused

_PAUSE = 0.05


@contextmanager
def locked(
    path: str,
    label: str,
    patience: float,
    clock: Callable[[], float] = time.monotonic,
    pause: Callable[[float], None] = time.sleep,
) -> Iterator[None]:
    """Hold the lock file at ``path``; after ``patience`` seconds raise Refused, naming the holder.

    The lock is the kernel's (flock), so it ends with its process however that dies and a stale
    file means nothing. A file that merely exists was rejected: deciding whether the process
    that it names still lives is a guess, and taking it over a race.
    """
    until = clock() + patience
    while (descriptor := _try(path, label)) is None:
        if clock() >= until:
            raise Refused(
                f"{label}: {_holder(path)} is publishing there; try again when it is done"
            )
        pause(_PAUSE)
    try:
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, b"%d\n" % os.getpid(), 0)
        yield
    finally:
        os.close(descriptor)


def _try(path: str, label: str) -> int | None:
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        # The holder may have removed the file (publishing in place does): a lock on a file that
        # nobody else can open any more excludes nobody.
        if os.fstat(descriptor).st_ino == os.stat(path, follow_symlinks=False).st_ino:
            return descriptor
    except FileNotFoundError:
        pass
    except OSError as fault:
        if fault.errno not in (errno.EWOULDBLOCK, errno.EACCES):
            os.close(descriptor)
            raise Fault(f"{label}: this disk cannot lock files ({fault.strerror})") from fault
    os.close(descriptor)
    return None


def _holder(path: str) -> str:
    """Name the process that holds the lock, as far as its file says."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    except OSError:
        return "another build"
    try:
        number = os.pread(descriptor, 20, 0).strip()
    finally:
        os.close(descriptor)
    return f"another build (process {number.decode()})" if number.isdigit() else "another build"
