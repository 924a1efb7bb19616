"""Anything a person should fix, as a value: where, how bad, what, and what to do."""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace


class Severity(enum.StrEnum):
    """How bad a Problem is. An error stops publishing; a note never stops anything."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """Most severe first: 0 for an error, 2 for a note."""
        return (Severity.ERROR, Severity.WARNING, Severity.NOTE).index(self)


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A point in a file: path relative to where the command was run, line and column from 1.

    Columns count characters, not bytes, because that is what an editor's status bar shows.
    """

    path: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to fix.

    ``code`` is one of those in ``generator.model.codes``; ``message`` is lower case, has no
    full stop and blames nobody. ``passing`` marks what only the passing of time causes: such a
    Problem is at most a warning and stays one under ``--strict``. ``excerpt`` is the offending
    line, filled in once where the source text is at hand.
    """

    code: str
    severity: Severity
    mark: Mark
    message: str
    passing: bool = False
    excerpt: str = ""

    def softened(self) -> Problem:
        """Return the same Problem as a note: what a draft's problems are."""
        return replace(self, severity=Severity.NOTE)

    @property
    def order(self) -> tuple[int, Mark, str, str]:
        """Most severe first, then by file, line and column."""
        return (self.severity.rank, self.mark, self.code, self.message)


def error(code: str, mark: Mark, message: str) -> Problem:
    """Make a Problem that stops publishing."""
    return Problem(code, Severity.ERROR, mark, message)


def warning(code: str, mark: Mark, message: str, *, passing: bool = False) -> Problem:
    """Make a Problem that stops publishing only under ``--strict``, and never if ``passing``."""
    return Problem(code, Severity.WARNING, mark, message, passing=passing)


def note(code: str, mark: Mark, message: str) -> Problem:
    """Make a Problem that stops nothing."""
    return Problem(code, Severity.NOTE, mark, message)
