"""Importing a library without what it would drag in and we have no use for."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec, module_from_spec


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


def bare_package(name: str) -> None:
    """Let a package's modules be imported without running its ``__init__``, which loads them all.

    For a package whose modules need nothing from it. What is loaded already stays as it is.
    """
    if name in sys.modules:
        return
    spec = find_spec(name)
    if spec is None:
        raise ModuleNotFoundError(f"No module named {name!r}", name=name)
    sys.modules[name] = module_from_spec(spec)
