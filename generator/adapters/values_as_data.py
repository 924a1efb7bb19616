"""Frozen values of the model as plain data, and back: what is kept between builds is no code.

Pickle would do the same and run whatever it is told to. Here only the types that were named
beforehand can come out, and those that their fields are declared to hold.
"""

from __future__ import annotations

import enum
import types
import typing
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

Data = Any
"""What JSON holds. A list is a value that is not: a number that stands for its type, then parts."""

_AS_THEY_ARE = frozenset({str, int, float, bool, types.NoneType})
_SPELT: dict[type, tuple[Callable[[Any], str], Callable[[str], object]]] = {
    datetime: (datetime.isoformat, datetime.fromisoformat),
    date: (date.isoformat, date.fromisoformat),
    time: (time.isoformat, time.fromisoformat),
    Decimal: (str, Decimal),
}


class ValuesAsData:
    """Takes values of these types apart, and of all that they are declared to be made of.

    ``apart`` raises KeyError for a value of any other type; ``together`` gives back what ``apart``
    was given, in every detail: 5.00 is not 5, and True is not 1.
    """

    def __init__(self, *roots: type) -> None:
        every = sorted({*_within(roots)}, key=lambda it: (it.__module__, it.__qualname__))
        self._apart: dict[type, Callable[[Any], list[Data]]] = {tuple: self._tuple_apart}
        self._together: list[Callable[[list[Data]], object]] = [self._tuple_together]
        for kind, (spell, read) in _SPELT.items():
            self._know(kind, _speller(spell, len(self._together)), _reader(read))
        for its in every:
            number = len(self._together)
            if issubclass(its, enum.Enum):
                self._know(its, _speller(_value_of, number), _reader(its))
            else:
                self._apart[its] = self._record_apart(its, number)
                self._together.append(self._record_together(its))

    def apart(self, value: object) -> Data:
        """Return a value as data that JSON can hold."""
        kind = type(value)
        return value if kind in _AS_THEY_ARE else self._apart[kind](value)

    def together(self, data: Data) -> Any:  # noqa: ANN401 - whatever was taken apart
        """Return the value that was taken apart."""
        return self._together[data[0]](data) if type(data) is list else data

    def _know(
        self,
        kind: type,
        apart: Callable[[Any], list[Data]],
        together: Callable[[list[Data]], object],
    ) -> None:
        self._apart[kind] = apart
        self._together.append(together)

    def _tuple_apart(self, value: tuple[object, ...]) -> list[Data]:
        return [0, *map(self.apart, value)]

    def _tuple_together(self, data: list[Data]) -> tuple[object, ...]:
        return tuple([self.together(it) for it in data[1:]])

    def _record_apart(self, kind: type, number: int) -> Callable[[object], list[Data]]:
        names = [item.name for item in fields(kind)]
        apart = self.apart
        return lambda value: [number, *[apart(getattr(value, name)) for name in names]]

    def _record_together(self, kind: type) -> Callable[[list[Data]], object]:
        # Past __init__: of a frozen value it takes longer than all the rest.
        put = [getattr(kind, item.name).__set__ for item in fields(kind)]
        new, together = object.__new__, self.together
        empty = _empty(kind)
        nothing = None if empty is None else self.apart(empty)

        def record(data: list[Data]) -> object:
            if data == nothing:
                return empty  # it never changes, and a place has a hundred thousand of them
            value: object = new(kind)
            for setter, part in zip(put, data[1:], strict=True):
                setter(value, together(part) if type(part) is list else part)
            return value

        return record


def _empty(kind: type) -> object | None:
    """Return the value that is made of nothing but one empty tuple, such as no text."""
    return kind() if len(fields(kind)) == 1 and fields(kind)[0].default == () else None


def _speller(spell: Callable[[Any], Data], number: int) -> Callable[[Any], list[Data]]:
    return lambda value: [number, spell(value)]


def _reader(read: Callable[[Data], object]) -> Callable[[list[Data]], object]:
    return lambda data: read(data[1])


def _value_of(member: enum.Enum) -> Data:
    return member.value


def _within(kinds: Iterable[type]) -> Iterator[type]:
    """Yield the dataclasses and enumerations among these types and in their fields, each once."""
    known: set[type] = set()
    waiting = [*kinds]
    while waiting:
        kind = waiting.pop()
        if isinstance(kind, type) and is_dataclass(kind) and kind not in known:
            known.add(kind)
            waiting += typing.get_type_hints(kind).values()
            yield kind
        elif isinstance(kind, type) and issubclass(kind, enum.Enum) and kind not in known:
            known.add(kind)
            yield kind
        waiting += typing.get_args(kind)
