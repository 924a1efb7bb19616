"""Nodes to values, by the declarations of the type that is wanted.

One walk reads the author's file together with its translations: where a field holds words, the
other languages' words are looked up at the same path in theirs. Every mistake is noted and the
walk goes on, so that one run tells all of them.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any, TypeGuard

from generator.model import shapes
from generator.model.declaration import Declaration, declarations
from generator.model.node import Mapping, Node, Scalar, Sequence
from generator.model.problem import Mark
from generator.model.shapes import holds_words, nothing
from generator.model.text import Text
from generator.rules.findings import Findings, Path
from generator.rules.measures import point
from generator.rules.reading_words import (
    Others,
    is_empty,
    labels,
    look_alike,
    name_of,
    split_items,
    text,
    word_lists,
)
from generator.rules.scalars import read_scalar
from generator.rules.suggestions import did_you_mean
from generator.rules.unreadable import Unreadable, shown

_ROOT: Path = ()
_TRUTH = ("true", "false")
"""Words that mean something only without quotes, as everywhere else."""


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
    given = {key.value: value for key, value in node.entries}
    read = {}
    for field in fields:
        value = given.get(field.name)
        here = _translated(field.name, others) if others else ()
        if value is None and not here and not field.required:
            read[field.attribute] = field.default
        else:
            where = (*path, field.name)
            read[field.attribute] = _field(field, node.mark, value, findings, here, where)
    return read


def _translated(name: str, others: Others) -> Others:
    """Return what the other languages say in a field of this name, where they say anything."""
    return tuple(
        (language, found)
        for language, other in others
        if isinstance(other, Mapping)
        and (found := other.get(name)) is not None
        and not is_empty(found)
    )


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
            return labels(shape, node, findings)
    if isinstance(shape, shapes.Labels) or not holds_words(shape):
        _refuse_translations(others, path, findings)
    if isinstance(shape, shapes.WordLists):
        return word_lists(node, findings)
    if isinstance(shape, shapes.Point):
        return _point(node, findings)
    if not isinstance(node, Scalar):
        expected = "words" if holds_words(shape) else "a single value"
        findings.error("wrong-shape", node.mark, f"expected {expected}, found {name_of(node)}")
        return nothing(shape)
    try:
        value = read_scalar(shape, node)
    except Unreadable as fault:
        findings.error(fault.code, node.mark, str(fault))
        return nothing(shape)
    if holds_words(shape):
        look_alike(str(value), node.mark, findings)
        return text(str(value), shape, findings, others)
    if isinstance(shape, shapes.Token):
        look_alike(str(value), node.mark, findings)
    return value


def _refuse_translations(others: Others, path: Path, findings: Findings) -> None:
    name = next((part for part in reversed(path) if not part.isdigit()), "")
    for language, other in others:
        message = f'"{name}" is the same in every language; leave it out of the {language} file'
        findings.error("not-translatable", other.mark, message)


def _field(  # noqa: PLR0913, PLR0917 - one value, and all that is said about it
    field: Declaration,
    start: Mark,
    value: Node | None,
    findings: Findings,
    here: Others,
    path: Path,
) -> Any:  # noqa: ANN401 - the shape decides
    if value is None or is_empty(value):
        if field.required:
            what = field.help[:1].lower() + field.help[1:].rstrip(".")
            mark = value.mark if value else start
            findings.error("missing-field", mark, f'"{field.name}" is missing: {what}')
        for _, other in here:
            message = f'"{field.name}" is translated but the original has none'
            findings.error("translation-mismatch", other.mark, message)
        return field.default
    before = len(findings.problems)
    read = read_value(field.shape, value, findings, here, path)
    if read is None or (read == nothing(field.shape) and len(findings.problems) > before):
        return field.default
    if field.required and _says_nothing(read) and len(findings.problems) == before:
        findings.error("missing-field", value.mark, f'"{field.name}" is empty')
    return read


def _many(
    shape: shapes.Many, node: Node, findings: Findings, others: Others, path: Path
) -> tuple[Any, ...]:
    items = node.items if isinstance(node, Sequence) else (node,)
    if len(items) > shape.most:
        message = f"{len(items)} items; expected at most {shape.most}"
        findings.error("too-many", node.mark, message)
        return ()
    rest = _in_step(items, others, findings)
    if holds_words(shape.of):
        for language, written in ((findings.language, items), *rest):
            split_items(written, language, findings)
    values: list[Any] = []
    for index, item in enumerate(items):
        if is_empty(item):
            findings.error("wrong-shape", item.mark, "there is an empty item in this list")
            continue
        before = len(findings.problems)
        # In a translation an item with nothing to translate is left empty, to keep the places.
        beside = tuple(
            (language, found[index]) for language, found in rest if not is_empty(found[index])
        )
        # By its place among those that are kept, which is where it will be looked for again.
        value = read_value(shape.of, item, findings, beside, (*path, str(len(values))))
        if value != nothing(shape.of) or len(findings.problems) == before:
            if not isinstance(shape.of, shapes.Group) and value in values:
                findings.warning("repeated-item", item.mark, "this is in the list already")
                continue
            values.append(value)
    if len(items) < shape.least:
        found_items = f"{shape.least} or more items here, found {len(items)}"
        findings.error("too-few", node.mark, f"expected {found_items}")
    return tuple(values)


def _in_step(
    items: tuple[Node, ...], others: Others, findings: Findings
) -> tuple[tuple[str, tuple[Node, ...]], ...]:
    """Return the lists of those translations that have as many items as the original."""
    lists = []
    for language, other in others:
        found = other.items if isinstance(other, Sequence) else (other,)
        if len(found) == len(items):
            lists.append((language, found))
        else:
            message = f"{len(found)} items where the original has {len(items)}; keep them in step"
            findings.error("translation-mismatch", other.mark, message)
    return tuple(lists)


def _group(shape: shapes.Group, node: Node, findings: Findings, others: Others, path: Path) -> Any:  # noqa: ANN401 - the group's own type
    whole = None if _nearly_bare(shape, node) else _in_full(shape, node)
    if whole is None:
        findings.error("wrong-shape", node.mark, _expected_group(shape, node))
        return None
    beside = tuple(
        (language, full) for language, other in others if (full := _in_full(shape, other))
    )
    return shape.type(**read_fields(shape.type, whole, findings, beside, path))


def _nearly_bare(shape: shapes.Group, node: Node) -> str:
    """Return the bare word that a scalar is a slip away from: ``Free`` is no amount of money."""
    if not isinstance(node, Scalar) or node.value in shape.bare:
        return ""
    if not shape.bare or not node.value.isalpha():
        return ""
    near = get_close_matches(node.value.lower(), list(shape.bare), n=1, cutoff=0.6)
    return near[0] if near else ""


def _expected_group(shape: shapes.Group, node: Node) -> str:
    if near := _nearly_bare(shape, node):
        return f'did you mean "{near}"?'
    names = ", ".join(field.name for field in declarations(shape.type))
    bare = "".join(f"the word {word}, or " for word in shape.bare)
    found = f'"{shown(node.value)}"' if isinstance(node, Scalar) else name_of(node)
    return f"expected {bare}fields ({names}); found {found}"


def _in_full(shape: shapes.Group, node: Node) -> Mapping | None:
    """Return the mapping that a short form stands for."""
    if isinstance(node, Mapping):
        return node
    if isinstance(node, Sequence):
        return _entry(node.mark, shape.list_as, node) if shape.list_as else None
    if node.value in shape.bare and (node.plain or node.value not in _TRUTH):
        name, value = shape.bare[node.value]
        return _entry(node.mark, name, Scalar(node.mark, value))
    if shape.link_as and "://" in node.value:
        return _entry(node.mark, shape.link_as, node)
    return _entry(node.mark, shape.scalar_as, node) if shape.scalar_as else None


def _entry(mark: Mark, name: str, value: Node) -> Mapping:
    return Mapping(mark, ((Scalar(mark, name), value),))


def _point(node: Node, findings: Findings) -> object:
    expected = "expected two numbers, [latitude, longitude]"
    pair = [item for item in node.items if isinstance(item, Scalar)] if _is_pair(node) else []
    if not pair:
        findings.error("invalid-point", node.mark, f"{expected}; found {name_of(node)}")
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
        findings.error("wrong-shape", other.mark, f"expected fields, found {name_of(other)}")
        return
    for key in other.keys():  # noqa: SIM118 - a Mapping node is not a dict
        if key.value not in names:
            near = did_you_mean(key.value, names)
            message = f'there is no field "{key.value}" to put into {language}{near}'
            findings.error("unknown-field", key.mark, message)


def _says_nothing(value: object) -> bool:
    """Say whether a value is as good as missing. The number 0 is not, nor a group that is there."""
    return value in ("", (), Text())
