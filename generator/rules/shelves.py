"""Cards on shelves: few small files, and each is found from the name of what is looked up.

A file for every record was rejected, because it would add half as many files again to a large site;
so was a single file, which somebody with three things on their list would load whole.
"""

from __future__ import annotations

FULL = 24
"""A shelf holds between half as many cards and so many, on average."""

_OFFSET, _PRIME, _WORD = 0x811C9DC5, 0x01000193, 0xFFFFFFFF


def shelf_count(cards: int) -> int:
    """Return how many shelves so many cards take: a power of two, so that it seldom changes."""
    shelves = 1
    while cards > shelves * FULL:
        shelves *= 2
    return shelves


def shelf_of(name: str, shelves: int) -> int:
    """Return the number of the shelf that a name stands on; ``saved_list.js`` does the same.

    By FNV-1a, 32 bits wide: it is a line in either language, and nobody gains by a clash.
    """
    mixed = _OFFSET
    for byte in name.encode():
        mixed = (mixed ^ byte) * _PRIME & _WORD
    return mixed % shelves
