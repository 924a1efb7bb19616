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
    for field in _naming(type(record)):
        value = getattr(record, field.attribute)
        if value:
            yield from _named(field.shape, value, (*path, field.name))


def _named(shape: Shape, value: Any, path: Path) -> Iterator[Reference]:  # noqa: ANN401 - by shape
    if isinstance(shape, Many):
        for index, item in enumerate(value):
            yield from _named(shape.of, item, (*path, str(index)))
    elif isinstance(shape, Group):
        yield from _references(value, path)
    elif isinstance(shape, (Ref, Term, Neighbourhood, ImagePath)) and value:
        name = value.original if isinstance(value, Text) else str(value)
        yield Reference(shape, name, path)


def _naming(record_type: type) -> tuple[Declaration, ...]:
    """Return the fields of a type that may name something, of sixty the dozen worth a look."""
    return _remembered(record_type)


@cache
def _remembered(record_type: Any) -> tuple[Declaration, ...]:  # noqa: ANN401 - a type is hashable
    return tuple(field for field in declarations(record_type) if _may_name(field.shape))


def _may_name(shape: Shape) -> bool:
    if isinstance(shape, Many):
        return _may_name(shape.of)
    if isinstance(shape, Group):
        return bool(_naming(shape.type))
    return isinstance(shape, (Ref, Term, Neighbourhood, ImagePath))


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
    its: Any = type(record)  # as in _may_refer
    for field in _referring(its):
        before = getattr(record, field.attribute)
        after = _pruned(field.shape, before, kept)
        if after is not before:
            changes[field.attribute] = after
    return replace(record, **changes) if changes else record


@cache
def _referring(record_type: Any) -> tuple[Declaration, ...]:  # noqa: ANN401 - a type is hashable
    """Return the fields of a type that may name another record, of sixty a handful."""
    return tuple(field for field in declarations(record_type) if _may_refer(field.shape))


def _may_refer(shape: Shape) -> bool:
    if isinstance(shape, Many):
        return _may_refer(shape.of)
    if isinstance(shape, Group):
        its: Any = shape.type  # a type is hashable, which mypy doubts
        return bool(_referring(its))
    return isinstance(shape, Ref)


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
