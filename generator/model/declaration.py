"""How a record type says, once, what an author may write in each of its fields."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import MISSING, dataclass, field, fields
from functools import cache
from typing import Any

from generator.model.shapes import Shape, nothing
from generator.model.text import Text

_KEY = "declaration"


@dataclass(frozen=True, slots=True)
class Declaration:
    """One field as an author meets it: what to type, what it means, whether it must be there.

    ``name`` is what is typed, ``attribute`` the Python name (they differ for words that Python
    keeps for itself, such as ``from``).
    """

    name: str
    attribute: str
    shape: Shape
    help: str
    required: bool = False
    default: object = None

    @property
    def left_out(self) -> str | int | None:
        """What a reader is told that leaving it out means; None for nothing."""
        default = self.default.original if isinstance(self.default, Text) else self.default
        if not isinstance(default, (str, int)) or default in ("", False):
            return None
        return default if isinstance(default, int) else str(default)


def declared(
    shape: Shape, help: str, *, required: bool = False, name: str = "", default: object = MISSING
) -> Any:  # noqa: ANN401 - as with dataclasses.field, the caller's annotation gives the type
    """Declare a field of a record type; it is left out as ``default``, or its shape's nothing."""
    empty = nothing(shape) if default is MISSING else default
    return field(default=empty, metadata={_KEY: (name, shape, help, required, empty)})


def declarations(record_type: type) -> tuple[Declaration, ...]:
    """Return the declarations of a record type or group, in the order they are written in."""
    return _remembered(record_type)


@cache
def _remembered(record_type: Hashable) -> tuple[Declaration, ...]:
    return tuple(_declarations(record_type))


def _declarations(record_type: Any) -> Iterator[Declaration]:  # noqa: ANN401 - any dataclass
    for item in fields(record_type):
        if _KEY in item.metadata:
            name, shape, text, required, empty = item.metadata[_KEY]
            yield Declaration(name or item.name, item.name, shape, text, required, empty)
