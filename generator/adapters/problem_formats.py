"""Problems as a person, a program or a code host reads them. Pure functions, text out."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence

from generator.model.problem import Problem, Severity

_SHOWN = 100
_BEFORE_CARET = 60
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
_ANNOTATIONS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "notice",
}


def as_text(problems: Iterable[Problem]) -> str:
    """Say each problem as ``path:line:col: error[code] message`` over its line, then a summary.

    Most severe first. Nothing from a record can steer the terminal or reorder what is read:
    control, invisible and bidirectional characters are written as escapes. No problems give "".
    """
    ordered = _ordered(problems)
    if not ordered:
        return ""
    return "".join(_told(problem) for problem in ordered) + f"{_summary(ordered)}\n"


def as_json(problems: Iterable[Problem]) -> str:
    """Return one JSON object: ``problems``, each with all that is known of it, and ``summary``."""
    ordered = _ordered(problems)
    value = {
        "problems": [
            {
                "code": problem.code,
                "severity": str(problem.severity),
                "path": problem.mark.path,
                "line": problem.mark.line,
                "column": problem.mark.column,
                "message": problem.message,
                "passing": problem.passing,
                "excerpt": problem.excerpt,
            }
            for problem in ordered
        ],
        "summary": {f"{severity}s": count for severity, count in _counts(ordered).items()},
    }
    # ASCII only: a lone surrogate in a record must not make the output unreadable as UTF-8.
    return json.dumps(value, indent=2) + "\n"


def as_github(problems: Iterable[Problem]) -> str:
    """Return a GitHub workflow command per problem, which annotates the line in a pull request.

    Escaped as GitHub's workflow-command rules ask: %, CR and LF everywhere, ``:`` and ``,`` in
    properties too, so that a record cannot issue commands of its own.
    """
    lines = []
    for problem in _ordered(problems):
        properties = {
            "file": problem.mark.path,
            "line": str(problem.mark.line),
            "col": str(problem.mark.column),
            "title": problem.code,
        }
        told = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
        lines.append(f"::{_ANNOTATIONS[problem.severity]} {told}::{_data(problem.message)}\n")
    return "".join(lines)


FORMATS: Mapping[str, Callable[[Iterable[Problem]], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
}


def visible(text: str) -> str:
    """Return the text with every character that could steer a terminal written as an escape."""
    return "".join(map(_visible, text))


def _ordered(problems: Iterable[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda problem: problem.order)


def _told(problem: Problem) -> str:
    mark = problem.mark
    where = f"{visible(mark.path)}:{mark.line}:{mark.column}"
    line = f"{where}: {problem.severity}[{problem.code}] {visible(problem.message)}\n"
    return line + _excerpt(problem.excerpt, mark.column)


def _excerpt(line: str, column: int) -> str:
    """Return the offending line and a caret under its column, both cut to what a terminal shows."""
    line = line.rstrip("\r\n")
    if not line.strip():
        return ""
    at = min(max(column - 1, 0), len(line))
    start = max(0, at - _BEFORE_CARET)
    before = [_spaced(character) for character in line[start:at]]
    after = [_spaced(character) for character in line[at : start + _SHOWN]]
    left = "…" if start else ""
    right = "…" if start + _SHOWN < len(line) else ""
    shown = left + "".join(before) + "".join(after) + right
    margin = len(left) + sum(_width(piece) for piece in before)
    return f"    {shown.rstrip()}\n    {' ' * margin}^\n"


def _summary(problems: Sequence[Problem]) -> str:
    told = ", ".join(
        f"{count} {severity}{'' if count == 1 else 's'}"
        for severity, count in _counts(problems).items()
        if count
    )
    files = len({problem.mark.path for problem in problems})
    return f"{told} in {files} file{'' if files == 1 else 's'}"


def _counts(problems: Sequence[Problem]) -> dict[Severity, int]:
    return {
        severity: sum(problem.severity is severity for problem in problems) for severity in Severity
    }


def _spaced(character: str) -> str:
    return " " if character == "\t" else _visible(character)


def _visible(character: str) -> str:
    if unicodedata.category(character) not in _INVISIBLE:
        return character
    return character.encode("unicode_escape").decode("ascii")


def _width(piece: str) -> int:
    """Return how many columns of a terminal the piece takes (Unicode TR 11, combining marks 0)."""
    return sum(
        0 if unicodedata.combining(each) else 1 + (unicodedata.east_asian_width(each) in "WF")
        for each in piece
    )


def _data(text: str) -> str:
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return visible(escaped)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
