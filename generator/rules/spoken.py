"""In which languages a record's words are, by the fields that its type declares."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from datetime import date
from functools import cache
from typing import cast

from generator.model.declaration import Declaration, declarations
from generator.model.record import Record
from generator.model.shapes import Group, Labels, Many, Shape, Words
from generator.model.text import Text

Path = tuple[str | int, ...]
"""Where a text stands in its record, as an author finds it: ``("cost", 0, "note")``."""

BODY: Path = ("body",)

# What is nothing but somebody's e-mail address is the same in every language.
_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+")


def texts(value: object, path: Path = ()) -> Iterator[tuple[Path, Text]]:
    """Yield every text of a record, or of one of its groups, that says something."""
    record_type: type = type(value)
    for field in _with_words(record_type):
        yield from _of(field.shape, getattr(value, field.attribute), (*path, field.name))


def missing(record: Record, language: str) -> tuple[Path, ...]:
    """Return where a record has words and none in this language; its body is ``BODY``."""
    found = [path for path, text in texts(record) if not text.has(language)]
    if record.body and all(tag != language for tag, _ in record.body):
        found.append(BODY)
    return tuple(found)


def how_many(record: Record) -> int:
    """Return how many texts a record has, its body being one."""
    return sum(1 for _ in texts(record)) + bool(record.body)


def original_day(record: Record) -> date | None:
    """Return the day that a translation must not be older than.

    A check may change words, and only the author knows whether it did: where nothing is said, the
    day it was checked is taken, and who has put the record into another language looks again.
    """
    return record.changed_on or getattr(record, "checked_on", None)


def _of(shape: Shape, value: object, path: Path) -> Iterator[tuple[Path, Text]]:
    if isinstance(shape, Words) and shape.minor:
        return
    if isinstance(value, Text):
        if value and not _ADDRESS.fullmatch(value.original):
            yield path, value
    elif isinstance(shape, Many) and isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _of(shape.of, item, (*path, index))
    elif isinstance(shape, Group) and value is not None:
        yield from texts(value, path)


@cache
def _with_words(record_type: Hashable) -> tuple[Declaration, ...]:
    """Return the fields that may hold words somewhere within."""
    fields = declarations(cast("type", record_type))
    return tuple(field for field in fields if _has_words(field.shape))


def _has_words(shape: Shape) -> bool:
    if isinstance(shape, Many):
        return _has_words(shape.of)
    if isinstance(shape, Group):
        return bool(_with_words(shape.type))
    return isinstance(shape, (Words, Labels))
