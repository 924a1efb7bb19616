"""A theme's files: as they lie in it, and as they are published."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.model.artifact import Artifact
from generator.model.problem import Mark, Problem


@dataclass(frozen=True, slots=True)
class ThemeFile:
    """A file's bytes, and its path as messages name it."""

    content: bytes
    shown: str


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a template names an asset, by its path from ``assets/`` on.

    ``whole`` is False where more is put behind what is written once the page is drawn.
    """

    asset: str
    mark: Mark
    excerpt: str
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Assets:
    """Files as they are published, and where each that has another name is: path by own path."""

    files: tuple[Artifact, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


Naming = Callable[[Mapping[str, ThemeFile], Sequence[Mention]], Assets]
