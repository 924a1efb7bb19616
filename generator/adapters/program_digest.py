"""What stands in a memo's keys for the program itself: all that its functions are made of.

A version number would not do. Whoever works on Doorstep would have to empty the cache after every
change to be sure that it is seen, and would forget; and a library is upgraded without a new version
of ours. Times of files would not do either: a build server installs everything anew each time.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from generator.model.digest import digest

READ = 256 * 1024
"""Of each file: all of it, but for the gazetteer. Of that it is the index, which has a check sum of
each part of the rest."""


def this_program(package: Path) -> str:
    """Return the digest of a package as this process runs it."""
    return program_digest(package, sys.path)


def program_digest(package: Path, search_path: Sequence[str]) -> str:
    """Return a digest of a package's files, of the libraries on a path, and of this Python.

    Every library that is installed counts, used or not: asking which are used takes longer than
    anything that is saved when another one changes.
    """
    libraries = sorted(set(_libraries(search_path)))
    return digest(sys.version, *libraries, "files", *_files(str(package)))


def _libraries(search_path: Iterable[str]) -> Iterator[str]:
    """Yield what is installed as its folders name it, such as ``nh3-0.3.1.dist-info``."""
    for folder in search_path:
        if os.path.isdir(folder):  # noqa: PTH112 - twice as quick without Path
            names = os.listdir(folder)  # noqa: PTH208 - as above
            yield from (name for name in names if name.endswith((".dist-info", ".egg-info")))


def _files(package: str) -> Iterator[str | bytes]:
    """Yield path and content of each file, in an order that no file system has a say in."""
    for folder, folders, names in os.walk(package):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            path = os.path.join(folder, name)  # noqa: PTH118 - as above
            yield os.path.relpath(path, package)
            # A fifth of what a buffered stream takes, for files of which there are hundreds.
            descriptor = os.open(path, os.O_RDONLY)
            try:
                yield os.read(descriptor, READ)
            finally:
                os.close(descriptor)
