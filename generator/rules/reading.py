"""Nodes to values, by the declarations of the type that is wanted.

One walk reads the author's file together with its translations: where a field holds words, the
other languages' words are looked up at the same path in theirs. Every mistake is noted and the
walk goes on, so that one run tells all of them.
"""

from __future__ import annotations

from typing import Any, TypeGuard

from generator.model import shapes
from generator.model.declaration import Declaration, declarations
from generator.model.node import Mapping, Node, Scalar, Sequence
from generator.model.problem import Mark
from generator.model.shapes import nothing
from generator.model.text import Text
from generator.rules.findings import Findings, Path
from generator.rules.scalars import Unreadable, point, read_scalar, words
from generator.rules.suggestions import did_you_mean

Other = tuple[str, Node]
Others = tuple[Other, ...]

_ROOT: Path = ()


def read_fields(
    record_type: type, node: Mapping, findings: Findings, others: Others = (), path: Path = _ROOT
) -> dict[str, Any]:
    """Return the declared fields of a mapping by attribute; what is missing has its default."""
    fields = declarations(record_type)
    names = {field.name: field for field in fields}
    for key in node.keys():  # noqa: SIM118 - a Mapping node is not a dict
        if key.value not in names:
            near = did_you_mean(key.value, names)
            findings.error("unknown-field", key.mark, f'there is no field "{key.value}" here{near}')
    for language, other in others:
        _refuse_foreign(other, names, language, findings)
    return {
        field.attribute: _field(field, node, findings, others, (*path, field.name))
        for field in fields
    }


def read_value(  # noqa: C901, PLR0911 - one arm a shape
    shape: shapes.Shape, node: Node, findings: Findings, others: Others, path: Path
) -> Any:  # noqa: ANN401 - the shape decides
    """Return the value of a node by its shape, or the shape's nothing where it has none."""
    findings.place(path, node.mark)
    match shape:
        case shapes.Many():
            return _many(shape, node, findings, others, path)
        case shapes.Group():
            return _group(shape, node, findings, others, path)
        case shapes.Labels() if isinstance(node, Mapping):
            return _labels(shape, node, findings)
        case shapes.WordLists():
            return _word_lists(node, findings)
        case shapes.Point():
            return _point(node, findings)
    for language, other in others:
        if not isinstance(shape, shapes.Words):
            message = f'"{path[-1]}" is not words; a {language} file leaves it out'
            findings.error("not-translatable", other.mark, message)
    if not isinstance(node, Scalar):
        expected = "words" if isinstance(shape, (shapes.Words, shapes.Labels)) else "a single value"
        findings.error("wrong-shape", node.mark, f"expected {expected}, found {_name(node)}")
        return nothing(shape)
    try:
        value = read_scalar(shape, node)
    except Unreadable as fault:
        findings.error(fault.code, node.mark, str(fault))
        return nothing(shape)
    if isinstance(shape, (shapes.Words, shapes.Labels)):
        return _text(str(value), shape, findings, others)
    return value


def _field(
    field: Declaration, node: Mapping, findings: Findings, others: Others, path: Path
) -> Any:  # noqa: ANN401 - the shape decides
    value = node.get(field.name)
    here = tuple(
        (language, found)
        for language, other in others
        if isinstance(other, Mapping) and (found := other.get(field.name)) is not None
    )
    if value is None or (isinstance(value, Scalar) and value.empty):
        if field.required:
            what = field.help[:1].lower() + field.help[1:].rstrip(".")
            mark = value.mark if value else node.mark
            findings.error("missing-field", mark, f'"{field.name}" is missing: {what}')
        for _, other in here:
            message = f'"{field.name}" is translated but the original has none'
            findings.error("translation-mismatch", other.mark, message)
        return field.default
    before = len(findings.problems)
    read = read_value(field.shape, value, findings, here, path)
    if read is None or (read == nothing(field.shape) and len(findings.problems) > before):
        return field.default
    if field.required and not read and read != 0 and len(findings.problems) == before:
        findings.error("missing-field", value.mark, f'"{field.name}" is empty')
    return read


def _many(
    shape: shapes.Many, node: Node, findings: Findings, others: Others, path: Path
) -> tuple[Any, ...]:
    items = node.items if isinstance(node, Sequence) else (node,)
    rest: list[tuple[str, tuple[Node, ...]]] = []
    for language, other in others:
        found = other.items if isinstance(other, Sequence) else (other,)
        if len(found) != len(items):
            message = f"{len(found)} items where the original has {len(items)}; keep them in step"
            findings.error("translation-mismatch", other.mark, message)
        else:
            rest.append((language, found))
    values = []
    for index, item in enumerate(items):
        if isinstance(item, Scalar) and item.empty:
            findings.error("wrong-shape", item.mark, "there is an empty item in this list")
            continue
        before = len(findings.problems)
        beside = tuple((language, found[index]) for language, found in rest)
        value = read_value(shape.of, item, findings, beside, (*path, str(index)))
        if value != nothing(shape.of) or len(findings.problems) == before:
            if value in values and not isinstance(shape.of, shapes.Group):
                findings.warning("repeated-item", item.mark, "this is in the list already")
                continue
            values.append(value)
    if len(items) < shape.least:
        findings.error("too-few", node.mark, f"expected at least {shape.least} items here")
    return tuple(values)


def _group(shape: shapes.Group, node: Node, findings: Findings, others: Others, path: Path) -> Any:  # noqa: ANN401 - the group's own type
    whole = _in_full(shape, node)
    if whole is None:
        names = ", ".join(field.name for field in declarations(shape.type))
        message = f"expected a mapping with {names}; found {_name(node)}"
        if shape.bare:
            message = f"expected {' or '.join(shape.bare)}, or {message.removeprefix('expected ')}"
        findings.error("wrong-shape", node.mark, message)
        return None
    beside = tuple(
        (language, full) for language, other in others if (full := _in_full(shape, other))
    )
    return shape.type(**read_fields(shape.type, whole, findings, beside, path))


def _in_full(shape: shapes.Group, node: Node) -> Mapping | None:
    """Return the mapping that a short form stands for."""
    if isinstance(node, Mapping):
        return node
    if isinstance(node, Sequence):
        return _entry(node.mark, shape.list_as, node) if shape.list_as else None
    if node.plain and node.value in shape.bare:
        name, value = shape.bare[node.value]
        return _entry(node.mark, name, Scalar(node.mark, value))
    if shape.link_as and "://" in node.value:
        return _entry(node.mark, shape.link_as, node)
    return _entry(node.mark, shape.scalar_as, node) if shape.scalar_as else None


def _entry(mark: Mark, name: str, value: Node) -> Mapping:
    return Mapping(mark, ((Scalar(mark, name), value),))


def _text(
    value: str, shape: shapes.Words | shapes.Labels, findings: Findings, others: Others
) -> Text:
    spoken = [(findings.language, value)] if value else []
    for language, other in others:
        if not isinstance(other, Scalar):
            findings.error("wrong-shape", other.mark, f"expected words, found {_name(other)}")
            continue
        try:
            said = words(other.value, shape.longest)
        except Unreadable as fault:
            findings.error(fault.code, other.mark, str(fault))
            continue
        if said:
            spoken.append((language, said))
    return Text(tuple(spoken))


def _labels(shape: shapes.Labels, node: Mapping, findings: Findings) -> Text:
    spoken = []
    for key, value in node.entries:
        try:
            language = str(read_scalar(shapes.Language(), key))
        except Unreadable as fault:
            findings.error(fault.code, key.mark, str(fault))
            continue
        if not isinstance(value, Scalar):
            findings.error("wrong-shape", value.mark, f"expected words, found {_name(value)}")
            continue
        try:
            spoken.append((language, words(value.value, shape.longest)))
        except Unreadable as fault:
            findings.error(fault.code, value.mark, str(fault))
    spoken.sort(key=lambda pair: pair[0] != findings.language)
    return Text(tuple(spoken))


def _word_lists(node: Node, findings: Findings) -> tuple[tuple[str, tuple[str, ...]], ...]:
    shape = shapes.Many(shapes.Token())
    if not isinstance(node, Mapping):
        return ((findings.language, _many(shape, node, findings, (), ())),)
    return tuple((key.value, _many(shape, value, findings, (), ())) for key, value in node.entries)


def _point(node: Node, findings: Findings) -> object:
    expected = "expected two numbers, [latitude, longitude]"
    pair = [item for item in node.items if isinstance(item, Scalar)] if _is_pair(node) else []
    if not pair:
        findings.error("invalid-point", node.mark, f"{expected}; found {_name(node)}")
        return None
    try:
        return point(pair[0].value, pair[1].value)
    except Unreadable as fault:
        findings.error(fault.code, node.mark, str(fault))
        return None


def _is_pair(node: Node) -> TypeGuard[Sequence]:
    return (
        isinstance(node, Sequence)
        and len(node.items) == 2  # noqa: PLR2004 - a pair
        and all(isinstance(item, Scalar) for item in node.items)
    )


def _refuse_foreign(
    other: Node, names: dict[str, Declaration], language: str, findings: Findings
) -> None:
    if not isinstance(other, Mapping):
        findings.error("wrong-shape", other.mark, f"expected fields, found {_name(other)}")
        return
    for key in other.keys():  # noqa: SIM118 - a Mapping node is not a dict
        if key.value not in names:
            near = did_you_mean(key.value, names)
            message = f'there is no field "{key.value}" to put into {language}{near}'
            findings.error("unknown-field", key.mark, message)


def _name(node: Node) -> str:
    if isinstance(node, Scalar):
        return "nothing" if node.empty else "a single value"
    return "a list" if isinstance(node, Sequence) else "a mapping"
