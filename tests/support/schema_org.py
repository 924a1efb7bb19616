"""schema.org's published vocabulary: which property a type has, and what may stand in it.

Read from the types that schema-dts makes of each release of the vocabulary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from tests.support.sites import ROOT

TYPES = ROOT / "node_modules" / "schema-dts" / "dist" / "schema.d.ts"
_INTERFACE = re.compile(
    r"^(?:export )?interface (\w+)(?: extends ([^{]+))? \{\n(.*?)^\}", re.M | re.S
)
_PROPERTY = re.compile(r'^    "([\w@]+)"\??: (?:SchemaValue<(.*), "\w+">|"(\w+)");$', re.M)
_ALIAS = re.compile(r"^export type (\w+) = (.*);$", re.M)

_WORDS = {"Text", "URL", "string", "Date", "DateTime", "Time", "CssSelectorType", "XPathType"}
_PRIMITIVES: Mapping[type, set[str]] = {
    str: _WORDS,
    bool: {"Boolean"},
    int: {"Number", "Integer", "Float"},
    float: {"Number", "Float"},
}

# What Google asks of a result with more than a title (Search Central, "Structured data"), beyond
# what schema.org does. A set stands for any one of its members.
RICH = {
    "Event": ({"name"}, {"startDate"}, {"location"}),
    "EducationEvent": ({"name"}, {"startDate"}, {"location"}),
    "Course": ({"name"}, {"description"}, {"provider"}),
    "BreadcrumbList": ({"itemListElement"},),
    "Dataset": ({"name"}, {"description"}),
}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Properties of each type with what may stand in them, and what each name stands for."""

    properties: Mapping[str, Mapping[str, frozenset[str]]]
    names: Mapping[str, frozenset[str]]

    def allowed(self, ranges: frozenset[str]) -> set[str]:
        """Return every type, literal and primitive that a union of names comes to."""
        found: set[str] = set()
        waiting = [*ranges]
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting += self.names.get(name, ())
        return found


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary; parsed once."""
    text = TYPES.read_text("utf-8")
    parents: dict[str, list[str]] = {}
    own: dict[str, dict[str, frozenset[str]]] = {}
    leaves: dict[str, str] = {}
    for name, extended, body in _INTERFACE.findall(text):
        parents[name] = re.findall(r"\w+", extended)
        own[name] = {}
        for member, union, literal in _PROPERTY.findall(body):
            if literal:
                leaves[literal] = name
            else:
                own[name][member] = _union(union)

    def inherited(interface: str) -> dict[str, frozenset[str]]:
        found: dict[str, frozenset[str]] = {}
        for parent in parents.get(interface, ()):
            found |= inherited(parent)
        return found | own.get(interface, {})

    names = {name: _union(union) for name, union in _ALIAS.findall(text)}
    return Vocabulary({kind: inherited(leaf) for kind, leaf in leaves.items()}, names)


def mistakes(description: Mapping[str, Any], at: str = "$") -> Iterator[str]:
    """Yield what a description says that the vocabulary does not know."""
    known = vocabulary()
    kind = description.get("@type", "")
    if kind not in known.properties:
        yield f"{at}: no type {kind!r}"
        return
    for wanted in RICH.get(kind, ()) if at == "$" else ():
        if not wanted & description.keys():
            yield f"{at}: {kind} without {' or '.join(sorted(wanted))}"
    for name, value in description.items():
        if name.startswith("@"):
            continue
        if name not in known.properties[kind]:
            yield f"{at}: {kind} has no {name}"
            continue
        allowed = known.allowed(known.properties[kind][name])
        for each in value if isinstance(value, list) else [value]:
            yield from _wrong_value(each, allowed, f"{at}.{name}")


def _wrong_value(value: object, allowed: set[str], at: str) -> Iterator[str]:
    if isinstance(value, dict):
        if f"{value.get('@type')}Leaf" not in allowed:
            yield f"{at}: a {value.get('@type')} cannot stand here"
        yield from mistakes(value, at)
    elif isinstance(value, str) and value.startswith("https://schema.org/"):
        if value not in allowed:
            yield f"{at}: {value} is not one of what it can be"
    elif not _PRIMITIVES[type(value)] & allowed:
        yield f"{at}: {value!r} cannot stand here"


def _union(text: str) -> frozenset[str]:
    return frozenset(part.strip().strip('"') for part in text.split("|"))
