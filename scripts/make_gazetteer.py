"""Make generator/data/gazetteer.bin from OS Code-Point Open.

    python -m scripts.make_gazetteer POSTCODES.csv.gz [OUT]

The input has four columns and no heading: postcode, positional quality, easting, northing. The
same input gives the same bytes on any machine. docs/gazetteer.md describes what comes out.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from generator.adapters.gazetteer_file import (
    BLOCK,
    ENTRY,
    HEADER,
    MAGIC,
    STEPS_IN_A_DEGREE,
    UNIT,
    VERSION,
    Steps,
    unit_number,
)
from generator.rules import postcodes
from scripts.osgb import to_wgs84

OUT = Path("generator/data/gazetteer.bin")

# Code-Point Open's positional quality: 10, 20 and 30 are surveyed, 50 is estimated from the
# neighbours to 100 m. 60 is the middle of the whole sector, a median 564 m off, and 90 is unknown:
# such a postcode is kept as one that exists, so that nobody is told it is misspelt, without a pin.
WORST_QUALITY_PLACED = 50

MOST_LOW_BITS = 24

Units = Mapping[int, Steps | None]


def read_rows(path: Path) -> Iterator[tuple[str, Steps | None]]:
    """Yield each postcode in its normal spelling, with its steps where its place is known."""
    with gzip.open(path, "rt", encoding="ascii") as lines:
        for line in lines:
            text, quality, easting, northing = line.rstrip("\n").split(",")
            postcode = postcodes.normalise(text)
            if postcode is None:
                raise SystemExit(f"not a postcode: {text!r}")
            if int(quality) > WORST_QUALITY_PLACED:
                yield postcode, None
                continue
            latitude, longitude = to_wgs84(int(easting), int(northing))
            yield postcode, (_steps(latitude), _steps(longitude))


def encode(rows: Iterable[tuple[str, Steps | None]]) -> bytes:
    """Return the whole file for these postcodes, given in any order."""
    ordered = sorted(rows)
    index, blocks = [], []
    grouped = itertools.groupby(ordered, key=lambda row: postcodes.district(row[0]))
    districts = {
        name: {unit_number(postcodes.inward(postcode)): steps for postcode, steps in members}
        for name, members in grouped
    }
    offset = HEADER.size + len(districts) * ENTRY.size
    for name, units in districts.items():
        box = _box(units)
        block = encode_block(units, (box[0], box[1]))
        packed = name.ljust(4).encode("ascii")
        index.append(ENTRY.pack(packed, offset, len(block), zlib.crc32(block), len(units), *box))
        blocks.append(block)
        offset += len(block)
    entries = b"".join(index)
    header = HEADER.pack(MAGIC, VERSION, len(districts), zlib.crc32(entries))
    return header + entries + b"".join(blocks)


def encode_block(units: Units, corner: Steps) -> bytes:
    """Return one district's block: differences from unit to unit, each column with its own k."""
    placed = sorted((number, steps) for number, steps in units.items() if steps is not None)
    unplaced = sorted(number for number, steps in units.items() if steps is None)
    rows = []
    before, (north, east) = -1, corner
    for number, (to_north, to_east) in placed:
        rows.append((number - before - 1, _folded(to_north - north), _folded(to_east - east)))
        before, north, east = number, to_north, to_east
    columns = list(zip(*rows, strict=True)) or [(), (), ()]
    low_bits = [_best_low_bits(column) for column in columns]
    bits = "".join(
        _rice(number, low) for row in rows for number, low in zip(row, low_bits, strict=True)
    )
    bits += "0" * (-len(bits) % 8)
    codes = int(bits, 2).to_bytes(len(bits) // 8) if bits else b""
    head = BLOCK.pack(len(placed), len(unplaced), *low_bits)
    return head + b"".join(UNIT.pack(number) for number in unplaced) + codes


def _steps(degrees: float) -> int:
    return round(degrees * STEPS_IN_A_DEGREE)


def _box(units: Units) -> tuple[int, int, int, int]:
    """Return the box around the placed units; all zeros, off Africa, where none is placed."""
    placed = [steps for steps in units.values() if steps is not None] or [(0, 0)]
    norths, easts = zip(*placed, strict=True)
    return min(norths), min(easts), max(norths), max(easts)


def _folded(number: int) -> int:
    """Fold signed numbers onto 0, 1, 2 ...: 0, -1, 1, -2, 2."""
    return -2 * number - 1 if number < 0 else 2 * number


def _best_low_bits(column: Sequence[int]) -> int:
    return min(
        range(MOST_LOW_BITS),
        key=lambda low: sum((number >> low) + 1 + low for number in column),
    )


def _rice(number: int, low_bits: int) -> str:
    low = f"{number & ((1 << low_bits) - 1):0{low_bits}b}" if low_bits else ""
    return "1" * (number >> low_bits) + "0" + low


def main() -> None:
    """Read the arguments, write the file, say what it holds."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("postcodes", type=Path, help="gb_postcode_pq_e_n.csv.gz")
    parser.add_argument("out", type=Path, nargs="?", default=OUT)
    arguments = parser.parse_args()
    rows = list(read_rows(arguments.postcodes))
    content = encode(rows)
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    arguments.out.write_bytes(content)
    unplaced = sum(steps is None for _, steps in rows)
    print(f"{len(rows)} postcodes, {unplaced} of them without a place: {len(content)} bytes")


if __name__ == "__main__":
    main()
