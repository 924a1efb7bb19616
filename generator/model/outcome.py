"""What came of a build, as far as whoever asked for it wants to know."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.artifact import Published
from generator.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Outcome:
    """A finished build: what is wrong, and what was published, None where problems stopped it."""

    problems: tuple[Problem, ...]
    published: Published | None
