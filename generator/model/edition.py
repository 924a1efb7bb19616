"""What an output is asked for: one place in one language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from generator.model.artifact import Artifact
from generator.model.page import Listing, Page
from generator.model.place import Place
from generator.model.problem import Problem
from generator.model.wording import Wording


@dataclass(frozen=True, slots=True)
class Edition:
    """One place in one language. Outputs are asked once per language, the main one first."""

    place: Place
    language: str
    wording: Wording
    others: tuple[Wording, ...] = ()
    """How the place's other editions speak, for the one page that all languages share: the 404."""

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
    """What one output makes of an edition.

    ``later`` is what takes long and can be done beside other work.
    """

    pages: tuple[Page, ...] = ()
    artifacts: tuple[Artifact, ...] = ()
    problems: tuple[Problem, ...] = ()
    later: tuple[Later, ...] = ()


Output = Callable[[Edition], Produced]


@dataclass(frozen=True, slots=True)
class Later:
    """An output that is asked beside the drawing of pages; ``name`` is its own among all."""

    name: str
    output: Output
    edition: Edition


@dataclass(frozen=True, slots=True)
class Aside:
    """A file that lies beside a page: its bytes are ``make(*given)``.

    What it is made of is told before it is made, so that it need not be made again.
    """

    path: str
    make: Callable[..., bytes]
    given: tuple[object, ...]
    source: str = ""


Beside = Callable[[Page, object], Iterable[Aside]]
"""What lies beside a page and is made from its view, such as its social card."""

Survey = Callable[[Place, Sequence[Listing]], Iterable[Artifact]]
"""What must know every page that was drawn, such as a sitemap; asked once, after all outputs."""
