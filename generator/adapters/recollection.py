"""What came of work the last time, held while a process lives: for who builds again and again.

A Memo keeps values as bytes between processes, by a digest of what they were made from. Here they
are the very objects: an edit of one record then costs a comparison for each of the others, most of
which are found to be the same object and are not looked into.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from operator import attrgetter, is_
from typing import Any, TypeVar

from generator.model.recollection import AFRESH, Recollection

Given = TypeVar("Given")
Key = TypeVar("Key")
Result = TypeVar("Result")

_MISSING = (object(), None)

_PLAIN = {str, bytes, date, type(None)}
"""Types of which equal ones are the same in all that can be seen of them."""

_MANY = 64
"""More than so many texts are compared as a whole."""


class Held:
    """Port Recollection. What was not asked for the last time is forgotten.

    What is not held is asked of ``below``, which may know it from another process.
    """

    def __init__(self, below: Recollection = AFRESH) -> None:
        self._below = below
        self._around: dict[str, object] = {}
        self._all: dict[str, dict[Any, tuple[Any, Any]]] = {}
        self._one: dict[str, tuple[Any, Any]] = {}

    def all(
        self,
        what: str,
        given: Mapping[Key, Given],
        around: object,
        work: Callable[[Sequence[Given]], Sequence[Result]],
    ) -> Sequence[Result]:
        """Return what comes of each; only of what is new, or was given otherwise, it is made."""
        before = self._all.get(what, {}) if same(self._around.get(what), around) else {}
        now: dict[Any, tuple[Any, Any]] = {}
        missing: list[Key] = []
        for key, value in given.items():
            known = before.get(key, _MISSING)
            if known[0] is value or same(known[0], value):
                now[key] = known
            else:
                now[key] = _MISSING  # its place in the order
                missing.append(key)
        if missing:
            made = self._below.all(what, {key: given[key] for key in missing}, around, work)
            for key, result in zip(missing, made, strict=True):
                now[key] = (given[key], result)
        # Kept whole or not at all: work that raises leaves what was known before.
        self._around[what], self._all[what] = around, now
        return [result for _, result in now.values()]

    def one(self, what: str, given: Given, work: Callable[[Given], Result]) -> Result:
        """Return what comes of it; where it is given as the last time, what came of it then."""
        known = self._one.get(what)
        if known is None or not same(known[0], given):
            known = self._one[what] = (given, work(given))
        result: Result = known[1]
        return result


def same(one: object, other: object) -> bool:
    """Say whether two values are alike in all that can be seen of them.

    Stricter than ``==``, by which 5 is 5.00, and a price would go on being shown as it was.
    """
    if one is other:
        return True
    kind = type(one)
    if kind is not type(other):
        return False
    if kind in _PLAIN:
        return one == other
    if parts := _parts(kind):  # type: ignore[arg-type] # a type is hashable
        return _alike(parts(one), parts(other))
    if isinstance(one, frozenset):
        return one == other and _kinds(one) == _kinds(other) <= _PLAIN | {tuple}
    return repr(one) == repr(other)


def _alike(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    if len(one) != len(other):
        return False
    if all(map(is_, one, other)):
        return True
    if len(one) > _MANY and _kinds(one) == _kinds(other) <= _PLAIN:
        return one == other
    return all(map(same, one, other))


def _kinds(values: Collection[object]) -> set[type]:
    return set(map(type, values))


@cache
def _parts(kind: Any) -> Callable[[Any], tuple[object, ...]] | None:  # noqa: ANN401 - a type is hashable
    """Return what takes a value of a type apart, if it is made of others."""
    if issubclass(kind, tuple):
        return tuple
    if issubclass(kind, Mapping):
        return lambda held: (*held, *held.values())
    names = [item.name for item in fields(kind)] if is_dataclass(kind) else []
    if len(names) > 1:
        return attrgetter(*names)
    return (lambda value: (getattr(value, names[0]),)) if names else None
