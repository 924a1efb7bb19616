"""Tiles from tilemaker's MBTiles to one PMTiles file (version 3), the same bytes every time."""

from __future__ import annotations

import gzip
import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from pmtiles.tile import Compression, TileType, zxy_to_tileid
from pmtiles.writer import write

from scripts.basemap.sea import Box

ATTRIBUTION = "© OpenStreetMap contributors"
DEGREE_SCALE = 10_000_000  # PMTiles writes degrees as whole numbers


@dataclass(frozen=True, slots=True)
class Packed:
    """What is in a packed file: how many tiles, and from which zoom to which."""

    tiles: int
    shallowest: int
    deepest: int


def pack(mbtiles: Path, target: Path, box: Box) -> Packed:
    """Write the tiles of ``mbtiles`` to ``target`` as PMTiles."""
    with closing(sqlite3.connect(mbtiles)) as database:
        rows = list(
            database.execute("SELECT zoom_level, tile_column, tile_row, tile_data FROM tiles")
        )
        [layers] = database.execute("SELECT value FROM metadata WHERE name = 'json'").fetchone()
    # MBTiles counts rows from the south, PMTiles from the north
    tiles = sorted((zxy_to_tileid(z, x, (1 << z) - 1 - y), data) for z, x, y, data in rows)
    zooms = [row[0] for row in rows]
    packed = Packed(len(tiles), min(zooms), max(zooms))
    with write(str(target)) as writer:
        for identifier, data in tiles:
            writer.write_tile(identifier, _pressed(data))
        writer.finalize(_header(box, packed), _metadata(json.loads(layers)))
    return packed


def _pressed(data: bytes) -> bytes:
    """Return a tile compressed as far as gzip goes, and without the time at which it was."""
    return gzip.compress(gzip.decompress(data), compresslevel=9, mtime=0)


def _header(box: Box, packed: Packed) -> dict[str, object]:
    return {
        "tile_type": TileType.MVT,
        "tile_compression": Compression.GZIP,
        "min_zoom": packed.shallowest,
        "max_zoom": packed.deepest,
        "min_lon_e7": round(box.west * DEGREE_SCALE),
        "min_lat_e7": round(box.south * DEGREE_SCALE),
        "max_lon_e7": round(box.east * DEGREE_SCALE),
        "max_lat_e7": round(box.north * DEGREE_SCALE),
        "center_zoom": packed.shallowest,
        "center_lon_e7": round((box.west + box.east) / 2 * DEGREE_SCALE),
        "center_lat_e7": round((box.south + box.north) / 2 * DEGREE_SCALE),
    }


def _metadata(layers: dict[str, object]) -> dict[str, object]:
    return {
        "name": "Doorstep basemap",
        "attribution": ATTRIBUTION,
        "type": "baselayer",
        "vector_layers": layers["vector_layers"],
    }
