"""YAML by PyYAML, read from its event stream and never constructed by it.

PyYAML's constructors decide types by the look of the text, follow aliases and tags, let duplicate
keys pass, and its C composer ends the process on deep nesting. The events underneath have none of
that: they are turned into nodes here, with a limit on depth and a stack of our own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.model.node import Mapping, Node, Scalar, Sequence
from generator.model.problem import Mark, Problem, error

DEEPEST = 20

# libyaml is ten times faster; the pure parser, without a wheel, gives the same events.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_QUOTE_IT = "put quotes around it"
_PLAIN_WORDS = {
    "mapping values are not allowed": "this colon is not expected here: put quotes around a value "
    'that holds one, as in title: "Robots: a course", or line the field up with those above',
    "found character '\\t'": "a tab cannot indent; use spaces",
    "tab character that violates indentation": "a tab cannot indent; use spaces",
    "found character that cannot start any token": "a value cannot begin with this character; "
    f"{_QUOTE_IT}, and indent with spaces, not tabs",
    "expected alphabetic or numeric character": "a value cannot begin with * or &; " + _QUOTE_IT,
    "while parsing a quoted scalar": "in double quotes a backslash begins a sign of its own; use "
    "single quotes, or two backslashes",
    "unknown escape character": "in double quotes a backslash begins a sign of its own; use "
    "single quotes, or two backslashes",
    "while scanning a quoted scalar": "a quotation mark is never closed",
    "did not find expected key": "this line does not line up with the one above; "
    "indent it by the same number of spaces, or put quotes around the value",
    "could not find expected ':'": "a field needs a colon and a space after its name",
    "did not find expected ',' or ']'": "a list that begins with [ is never closed with ]",
    "did not find expected ',' or '}'": "a mapping that begins with { is never closed with }",
    "did not find expected '-' indicator": "this line does not line up with the list above it",
    "block sequence entries are not allowed": "a list must begin on a line of its own",
    "mapping keys are not allowed": "a value cannot begin with a question mark; " + _QUOTE_IT,
    "expected <document start>": "nothing can follow the end of the fields",
}


_IN_FULL = "put quotes around the value, or write it in full"


class PyYaml:
    """Port Yaml."""

    def read(
        self, path: str, text: str, first_line: int = 1
    ) -> tuple[Node | None, tuple[Problem, ...]]:
        """Return the text as nodes with their marks, and what had to be refused."""
        building = _Building(path, first_line - 1)
        try:
            for event in _events(text):
                if not building.take(event):
                    break
        except yaml.YAMLError as fault:
            syntax = _syntax(fault, path, first_line - 1)
            # What was taken for an alias or a tag is what broke the rest of its line.
            if not any(problem.mark.line == syntax.mark.line for problem in building.problems):
                building.problems.append(syntax)
            return None, tuple(building.problems)
        return building.root, tuple(building.problems)

    def write(self, value: object) -> str:
        """Return the value as YAML: block style, keys in their order, short lists on one line."""
        text: str = yaml.safe_dump(
            value, allow_unicode=True, sort_keys=False, width=100, default_flow_style=None
        )
        return text


@dataclass(slots=True)
class _Open:
    """A collection that is still being read."""

    mark: Mark
    is_mapping: bool
    items: list[Node] = field(default_factory=list)
    entries: list[tuple[Scalar, Node]] = field(default_factory=list)
    key: Scalar | None = None
    first_lines: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class _Building:
    path: str
    offset: int
    root: Node | None = None
    problems: list[Problem] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    documents: int = 0

    def take(self, event: Any) -> bool:  # noqa: ANN401 - PyYAML's events have no common type
        """Take one event; return False where reading on makes no sense."""
        mark = self.mark(event.start_mark) if event.start_mark else Mark(self.path)
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self.refuse("yaml-documents", mark, "only one YAML document fits in a file")
                return False
        elif isinstance(event, yaml.AliasEvent):
            message = f"*{event.anchor} is taken for an alias, which is not read; {_IN_FULL}"
            self.refuse("yaml-alias", mark, message)
            self.add(Scalar(mark, ""))
        elif isinstance(event, yaml.ScalarEvent):
            self.guard(event, mark, event.implicit[0] or event.implicit[1])
            self.add(Scalar(mark, event.value, plain=not event.style))
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            self.guard(event, mark, event.implicit)
            if len(self.stack) >= DEEPEST:
                self.refuse("yaml-depth", mark, f"nested more than {DEEPEST} deep")
                self.root = None
                return False
            self.stack.append(_Open(mark, isinstance(event, yaml.MappingStartEvent)))
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self.close(self.stack.pop())
        return True

    def mark(self, mark: Any) -> Mark:  # noqa: ANN401 - C and pure parser have their own classes
        return Mark(self.path, mark.line + 1 + self.offset, mark.column + 1)

    def refuse(self, code: str, mark: Mark, message: str) -> None:
        self.problems.append(error(code, mark, message))

    def guard(self, event: Any, mark: Mark, implicit: bool) -> None:  # noqa: ANN401, FBT001 - as above
        if event.tag is not None and not implicit and event.tag != "!":
            message = f"{event.tag} is taken for a tag, which is not read; {_IN_FULL}"
            self.refuse("yaml-tag", mark, message)
        if event.anchor is not None:
            message = f"&{event.anchor} is taken for an anchor, which is not read; {_IN_FULL}"
            self.refuse("yaml-alias", mark, message)

    def close(self, done: _Open) -> None:
        if done.is_mapping:
            self.add(Mapping(done.mark, tuple(done.entries)))
        else:
            self.add(Sequence(done.mark, tuple(done.items)))

    def add(self, node: Node) -> None:
        if not self.stack:
            self.root = node
            return
        top = self.stack[-1]
        if not top.is_mapping:
            top.items.append(node)
        elif top.key is None:
            top.key = self.as_key(node)
        else:
            self.enter(top, top.key, node)
            top.key = None

    def as_key(self, node: Node) -> Scalar:
        if isinstance(node, Scalar):
            return node
        self.refuse("yaml-key", node.mark, "a field's name must be a plain word")
        return Scalar(node.mark, "")

    def enter(self, top: _Open, key: Scalar, value: Node) -> None:
        before = top.first_lines.get(key.value)
        if before is not None:
            message = f'"{key.value}" is given twice; it was given first on line {before}'
            self.refuse("duplicate-field", key.mark, message)
            return
        if not key.value:
            if not any(problem.mark == key.mark for problem in self.problems):
                self.refuse("yaml-key", key.mark, "a field's name is missing before the colon")
            return
        top.first_lines[key.value] = key.mark.line
        top.entries.append((key, value))


def _events(text: str) -> Iterator[Any]:
    loader = _LOADER(text)
    try:
        while loader.check_event():
            yield loader.get_event()
    finally:
        loader.dispose()


def _syntax(fault: yaml.YAMLError, path: str, offset: int) -> Problem:
    mark = getattr(fault, "problem_mark", None) or getattr(fault, "context_mark", None)
    said = " ".join(
        str(part)
        for part in (getattr(fault, "context", None), getattr(fault, "problem", None))
        if part
    )
    for sign, meaning in _PLAIN_WORDS.items():
        if sign in said:
            said = meaning
            break
    else:
        said = f"this cannot be read as YAML: {said}" if said else ""
    if "is never closed" in said:  # where it was opened is what the author looks for
        mark = getattr(fault, "context_mark", None) or mark
    where = Mark(path, mark.line + 1 + offset, mark.column + 1) if mark else Mark(path, offset + 1)
    return error("yaml-syntax", where, said or "this is not YAML that can be read")
