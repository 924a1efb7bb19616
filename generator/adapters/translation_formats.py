"""How far translations have come, as a person, a program or a code host reads it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from generator.adapters.problem_formats import FORMATS, as_github, as_json, visible
from generator.model.interface import Interface, Translated, Untranslated
from generator.model.problem import Problem, note

Progress = Sequence[tuple[Translated, Interface | None]]
"""Each language with how far its interface has come; None where that is written in it."""


def checked(problems: Sequence[Problem], form: str, progress: Progress | None) -> str:
    """Write what a check found as text, json or github; ``progress`` is None where unasked."""
    if form == "json" and progress is not None:
        return progress_as_json(problems, progress)
    told = FORMATS[form](problems)
    if form == "text":
        told = told or "no problems\n"
        return told if progress is None else told + progress_as_text(progress)
    return told if progress is None else told + progress_as_github(progress)


def progress_as_text(progress: Progress) -> str:
    """List what is missing, grouped by file, then say how far each language has come."""
    lines = [line for language, _ in progress for line in _missing(language)]
    lines += [_summary(language, interface) for language, interface in progress]
    return "".join(f"{line}\n" for line in lines or ["there is no other language in place.yaml"])


def progress_as_json(problems: Sequence[Problem], progress: Progress) -> str:
    """Return the JSON object of the problems with one key more, ``translations``."""
    value = json.loads(as_json(problems))
    value["translations"] = [_language(language, interface) for language, interface in progress]
    return json.dumps(value, indent=2) + "\n"


def progress_as_github(progress: Progress) -> str:
    """Return an annotation for each file, where the first missing words stand."""
    notes = (
        note("untranslated", one.fields[0][1], f"not in {language.language} yet: {_names(one)}")
        for language, _ in progress
        for one in language.untranslated
    )
    return as_github(notes)


def _missing(language: Translated) -> Iterator[str]:
    for one in language.untranslated:
        goes = "" if one.belongs == one.path else f" into {visible(one.belongs)}"
        yet = "nothing of it is there yet" if one.nothing else "some of it is missing"
        yield f"{language.language}: {visible(one.path)}{goes}: {yet}"
        for field, mark in one.fields:
            yield f"    {visible(mark.path)}:{mark.line}:{mark.column}: {visible(field)}"


def _summary(language: Translated, interface: Interface | None) -> str:
    told = (
        f"{language.language}: {language.percentage}% of the texts ({language.said} of "
        f"{language.wanted}), {language.whole} of {language.files} files whole"
    )
    if interface is None:
        return told
    unsure = f", {interface.unsure} fuzzy" if interface.unsure else ""
    counts = f"{interface.said} of {interface.wanted}{unsure}"
    return f"{told}; {interface.percentage}% of the interface ({counts})"


def _names(one: Untranslated) -> str:
    return ", ".join(field for field, _ in one.fields)


def _language(language: Translated, interface: Interface | None) -> dict[str, Any]:
    return {
        "language": language.language,
        "percentage": language.percentage,
        "texts": language.wanted,
        "translated": language.said,
        "files": language.files,
        "whole": language.whole,
        "interface": None
        if interface is None
        else {
            "percentage": interface.percentage,
            "strings": interface.wanted,
            "translated": interface.said,
            "fuzzy": interface.unsure,
        },
        "missing": list(_files(language.untranslated)),
    }


def _files(untranslated: Iterable[Untranslated]) -> Iterator[dict[str, Any]]:
    for one in untranslated:
        fields = [
            {"field": field, "line": mark.line, "column": mark.column} for field, mark in one.fields
        ]
        yield {"path": one.path, "into": one.belongs, "nothing": one.nothing, "fields": fields}
