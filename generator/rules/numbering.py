"""Small whole numbers for ids, the same from build to build without remembering anything.

Why not ranks, a committed file or the last build's numbers: docs/decisions/0008-record-numbers.md.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

SMALLEST_TABLE = 64
HASH_BITS = 64


def numbered(ids: Iterable[str]) -> dict[str, int]:
    """Return a number for each id, in ascending order of number.

    An id's number is its hash scaled to a table of twice to four times as many places as there are
    ids; where two fall on one place the later in order of hash moves up to the next free one. So
    adding or removing an id moves only the run of neighbours that it touches, one or two on
    average, and everything moves only when the count passes a power of two.
    """
    hashed = sorted((_hash(identifier), identifier) for identifier in set(ids))
    bits = (table_size(len(hashed)) - 1).bit_length()
    numbers: dict[str, int] = {}
    last = -1
    for digest, identifier in hashed:
        # the top bits, so that order of hash is order of number and a doubled table keeps the order
        last = max(digest >> (HASH_BITS - bits), last + 1)
        numbers[identifier] = last
    return numbers


def table_size(count: int) -> int:
    """Return the number of places for so many ids: a power of two, at least twice the count."""
    size = SMALLEST_TABLE
    while size < 2 * count:
        size *= 2
    return size


def _hash(identifier: str) -> int:
    return int.from_bytes(hashlib.sha256(identifier.encode()).digest()[: HASH_BITS // 8], "big")
