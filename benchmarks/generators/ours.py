"""A city as a folder of Doorstep's, built with the program as it is now."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from benchmarks.city.folder import CityFiles
from benchmarks.city.timetable import TODAY
from benchmarks.generators.engine import Engine

NAME = "Doorstep"
ROOT = Path(__file__).resolve().parents[2]
_DAY = ("--today", TODAY.isoformat())


def lay_out(city: CityFiles, folder: Path) -> None:
    """Write the records into a folder that is made afresh."""
    shutil.rmtree(folder, ignore_errors=True)
    city.write(folder / "content")


def engine(folder: Path) -> Engine:
    """Return what builds the site in ``folder``."""
    return Engine(
        name=NAME,
        folder=folder,
        command=(sys.executable, "-m", "generator", "build", *_DAY),
        output="site",
        records="content/opportunities",
        kept=(".doorstep",),
        server=(sys.executable, "-m", "generator", "serve", *_DAY),
        environment={"PYTHONPATH": str(ROOT)},
    )
