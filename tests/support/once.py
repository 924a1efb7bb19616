"""Make a folder once for a whole run of the tests, however many processes share the run."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from filelock import FileLock


class Temporary(Protocol):
    """The part of pytest's ``tmp_path_factory`` that tells where a process has its folders."""

    def getbasetemp(self) -> Path: ...


def made_once(factory: Temporary, name: str, make: Callable[[Path], object]) -> Path:
    """Return the run's folder of this name, filled by ``make``. Look, do not touch.

    Whichever process asks first makes it, and the others wait. Where making it fails, it fails for
    each that asks, since each begins anew.
    """
    run = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:  # whose own folder stands in that of the run
        run = run.parent
    folder, whole = run / name, run / f"{name}.whole"
    with FileLock(run / f"{name}.lock"):
        if not whole.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            make(folder)
            whole.touch()
    return folder
