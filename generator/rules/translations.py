"""What a translation's file says of itself, apart from the words it translates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.model.declaration import declarations, declared
from generator.model.node import Mapping
from generator.model.record import Translation
from generator.model.shapes import Day, Token
from generator.rules.findings import Findings
from generator.rules.reading import read_fields
from generator.rules.suggestions import did_you_mean


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslationEntry:
    """What stands in a translation's file besides the words themselves."""

    text_by: str = declared(Token(), "Who put it into this language: a role or a service.")
    translated_on: date | None = declared(Day(), "When.")


def read_translation(
    language: str, fields: Mapping, findings: Findings
) -> tuple[Mapping, Translation]:
    """Return a translation's words alone, and what its file says of itself."""
    names = {field.name for field in declarations(TranslationEntry)}
    own = tuple(entry for entry in fields.entries if entry[0].value in names)
    words = tuple(entry for entry in fields.entries if entry[0].value not in names)
    # Apart: the marks of the record are those of the author's own file.
    aside = Findings(language)
    said = TranslationEntry(**read_fields(TranslationEntry, replace(fields, entries=own), aside))
    findings.problems.extend(aside.problems)
    dated = fields.get("translated_on") or fields
    translation = Translation(language, said.text_by, said.translated_on, dated.mark)
    return replace(fields, entries=words), translation


def unwanted(language: str, stem: str, languages: Sequence[str]) -> str:
    """Return why a place has no use for a translation into this language, or ""."""
    if language == languages[0]:
        return f'"{language}" is the main language, whose words belong in {stem}.md itself'
    if language not in languages:
        near = did_you_mean(language, languages)
        return f'place.yaml does not name "{language}" among its languages{near}'
    return ""
