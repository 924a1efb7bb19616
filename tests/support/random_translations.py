"""The second language of a random record: the same shape, and only what is words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.model import shapes
from generator.model.declaration import declarations
from generator.model.shapes import Shape
from tests.support.random_values import TODAY, Drawing


def translation(
    fields: Mapping[str, object], record_type: type, drawing: Drawing
) -> dict[str, object]:
    """Return most of a record's words in other words, aligned with the original by position."""
    said = _mapping(fields, record_type, drawing)
    return {**said, "text_by": drawing.sayings.words(40), "translated_on": TODAY}


def _mapping(fields: Mapping[str, object], of: type, drawing: Drawing) -> dict[str, object]:
    made: dict[str, object] = {}
    for declaration in declarations(of):
        if declaration.name in fields and drawing.random.random() < 0.8:
            value = _value(fields[declaration.name], declaration.shape, drawing)
            if value:
                made[declaration.name] = value
    return made


def _value(value: object, shape: Shape, drawing: Drawing) -> object:
    """Return a value's words in other words, or nothing where it holds none."""
    match shape:
        case shapes.Words(longest=longest):
            return drawing.sayings.words(longest)
        case shapes.Many(of=item):
            listed = isinstance(value, Sequence) and not isinstance(value, str)
            items = value if isinstance(value, Sequence) and listed else [value]
            made = [_value(one, item, drawing) or {} for one in items]
            return made if any(made) else None
        case shapes.Group(type=group):
            return _mapping(value, group, drawing) if isinstance(value, Mapping) else None
        case _:
            return None
