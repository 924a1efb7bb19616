"""The file of every postcode in Great Britain: what it looks like and how it is read.

docs/gazetteer.md describes the format; scripts/make_gazetteer.py writes it. One district is one
block of Rice codes (R. F. Rice, 1979): 5.6 MB for 1.7 million postcodes, of which one answer reads
the index and some two kilobytes. zlib over the same columns came out as large, reads no faster, and
gives other bytes with another zlib.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.model.fault import Fault
from generator.model.location import Bounds, Location

MAGIC = b"DOORSTEP-PC\n"
VERSION = 1
UNIT_LETTERS = "ABDEFGHJLNPQRSTUWXYZ"
STEPS_IN_A_DEGREE = 100_000
"""Positions are whole steps of 0.00001 degrees: a metre, where a postcode's middle is 50 m off."""

HEADER = struct.Struct("<12sHII")
"""Magic, version, number of districts, check sum of the index."""
ENTRY = struct.Struct("<4sIIIHxxiiii")
"""District, offset and length and check sum of its block, postcodes, box S W N E in steps."""
BLOCK = struct.Struct("<HHBBB")
"""Placed postcodes, known ones without a place, Rice parameters of gap, latitude and longitude."""
UNIT = struct.Struct("<H")

Steps = tuple[int, int]


@dataclass(frozen=True, slots=True)
class District:
    """One entry of the index: where a district's block stands and what box its postcodes fill."""

    name: str
    offset: int
    length: int
    check: int
    count: int
    box: tuple[int, int, int, int]


def unit_number(inward: str) -> int:
    """Return the number of an inward code: ``0AA`` is 0, ``9ZZ`` 3999."""
    first, second = UNIT_LETTERS.index(inward[1]), UNIT_LETTERS.index(inward[2])
    return int(inward[0]) * 400 + first * 20 + second


def inward_code(number: int) -> str:
    """Return the inward code that has this number."""
    return f"{number // 400}{UNIT_LETTERS[number // 20 % 20]}{UNIT_LETTERS[number % 20]}"


class DamagedGazetteer(Fault):
    """The file is not what was installed."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"the gazetteer {path.name} is damaged ({reason}): reinstall Doorstep")


class GazetteerFile:
    """The opened file. Nothing is read before the first question, and little at a time.

    Postcodes are in their normal spelling here: ``NP20 1PA``.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._index: dict[str, District] | None = None
        self._blocks: dict[str, Mapping[int, Steps | None]] = {}

    def knows(self, postcode: str) -> bool:
        """Say whether the postcode exists, even where nobody has said where it is."""
        return unit_number(postcode[-3:]) in self._units(postcode[:-4])

    def locate(self, postcode: str) -> Location | None:
        """Return the middle of the postcode, or None where it is unknown."""
        steps = self._units(postcode[:-4]).get(unit_number(postcode[-3:]))
        return _location(steps) if steps else None

    def within(self, bounds: Bounds) -> Iterable[tuple[str, Location]]:
        """Yield the postcodes in the box, in postcode order."""
        for district in self._districts().values():
            south, west, north, east = (step / STEPS_IN_A_DEGREE for step in district.box)
            if north < bounds.south or bounds.north < south:
                continue
            if east < bounds.west or bounds.east < west:
                continue
            for number, steps in self._units(district.name).items():
                if steps is not None and bounds.contains(location := _location(steps)):
                    yield f"{district.name} {inward_code(number)}", location

    def _units(self, name: str) -> Mapping[int, Steps | None]:
        district = self._districts().get(name)
        if district is None:
            return {}
        if name not in self._blocks:
            self._blocks[name] = self._read_block(district)
        return self._blocks[name]

    def _districts(self) -> Mapping[str, District]:
        if self._index is None:
            self._index = self._read_index()
        return self._index

    def _read_index(self) -> dict[str, District]:
        head = self._read(0, HEADER.size)
        magic, version, count, check = HEADER.unpack(head)
        if magic != MAGIC:
            raise DamagedGazetteer(self._path, "it does not begin like one")
        if version != VERSION:
            raise Fault(
                f"the gazetteer {self._path.name} has format {version}, this Doorstep reads "
                f"{VERSION}: reinstall Doorstep"
            )
        index = self._read(HEADER.size, count * ENTRY.size)
        if zlib.crc32(index) != check:
            raise DamagedGazetteer(self._path, "its index has changed")
        return {
            name: District(name, offset, length, block_check, units, tuple(box))
            for packed, offset, length, block_check, units, *box in ENTRY.iter_unpack(index)
            if (name := packed.decode("ascii").rstrip())
        }

    def _read_block(self, district: District) -> Mapping[int, Steps | None]:
        block = self._read(district.offset, district.length)
        if zlib.crc32(block) != district.check:
            raise DamagedGazetteer(self._path, f"district {district.name} has changed")
        return read_block(block, (district.box[0], district.box[1]))

    def _read(self, offset: int, length: int) -> bytes:
        try:
            with self._path.open("rb") as file:
                file.seek(offset)
                found = file.read(length)
        except OSError as reason:
            raise Fault(f"cannot read the gazetteer {self._path.name}: {reason.strerror}") from None
        if len(found) != length:
            raise DamagedGazetteer(self._path, "it is too short")
        return found


def _location(steps: Steps) -> Location:
    return Location(steps[0] / STEPS_IN_A_DEGREE, steps[1] / STEPS_IN_A_DEGREE)


def read_block(block: bytes, corner: Steps) -> Mapping[int, Steps | None]:
    """Return a district's units in order, each with its steps, or None where it has no place.

    The first unit's position counts from ``corner``, the south-west of the district's box.
    """
    placed, unplaced, gap_bits, north_bits, east_bits = BLOCK.unpack_from(block)
    start = BLOCK.size + unplaced * UNIT.size
    units: dict[int, Steps | None] = {
        number: None for (number,) in UNIT.iter_unpack(block[BLOCK.size : start])
    }
    codes = RiceReader(block[start:])
    number, (north, east) = -1, corner
    for _ in range(placed):
        number += 1 + codes.take(gap_bits)
        north += _signed(codes.take(north_bits))
        east += _signed(codes.take(east_bits))
        units[number] = (north, east)
    return dict(sorted(units.items()))


class RiceReader:
    """Rice codes in a row: a number's high part as so many ones and a zero, its low bits plain.

    The bits are looked at as text: ``str.find`` is the only fast search that Python has for them.
    """

    def __init__(self, codes: bytes) -> None:
        self._bits = f"{int.from_bytes(bytes((1,)) + codes):b}"
        self._at = 1

    def take(self, low_bits: int) -> int:
        """Return the next number, coded with so many low bits."""
        stop = self._bits.index("0", self._at)
        high, self._at = stop - self._at, stop + 1 + low_bits
        return high << low_bits | int(self._bits[stop + 1 : self._at] or "0", 2)


def _signed(folded: int) -> int:
    """Undo the folding of signed numbers: 0, 1, 2, 3, 4 stand for 0, -1, 1, -2, 2."""
    return -(folded + 1) // 2 if folded & 1 else folded // 2
