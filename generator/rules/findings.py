"""What is found out while one file is read: its problems, and where each value stands."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.model.problem import Mark, Problem, error, warning
from generator.model.record import Marks

Path = tuple[str, ...]


@dataclass(slots=True)
class Findings:
    """A gathering basket. It lives inside one call of a reading function and never leaves it."""

    language: str
    problems: list[Problem] = field(default_factory=list)
    places: list[tuple[str, Mark]] = field(default_factory=list)

    def error(self, code: str, mark: Mark, message: str) -> None:
        """Note a mistake that stops publishing."""
        self.problems.append(error(code, mark, message))

    def warning(self, code: str, mark: Mark, message: str) -> None:
        """Note something that a person should look at."""
        self.problems.append(warning(code, mark, message))

    def place(self, path: Path, mark: Mark) -> None:
        """Note where the value at ``path`` stands."""
        self.places.append((".".join(path), mark))

    def marks(self, start: Mark) -> Marks:
        """Return where everything stands."""
        return Marks.of(start, self.places)
