"""A record's file in its two parts: front matter between lines of three hyphens, and a body."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model.problem import Mark, Problem, error

FENCE = "---"
_DRAFT = re.compile(r"^draft:[ \t]*true[ \t]*(#.*)?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Parts:
    """The two parts of a file, and the line of the file on which each begins."""

    front: str
    front_line: int
    body: str
    body_line: int


def split(path: str, text: str) -> tuple[Parts, tuple[Problem, ...]]:
    """Return the parts of a file; a Problem where the front matter has no beginning or end."""
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        message = "a record begins with a line of three hyphens, then its fields"
        return Parts("", 1, text, 1), (error("no-front-matter", Mark(path), message),)
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == FENCE:
            front = "\n".join(lines[1:number])
            body = "\n".join(lines[number + 1 :])
            return Parts(front, 2, body, number + 2), ()
    message = "the fields are never closed; put a line of three hyphens after the last one"
    return Parts("\n".join(lines[1:]), 2, "", len(lines)), (
        error("no-front-matter", Mark(path), message),
    )


def says_draft(text: str) -> bool:
    """Say whether a file calls itself a draft, also where its fields cannot be read.

    A half-finished record is the likeliest to be broken, and must block nobody.
    """
    front = text.partition(f"\n{FENCE}\n")[0]
    return _DRAFT.search(front) is not None
