"""JSON Schema (draft 2020-12) from the same declarations that records are read by.

For editors: they show a field's help while it is typed, and underline what has not its shape. What
takes several fields or records to tell, only ``doorstep check`` knows.

Editors read YAML by the 1.2 core rules, so a title of ``2026`` reaches the schema as a number,
while Doorstep reads the words that were typed. Wherever words can stand, numbers and true and false
can therefore stand too.
"""

from __future__ import annotations

import re
from dataclasses import replace

from generator.model import shapes
from generator.model.declaration import Declaration, declarations
from generator.model.registry import KINDS
from generator.model.settings import Settings
from generator.model.taxonomy import Taxonomy
from generator.rules.geocodes import GeocodeEntry
from generator.rules.scalars import LONGEST_SLUG, PATTERNS, SLUG

Schema = dict[str, object]
DRAFT = "https://json-schema.org/draft/2020-12/schema"

_WORDS = ["string", "number", "boolean"]
_SLUG: Schema = {
    "type": ["string", "integer"],
    "pattern": f"^{SLUG.pattern}$",
    "maxLength": LONGEST_SLUG,
}
_DATE = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_CLOCK = r"([01][0-9]|2[0-3]):[0-5][0-9]"
_MOMENT = rf"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}[ T]{_CLOCK}"
_LINK: Schema = {"type": "string", "pattern": r"^https?://[^\s<>\"`{}|\\^@]+$", "maxLength": 2000}


def schemas() -> dict[str, Schema]:
    """Return every schema by the name of what it is about: each kind of record, place, taxonomy."""
    records = {kind.name: record_schema(kind.type, kind.name) for kind in KINDS}
    entries = _Writing()
    venues: Schema = {
        "$schema": DRAFT,
        "title": "geocodes",
        "description": "What each venue's address resolved to, by the venue's id.",
        "type": ["object", "null"],
        "propertyNames": _SLUG,
        "additionalProperties": entries.group(GeocodeEntry),
    }
    return {
        **records,
        "place": record_schema(Settings, "place"),
        "taxonomy": record_schema(Taxonomy, "taxonomy"),
        "geocodes": {**venues, "$defs": entries.definitions},
    }


def record_schema(record_type: type, name: str) -> Schema:
    """Return the schema of a record's fields. A draft may miss any of them."""
    writing = _Writing()
    fields = declarations(record_type)
    needed = [field.name for field in fields if field.required]
    schema: Schema = {
        "$schema": DRAFT,
        "title": name,
        "description": _first_line(record_type),
        "type": "object",
        "additionalProperties": False,
        "properties": {field.name: writing.field(_begun(field), needed=False) for field in fields},
    }
    if needed:
        whole = {field.name: writing.of(field.shape) for field in fields if field.required}
        there: Schema = {"required": needed, "properties": whole}
        drafts = any(field.name == "draft" for field in fields)
        schema |= {"if": _IS_DRAFT, "else": there} if drafts else {"allOf": [there]}
    return {**schema, "$defs": writing.definitions} if writing.definitions else schema


_IS_DRAFT: Schema = {"properties": {"draft": {"const": True}}, "required": ["draft"]}


def _begun(field: Declaration) -> Declaration:
    """Return the field as a draft may have it: a list that must be longer may be short as yet."""
    shape = field.shape
    if not isinstance(shape, shapes.Many):
        return field
    return replace(field, shape=replace(shape, least=0))


class _Writing:
    """One schema while it is written: the groups that it has met, each under its own name."""

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {}

    def field(self, field: Declaration, *, needed: bool) -> Schema:
        """Return a field's schema; what need not be there may also be left empty."""
        schema = self.of(field.shape)
        if not needed:
            schema = {"anyOf": [schema, {"type": "null"}]}
        default = {} if field.left_out is None else {"default": field.left_out}
        return {"description": field.help, **schema, **default}

    def group(self, group_type: type) -> Schema:
        name = group_type.__name__
        if name not in self.definitions:
            self.definitions[name] = {}  # first, so that a group may hold one of its own kind
            fields = declarations(group_type)
            needed = [field.name for field in fields if field.required]
            schema: Schema = {
                "description": _first_line(group_type),
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    field.name: self.field(field, needed=field.required) for field in fields
                },
            }
            self.definitions[name] = {**schema, "required": needed} if needed else schema
        return {"$ref": f"#/$defs/{name}"}

    def of(self, shape: shapes.Shape) -> Schema:  # noqa: PLR0911 - one arm a shape
        """Return the schema of a shape."""
        match shape:
            case shapes.Many():
                return self.many(shape)
            case shapes.Group():
                return self.short_forms(shape)
            case shapes.Labels():
                words: Schema = {"type": _WORDS, "maxLength": shape.longest}
                return {"anyOf": [words, _by_language(words)]}
            case shapes.WordLists():
                lists = self.many(shapes.Many(shapes.Token()))
                return {"anyOf": [lists, _by_language(lists)]}
            case shapes.Words() | shapes.Token() | shapes.Choice() | shapes.Term():
                return _words(shape)
            case shapes.Slug() | shapes.Ref():
                return dict(_SLUG)
            case shapes.Neighbourhood():
                return {"type": _WORDS, "maxLength": shapes.LINE} if shape.or_words else dict(_SLUG)
            case shapes.Link():
                return dict(_LINK)
            case _:
                return _measured(shape)

    def many(self, shape: shapes.Many) -> Schema:
        item = self.of(shape.of)
        listed: Schema = {"type": "array", "items": item, "maxItems": shape.most}
        if shape.least:
            listed["minItems"] = shape.least
        return listed if shape.least > 1 else {"anyOf": [listed, item]}

    def short_forms(self, shape: shapes.Group) -> Schema:
        forms: list[Schema] = [self.group(shape.type)]
        fields = {field.name: field.shape for field in declarations(shape.type)}
        words: list[object] = [
            {"true": True, "false": False}.get(word, word) for word in shape.bare
        ]
        if words:
            forms.append({"enum": words})
        for name in (shape.link_as, shape.list_as, shape.scalar_as):
            if name:
                forms.append(self.of(fields[name]))
        return forms[0] if len(forms) == 1 else {"anyOf": forms}


def _words(shape: shapes.Words | shapes.Token | shapes.Choice | shapes.Term) -> Schema:
    match shape:
        case shapes.Words():
            return {"type": _WORDS, "maxLength": shape.longest}
        case shapes.Token():
            pattern = {"pattern": f"^(?:{shape.pattern})$"} if shape.pattern else {}
            return {"type": _WORDS, "maxLength": shape.longest, **pattern}
        case shapes.Choice():
            return {"enum": [str(value) for value in shape.values]}
        case shapes.Term():
            return dict(_SLUG)


def _measured(shape: shapes.Shape) -> Schema:  # noqa: PLR0911 - one arm a shape
    match shape:
        case shapes.Day():
            return {"type": "string", "format": "date", "pattern": _DATE}
        case shapes.Moment():
            pattern = f"^({_MOMENT}|{_CLOCK})$" if shape.or_time else f"^{_MOMENT}$"
            return {"type": "string", "pattern": pattern}
        case shapes.Whole():
            return {"type": "integer", "minimum": shape.least, "maximum": shape.most}
        case shapes.Amount():
            return {
                "type": "number",
                "minimum": _number(shape.least),
                "maximum": _number(shape.most),
            }
        case shapes.Flag():
            return {"type": "boolean"}
        case shapes.Point():
            ends = ((-90, 90), (-180, 180))
            pair = [{"type": "number", "minimum": low, "maximum": high} for low, high in ends]
            return {"type": "array", "prefixItems": pair, "minItems": 2, "maxItems": 2}
        case shapes.Zone():
            return {"type": "string", "pattern": "^[A-Za-z0-9_+/-]+$"}
        case _:
            pattern = PATTERNS[type(shape)][1].pattern
            return {"type": "string", "pattern": f"^(?:{pattern})$"}


def _number(text: str) -> float | int:
    return float(text) if "." in text else int(text)


def _by_language(schema: Schema) -> Schema:
    tag = PATTERNS[shapes.Language][1].pattern
    return {
        "type": "object",
        "propertyNames": {"pattern": f"^(?:{tag})$"},
        "additionalProperties": schema,
    }


def _first_line(described: type) -> str:
    return re.split(r"\n\s*\n", (described.__doc__ or "").strip())[0].replace("\n    ", " ")
