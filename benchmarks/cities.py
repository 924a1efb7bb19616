"""Cities of several sizes, built by Doorstep and laid out for its peers: made once and kept."""

from __future__ import annotations

import hashlib
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks.city.folder import city_of
from benchmarks.city.listings import listings
from benchmarks.city.timetable import TODAY
from benchmarks.measuring import Command, Stage, stages_of
from benchmarks.peers import lay_out_minisearch, lay_out_pagefind

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / ".doorstep" / "benchmarks"
_MADE_FROM = (
    "benchmarks/city",
    "benchmarks/peers",
    "benchmarks/peers.py",
    "content/images",
    "content/taxonomy.yaml",
)
_LOCK = "benchmarks/package-lock.json"


@dataclass(frozen=True, slots=True)
class City:
    """A city on disk: what is served of it, and how its last build went."""

    size: int
    folders: dict[str, Path]
    stages: tuple[Stage, ...]
    memory: int

    @property
    def row(self) -> str:
        """The build as a row of a Markdown table."""
        if not self.stages:
            return f"| {self.size:,} | before | – | – |"
        total = sum(stage.seconds for stage in self.stages)
        stages = ", ".join(f"{stage.name} {stage.seconds:.1f}" for stage in self.stages)
        return f"| {self.size:,} | {total:.0f} s | {stages} | {self.memory / 2**20:.0f} MB |"


def prepared(size: int, kept: Path = KEPT, *, whole: bool = True, again: bool = True) -> City:
    """Return a city with so many opportunities, built with the program as it is now.

    Records and peers are made again only where what they are made from has changed. The build is
    the whole command with nothing remembered, or of Explore alone where not ``whole``; where not
    ``again``, a city that was built before is taken as it is.
    """
    folder = kept / str(size)
    if not again and (folder / "site").is_dir():
        return City(size, _folders(folder), (), 0)
    stamp = folder / "made-from"
    origin = _origin()
    city = city_of(size)
    records = listings(city)
    if not stamp.is_file() or stamp.read_text("ascii") != origin:
        shutil.rmtree(folder, ignore_errors=True)
        city.write(folder / "content")
        lay_out_pagefind(folder / "pagefind-words", records)
        lay_out_minisearch(folder / "minisearch", records)
        stamp.write_text(origin, "ascii")
    for name in ("site", ".doorstep"):
        shutil.rmtree(folder / name, ignore_errors=True)
    command = ["generator", "build", "--today", TODAY.isoformat()]
    words = command if whole else ["benchmarks.explore_only", "."]
    stages, memory = stages_of(
        Command([sys.executable, "-m", *words], folder, {"PYTHONPATH": str(ROOT)})
    )
    shutil.rmtree(folder / "pagefind", ignore_errors=True)
    if whole:
        lay_out_pagefind(folder / "pagefind", records, folder / "site")
    return City(size, _folders(folder), stages, memory)


def _folders(folder: Path) -> dict[str, Path]:
    """Return what is served of a city: of one that was not built whole, not every peer."""
    served = {"": "site"} | {name: name for name in ("pagefind", "pagefind-words", "minisearch")}
    return {name: folder / held for name, held in served.items() if (folder / held).is_dir()}


def _origin() -> str:
    digest = hashlib.sha256()
    for name in (*_MADE_FROM, _LOCK):
        path = ROOT / name
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in files:
            if file.is_file() and "__pycache__" not in file.parts:
                digest.update(file.read_bytes())
    return digest.hexdigest()
