"""How a memo's packs are kept few and small: the little ones become one, and what is old goes."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator.adapters.memo_packs import (
    KEYS,
    VALUES,
    Pack,
    bases,
    new_base,
    remove,
    size_of,
)

MOST_PACKS = 16
LITTLE = 4 * 1024 * 1024
_ROOM_LEFT = 0.8
_HOUR = 3_600.0


@dataclass(frozen=True, slots=True)
class Bounds:
    """How large the packs may become together, and what is to be believed in them."""

    limit: int
    longest: int
    """Of a value; what claims to be longer is not looked at."""
    week: int
    whole: Callable[[bytes, bytes], bool]
    """Says of a row's name and value whether they belong together."""


def merge(folder: Path, bounds: Bounds) -> None:
    """Merge packs where there are many; where they take too much room let the oldest values go.

    A pack that somebody writes to is left alone. Another build that reads a pack which is merged
    meanwhile has it open; one that comes too late to open it makes its values again.
    """
    _sweep(folder)
    sizes = {base: size_of(base) for base in bases(folder)}
    over = sum(sizes.values()) > bounds.limit
    if not over and len(sizes) <= MOST_PACKS:
        return
    chosen = [base for base, size in sizes.items() if over or size < LITTLE]
    opened = {base: pack for base in chosen if (pack := _locked(base)) is not None}
    others = sum(size for base, size in sizes.items() if base not in opened)
    room = bounds.limit * _ROOM_LEFT - others
    _copy(folder, list(opened.values()), room, bounds)
    for base in opened:
        remove(base)


def _locked(base: Path) -> Pack | None:
    with suppress(OSError):
        pack = Pack.open(base)
        return pack if pack.lock() else None
    return None


def _copy(folder: Path, packs: Sequence[Pack], room: float, bounds: Bounds) -> None:
    """Write the values that were of use last into one new pack, as many as there is room for."""
    # A week to come is a clock's mistake: nothing else would ever make such a value old.
    found = [
        (row if row.week <= bounds.week else row._replace(week=0), pack)
        for pack in packs
        for row in pack.rows(bounds.longest)
    ]
    found.sort(key=lambda each: -each[0].week)
    base = new_base(folder)
    made = Pack.new(base)
    seen: set[bytes] = set()
    for row, pack in found:
        if row.name in seen:
            continue
        value = pack.read(row)
        if not bounds.whole(row.name, value):
            continue
        if made.size + row.length > room:
            break
        seen.add(row.name)
        made.add(row.name, value, row.week)
    if not seen:
        remove(base)


def _sweep(folder: Path) -> None:
    """Remove values without keys: of a build that was killed before it wrote the first."""
    for path in folder.glob(f"*{VALUES}"):
        with suppress(OSError):
            forgotten = abs(time.time() - path.lstat().st_mtime) > _HOUR
            if forgotten and not path.with_suffix(KEYS).exists():
                path.unlink()
