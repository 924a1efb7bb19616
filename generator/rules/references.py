"""Which other records, terms, neighbourhoods and pictures a record names: found by its shapes.

One walk over the declarations serves every kind, so that a new reference field is checked, and
left out of the site where its target is not published, without a line of code of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from generator.model.declaration import Declaration, declarations
from generator.model.problem import Mark
from generator.model.record import Record
from generator.model.settings import Settings
from generator.model.shapes import (
    Group,
    ImagePath,
    Many,
    Neighbourhood,
    Ref,
    Shape,
    Term,
    Token,
)
from generator.model.text import Text

Path = tuple[str, ...]
Kept = Callable[[Ref, str], bool]

_NAMES = (Ref, Term, Neighbourhood, ImagePath)
"""Shapes of what names something else."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One name of something else: by which shape, what was typed, and where."""

    shape: Ref | Term | Neighbourhood | ImagePath
    value: str
    path: Path


def references(record: Record | Settings) -> Iterator[Reference]:
    """Yield everything that a record, or place.yaml, names."""
    yield from _references(record, ())


def _references(record: object, path: Path) -> Iterator[Reference]:
    its: Any = type(record)
    for field in _holding(its, *_NAMES):
        value = getattr(record, field.attribute)
        if value:
            yield from _named(field.shape, value, (*path, field.name))


def _named(shape: Shape, value: Any, path: Path) -> Iterator[Reference]:  # noqa: ANN401 - by shape
    if isinstance(shape, Many):
        for index, item in enumerate(value):
            yield from _named(shape.of, item, (*path, str(index)))
    elif isinstance(shape, Group):
        yield from _references(value, path)
    elif isinstance(shape, _NAMES) and value:
        name = value.original if isinstance(value, Text) else str(value)
        yield Reference(shape, name, path)


@cache
def _holding(record_type: Any, *shapes: type) -> tuple[Declaration, ...]:  # noqa: ANN401 - a type is hashable, which mypy doubts
    """Return the fields of a type that may hold a value of these shapes, of sixty a dozen."""
    return tuple(field for field in declarations(record_type) if _may_hold(field.shape, shapes))


def _may_hold(shape: Shape, shapes: tuple[type, ...]) -> bool:
    if isinstance(shape, Many):
        return _may_hold(shape.of, shapes)
    if isinstance(shape, Group):
        its: Any = shape.type
        return bool(_holding(its, *shapes))
    return isinstance(shape, shapes)


def pictures_named(namer: Record | Settings) -> Iterator[tuple[str, Mark]]:
    """Yield the path of each picture that a record, or place.yaml, names, and where it does."""
    for reference in references(namer):
        if isinstance(reference.shape, ImagePath):
            yield reference.value, namer.marks.at(*reference.path)


def spoken(record: Record) -> Iterator[tuple[str, Path]]:
    """Yield every word of an author's in a record's fields, in every language."""
    for shape, value, path in values(record):
        if isinstance(value, Text):
            yield from ((said, path) for _, said in value.spoken)
        elif isinstance(shape, Token) and value:
            yield str(value), path


def values(record: object, path: Path = ()) -> Iterator[tuple[Shape, Any, Path]]:
    """Yield each single value of a record or group, with its shape and its path."""
    for field in declarations(type(record)):
        value = getattr(record, field.attribute)
        yield from _values(field.shape, value, (*path, field.name))


def _values(shape: Shape, value: Any, path: Path) -> Iterator[tuple[Shape, Any, Path]]:  # noqa: ANN401 - by shape
    if isinstance(shape, Many):
        for index, item in enumerate(value):
            yield from _values(shape.of, item, (*path, str(index)))
    elif isinstance(shape, Group):
        if value is not None:
            yield from values(value, path)
    else:
        yield shape, value, path


def pruned(record: Any, kept: Kept) -> Any:  # noqa: ANN401 - a record or group gives its own type
    """Return the record without its references to records that are not ``kept``."""
    changes = {}
    its: Any = type(record)
    for field in _holding(its, Ref):
        before = getattr(record, field.attribute)
        after = _pruned(field.shape, before, kept)
        if after is not before:
            changes[field.attribute] = after
    return replace(record, **changes) if changes else record


def _pruned(shape: Shape, value: Any, kept: Kept) -> Any:  # noqa: ANN401 - by shape
    if isinstance(shape, Ref):
        return value if not value or kept(shape, value) else ""
    if isinstance(shape, Group):
        return value if value is None else pruned(value, kept)
    if isinstance(shape, Many):
        items = tuple(_pruned(shape.of, item, kept) for item in value)
        same = all(new is old for new, old in zip(items, value, strict=True))
        return value if same else tuple(_without_holes(items, value))
    return value


def _without_holes(items: tuple[Any, ...], before: tuple[Any, ...]) -> Iterator[Any]:
    """Leave out what lost its reference: an empty id, or a group that names nothing any more."""
    for new, old in zip(items, before, strict=True):
        if new is old or (new and not _hollow(new)):
            yield new


def _hollow(group: object) -> bool:
    if isinstance(group, str):
        return not group
    told = [
        getattr(group, field.attribute)
        for field in declarations(type(group))
        if getattr(group, field.attribute) != field.default
    ]
    return not told
