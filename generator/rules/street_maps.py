"""basemap.pmtiles: whether it is what a browser can draw streets from.

The fixed header of PMTiles version 3, as its specification lays it out
(github.com/protomaps/PMTiles, spec/v3/spec.md): little-endian, 127 bytes.
"""

from __future__ import annotations

import hashlib
import struct

from generator.model.problem import Mark, Problem, error
from generator.model.source import DataFile
from generator.model.street_map import StreetMap

LARGEST_STREET_MAP = 64 * 1024 * 1024
"""Bytes. A city in full detail takes a few; beyond this it is a country's, or a mistake."""

MAGIC = b"PMTiles"
VERSION = 3
HEADER_LENGTH = 127
VECTOR_TILES = 1
READABLE = (1, 2)  # not compressed, and gzip: what the browser's library can undo
DIGEST_DIGITS = 8

_SECTIONS = struct.Struct("<8Q")  # offset and length of root, metadata, leaves and tiles


def read_street_map(file: DataFile | None) -> tuple[StreetMap | None, tuple[Problem, ...]]:
    """Return the street map, at an address that changes with its bytes; None where it is none."""
    if file is None:
        return None, ()
    if fault := _fault(file.content):
        return None, (error("invalid-basemap", Mark(file.path), fault),)
    digits = hashlib.sha256(file.content).hexdigest()[:DIGEST_DIGITS]
    return StreetMap(file.content, f"assets/basemap/basemap-{digits}.pmtiles"), ()


def _fault(content: bytes) -> str:
    if len(content) > LARGEST_STREET_MAP:
        return f"more than {LARGEST_STREET_MAP} bytes; cut it to the place's bounds, or to zoom 14"
    if not content.startswith(MAGIC):
        return "this is not a PMTiles file"
    if len(content) < HEADER_LENGTH:
        return "the file ends within its header; copy it again"
    if content[7] != VERSION:
        return f"PMTiles version {content[7]}; expected 3: `pmtiles convert` makes one"
    numbers = _SECTIONS.unpack_from(content, 8)
    ends = [offset + length for offset, length in zip(numbers[::2], numbers[1::2], strict=True)]
    if max(ends) > len(content):
        return f"{len(content)} bytes of {max(ends)}; copy it again"
    return _wrong_kind(internal=content[97], tiles=content[98], kind=content[99])


def _wrong_kind(*, internal: int, tiles: int, kind: int) -> str:
    if kind != VECTOR_TILES:
        return "its tiles are pictures; expected vector tiles (MVT)"
    if internal not in READABLE or tiles not in READABLE:
        return "it is compressed in a way that browsers cannot undo; expected gzip"
    return ""
