"""What stands for a value that pages are made from: equal ones alike, different ones differently.

Values are frozen and hold text, numbers, dates, and others like themselves in a fixed order, so
that their ``repr`` says all of them and says it alike in every process. A set would not do: its
order differs from one to the next.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, is_dataclass

from generator.model.digest import digest
from generator.model.picture import Picture
from generator.model.place import Place
from generator.model.street_map import StreetMap
from generator.model.tracing import ANYTHING, Read, mapping_named, untraced


def fingerprint(value: object) -> str:
    """Return what stands for a value."""
    if isinstance(value, Picture):  # its bytes would be spelt out
        parts = (value.content, *(rendition.content for rendition in value.renditions))
        widths = ",".join(str(rendition.width) for rendition in value.renditions)
        return digest(value.suffix, f"{value.width}x{value.height}", widths, *parts)
    if isinstance(value, StreetMap):
        return digest(value.address, value.content)
    spelt = repr(value).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(spelt, digest_size=20).hexdigest()


@dataclass(slots=True)
class Fingerprints:
    """Fingerprints of what is read of one place, each made once."""

    place: Place
    _read: dict[Read, str] = field(default_factory=dict)
    _values: dict[int, tuple[object, str]] = field(default_factory=dict)
    _behind: str = ""

    def together(self, reads: Iterable[Read], given: Iterable[object] = ()) -> str:
        """Return what stands for all of it, and for what stands behind every page."""
        if not self._behind:
            self._behind = digest(*(fingerprint(value) for value in untraced(self.place)))
        known, of_read = self._read.get, self._of_read
        # A page reads 140 things that all were read before: for ten thousand pages a call is long.
        read = [known(it) or of_read(it) for it in reads]
        parts = [self._behind, *map(self.of, given), "read", *read]
        return hashlib.blake2b("\n".join(parts).encode(), digest_size=20).hexdigest()

    def _of_read(self, read: Read) -> str:
        known = self._read.get(read)
        if known is None:
            known = self._read[read] = self._made(read)
        return known

    def _made(self, read: Read) -> str:
        name, key = read
        mapping = mapping_named(self.place, name)
        if key is None:
            each = (f"{fingerprint(its)} {self._of_read((name, its))}" for its in mapping)  # type: ignore[arg-type] # keys are ids, or pairs
            return digest("all", *each)
        if key == ANYTHING:
            return "something" if mapping else "nothing"
        return self.of(mapping[key]) if key in mapping else "missing"

    def of(self, value: object) -> str:
        """Return what stands for one value, which may be one of the place's."""
        if not is_dataclass(value):
            return fingerprint(value)
        # A record is read by its id and handed on as itself. Held here, its identity stays its own.
        known = self._values.get(id(value))
        if known is None:
            known = self._values[id(value)] = (value, fingerprint(value))
        return known[1]
