"""Python's collector of cycles, at rest while somebody waits."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Look for no cycles within: what a build or a save makes is long needed, and holds none.

    The collector would go through all of it again and again, an eighth of the time that an edit
    takes. Worker processes have theirs: what a template leaves behind can be a cycle.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
