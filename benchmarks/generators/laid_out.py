"""A city laid out for Doorstep and for its peers, side by side on one disk."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.city.folder import CityFiles, city_of
from benchmarks.generators import eleventy, hugo, mkdocs, ours, pelican
from benchmarks.generators.engine import Engine
from benchmarks.generators.substance import Entry, entries

PEERS = (hugo.NAME, eleventy.NAME, pelican.NAME, mkdocs.NAME)
_LAY_OUT: Mapping[str, Callable[[CityFiles, Path], None]] = {
    ours.NAME: ours.lay_out,
    hugo.NAME: hugo.lay_out,
    eleventy.NAME: eleventy.lay_out,
    pelican.NAME: pelican.lay_out,
    mkdocs.NAME: mkdocs.lay_out,
}


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A city, the pages that each generator is to make of it, and the generators."""

    city: CityFiles
    made: Sequence[Entry]
    engines: Mapping[str, Engine]


def laid_out(size: int, scratch: Path, names: Sequence[str], peers: Path) -> LaidOut:
    """Write a city for these generators; ``peers`` is the environment that has them."""
    city = city_of(size)
    engines = {}
    for name in names:
        folder = scratch / name.lower()
        _LAY_OUT[name](city, folder)
        engines[name] = _engine(name, folder, peers)
    return LaidOut(city, entries(city), engines)


def _engine(name: str, folder: Path, peers: Path) -> Engine:
    if name == ours.NAME:
        return ours.engine(folder)
    if name == eleventy.NAME:
        return eleventy.engine(folder)
    if not peers.is_dir():
        sys.exit(f"{name} is not installed in {peers}: `make bench` does that")
    of = {hugo.NAME: hugo.engine, pelican.NAME: pelican.engine, mkdocs.NAME: mkdocs.engine}
    return of[name](folder, peers)
