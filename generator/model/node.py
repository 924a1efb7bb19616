"""YAML as written, before anything gives it a type: every node knows where it stands.

Values stay strings here. What ``no``, ``012`` or ``12:30`` means is decided by the field that
reads it, never by the look of the text, so nothing changes type behind the author's back.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.problem import Mark


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value. ``plain`` is False where the author quoted it."""

    mark: Mark
    value: str
    plain: bool = True

    @property
    def empty(self) -> bool:
        """YAML 1.2 core null: nothing, ``~`` or ``null``, unquoted."""
        return self.plain and self.value in ("", "~", "null", "Null", "NULL")


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    mark: Mark
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Mapping:
    """A mapping with its keys in the author's order; duplicate keys never get this far."""

    mark: Mark
    entries: tuple[tuple[Scalar, Node], ...]

    def get(self, key: str) -> Node | None:
        """Return the value under ``key``, or None."""
        for name, value in self.entries:
            if name.value == key:
                return value
        return None

    def keys(self) -> Iterator[Scalar]:
        """Yield the keys as written."""
        for name, _ in self.entries:
            yield name


Node = Scalar | Sequence | Mapping
