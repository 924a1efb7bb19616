"""What a field of a data file can hold: in a word for people, as JSON Schema for programs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.rules.json_text import Json
from generator.views.labels import marked

Schema = Mapping[str, Json]


@dataclass(frozen=True, slots=True)
class Holds:
    """What a field holds: ``words`` for people, ``schema`` for one value that is known.

    ``always`` says that it is known of every record; else the value may be null.
    """

    words: str
    schema: Schema
    always: bool = False

    @property
    def values(self) -> tuple[str, ...]:
        """The words that it, or each item of its list, is one of; empty where it can be any."""
        items = self.schema.get("items")
        told = items if isinstance(items, Mapping) else self.schema
        words = told.get("enum")
        return tuple(map(str, words)) if isinstance(words, list | tuple) else ()

    @property
    def json_schema(self) -> Schema:
        """The schema of the value in a JSON file, where it may be null."""
        if self.always:
            return self.schema
        if "enum" in self.schema:
            return {"enum": [*self.values, None]}
        return {**self.schema, "type": [self.schema["type"], "null"]}


def always(holds: Holds) -> Holds:
    """Return the same, known of every record."""
    return replace(holds, always=True)


def one_of(values: tuple[str, ...]) -> Holds:
    """Return what is one of these words."""
    return Holds(marked("one of these words"), {"enum": values})


def many_of(values: tuple[str, ...]) -> Holds:
    """Return what is a list of these words."""
    return Holds(
        marked("a list of words"), {"type": "array", "items": {"enum": values}}, always=True
    )


def listed(**members: Schema) -> Holds:
    """Return what is a list of parts, each with some of these members."""
    return Holds(marked("a list of parts"), array_of(**members), always=True)


def array_of(**members: Schema) -> Schema:
    """Return the schema of a list of objects, each with some of these members and no other."""
    part: Schema = {
        "type": "object",
        "properties": members,
        "additionalProperties": False,
    }
    return {"type": "array", "items": part}


def or_null(schema: Schema) -> Schema:
    """Return the schema of a value that may be null."""
    return {**schema, "type": [schema["type"], "null"]}


SOME_TEXT: Schema = {"type": "string"}
SOME_DATE: Schema = {"type": "string", "format": "date"}
SOME_TIME: Schema = {
    "type": "string",
    "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$",
}

TEXT = Holds(marked("text"), SOME_TEXT)
NAME = always(TEXT)
LINK = Holds(marked("a web address"), {"type": "string", "format": "uri"})
DATE = Holds(marked("a date, such as 2026-11-23"), SOME_DATE)
WHOLE = Holds(marked("a whole number"), {"type": "integer"})
NUMBER = Holds(marked("a number"), {"type": "number"})
YES_NO = Holds(marked("true or false"), {"type": "boolean"}, always=True)
TEXTS = Holds(marked("a list of texts"), {"type": "array", "items": SOME_TEXT}, always=True)
LINKS = Holds(
    marked("a list of web addresses"),
    {"type": "array", "items": {"type": "string", "format": "uri"}},
    always=True,
)
TRANSLATIONS = Holds(
    marked("by language, the fields that read otherwise in it"),
    {"type": "object", "additionalProperties": {"type": "object"}},
    always=True,
)
