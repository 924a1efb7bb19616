"""A street map of no tiles at all, as small as its format allows."""

from __future__ import annotations

import struct

HEADER_LENGTH = 127


def a_street_map(
    *, version: int = 3, internal: int = 2, tiles: int = 2, kind: int = 1, rest: int = 40
) -> bytes:
    """Return a PMTiles file whose header says this; ``rest`` bytes follow it."""
    sections = struct.pack("<8Q", HEADER_LENGTH, 20, HEADER_LENGTH + 20, 20, 0, 0, 0, 0)
    head = b"PMTiles" + bytes([version]) + sections + bytes(24)
    head += bytes([1, internal, tiles, kind])
    return head.ljust(HEADER_LENGTH, b"\0") + bytes(rest)
