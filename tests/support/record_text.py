"""Records as the text of their files, made from plain values as an author would type them.

A mapping stays a mapping and a list a list, in YAML's flow style; a string is always quoted, so
that no text can become anything but itself, and a ``Bare`` one never is.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal


class Bare(str):
    """A word that must stand without quotes, such as ``free`` or ``anytime``."""

    __slots__ = ()


def yaml_value(value: object) -> str:  # noqa: PLR0911 - one arm a kind of value
    """Return a value in YAML's flow style, on one line."""
    match value:
        case Bare():
            return str(value)
        case str():
            return json.dumps(value, ensure_ascii=False)
        case bool():
            return "true" if value else "false"
        case datetime():
            return f"{value:%Y-%m-%d %H:%M}"
        case date():
            return value.isoformat()
        case time():
            return json.dumps(f"{value:%H:%M}")
        case int() | float() | Decimal():
            return str(value)
        case Mapping():
            inner = ", ".join(f"{key}: {yaml_value(item)}" for key, item in value.items())
            return f"{{{inner}}}"
        case Sequence():
            return f"[{', '.join(yaml_value(item) for item in value)}]"
        case _:
            raise TypeError(f"no YAML for {value!r}")


def yaml_file(fields: Mapping[str, object]) -> str:
    """Return fields as a YAML file: one line each."""
    return "".join(f"{name}: {yaml_value(value)}\n" for name, value in fields.items())


def backwards(fields: Mapping[str, object]) -> dict[str, object]:
    """Return the same fields in reversed order, at every depth; lists stay as they are."""
    return {name: _backwards(value) for name, value in reversed(list(fields.items()))}


def _backwards(value: object) -> object:
    match value:
        case Mapping():
            return backwards(value)
        case list() | tuple():
            return [_backwards(item) for item in value]
        case _:
            return value


def record_file(fields: Mapping[str, object], body: str = "") -> str:
    """Return a record's file: fields between lines of three hyphens, then the body."""
    return f"---\n{yaml_file(fields)}---\n{body}"
