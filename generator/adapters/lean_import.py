"""Importing a library without the optional ones that it would drag in."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def absent(*names: str) -> Iterator[None]:
    """Let imports in the block find that these packages are not installed.

    What is loaded already stays. Python's import system promises that None in ``sys.modules`` means
    ModuleNotFoundError (language reference, 5.3.1). It means so to every thread: use this around a
    module's own imports, which are quick, and nowhere else.
    """
    hidden = [name for name in names if name not in sys.modules]
    for name in hidden:
        sys.modules[name] = None  # type: ignore[assignment]  # the typed form has no "absent"
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]
