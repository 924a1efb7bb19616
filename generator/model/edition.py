"""What an output is asked for: one place in one language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.model.artifact import Artifact, Page
from generator.model.place import Place
from generator.model.problem import Problem
from generator.model.wording import Wording


@dataclass(frozen=True, slots=True)
class Edition:
    """One place in one language. Outputs are asked once per language, the main one first."""

    place: Place
    language: str
    wording: Wording

    @property
    def main(self) -> bool:
        """Whether this is the edition at the root of the site."""
        return self.language == self.place.settings.language

    @property
    def prefix(self) -> str:
        """What this edition's addresses begin with: "" for the main language, else ``cy/``."""
        return "" if self.main else f"{self.language}/"


@dataclass(frozen=True, slots=True)
class Produced:
    """What one output makes of an edition."""

    pages: tuple[Page, ...] = ()
    artifacts: tuple[Artifact, ...] = ()
    problems: tuple[Problem, ...] = ()


Output = Callable[[Edition], Produced]

Survey = Callable[[Place, Sequence[Page]], Produced]
"""What must know every planned page, such as a sitemap; asked once, after all outputs."""
