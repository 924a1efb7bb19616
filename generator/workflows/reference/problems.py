"""The page of problem codes: what each means, why it matters, wrong and right."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.codes import SUBJECTS
from generator.model.codes.code import Code, Example, Part
from generator.model.problem import Severity
from generator.workflows.reference.writing import HEAD, anchor, fenced

_OPENING = (
    "Every message names its code in square brackets, and each code has its place here. An "
    "**error** in a record that is not a draft keeps the site from being published, a **warning** "
    "does so under `--strict`, a **note** never. Whatever is wrong with a record that says "
    "`draft: true` is a note."
)
_PLACED = (
    "Examples show the fields that matter; the rest of the record is right. Lines and columns "
    "count from 1 in what is shown."
)
_SEVERITIES = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.NOTE: "Note"}


def problems_page() -> str:
    """Return the page, each code under a heading of its own."""
    parts = ["# Problems", HEAD, _OPENING, _PLACED]
    for subject, codes in SUBJECTS:
        links = ", ".join(f"[{code.id}](#{anchor(code.id)})" for code in codes)
        parts += [f"## {subject}", links]
        for code in codes:
            parts += _code(code)
    return "\n\n".join(parts) + "\n"


def _code(code: Code) -> Iterator[str]:
    always = " Never an error, even under `--strict`: only time makes it." if code.passing else ""
    yield f"### {code.id}"
    yield f"**{_SEVERITIES[code.severity]}.** {code.meaning} {code.why}{always}"
    yield from _example(code.example)


def _example(example: Example) -> Iterator[str]:
    if example.part is Part.WORDS:
        yield f"Wrong, told of `{example.path}`: {_quoted(example.wrong)}"
        yield f"Right: {_quoted(example.right)}"
        return
    where = {Part.FIELDS: "in", Part.BODY: "in the text of", Part.FILE: "as the whole of"}
    language = _language(example)
    yield (
        f"Wrong, {where[example.part]} `{example.path}`, told at line {example.line}, column "
        f"{example.column}:"
    )
    yield fenced(example.wrong, language)
    for path, fields in example.beside:
        yield f"where `{path}` has:"
        yield fenced(fields, "yaml")
    yield "Right:"
    yield fenced(example.right, language)


def _quoted(words: str) -> str:
    return words if "\n" not in words else f"`{words.strip().replace(chr(10), ' ⏎ ')}`"


def _language(example: Example) -> str:
    if example.part is Part.BODY:
        return "markdown"
    return "json" if example.path.endswith(".geojson") else "yaml"
