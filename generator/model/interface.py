"""How far a language has come: the interface, and the words of the records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from generator.model.problem import Mark


@dataclass(frozen=True, slots=True)
class Interface:
    """How many of the interface strings are said in a language.

    ``unsure`` are those that were taken over from a like string and that nobody has looked at.
    """

    language: str
    wanted: int
    said: int
    unsure: int = 0

    @property
    def percentage(self) -> int:
        """What part is said, in whole percents."""
        return percentage(self.said, self.wanted)


@dataclass(frozen=True, slots=True)
class Brought:
    """A file brought up to date. ``interface`` says how far a catalogue's language has come."""

    path: str
    changed: bool
    interface: Interface | None = None


@dataclass(frozen=True, slots=True)
class Untranslated:
    """What of one file has not been put into a language.

    ``fields`` are in the order in which the file has them, each by its path (``cost.0.note``) and
    where its words stand. ``nothing`` says that no word of the file has been.
    """

    path: str
    belongs: str
    """Where the words would go: a file beside it, or the file itself."""
    fields: tuple[tuple[str, Mark], ...]
    nothing: bool


@dataclass(frozen=True, slots=True)
class Translated:
    """How far a place has come in one of its languages."""

    language: str
    wanted: int
    """How many texts there are."""
    said: int
    """How many of them are in the language."""
    files: int
    """How many files have texts."""
    whole: int
    """In how many of them every text is in the language."""
    untranslated: tuple[Untranslated, ...]

    @property
    def percentage(self) -> int:
        """What part of the texts is said, in whole percents."""
        return percentage(self.said, self.wanted)


def percentage(part: int, whole: int) -> int:
    """Return a part in whole percents, rounded down: a hundred only where nothing is missing."""
    return part * 100 // whole if whole else 100


class InterfaceStrings(Protocol):
    """What the site can say, and the catalogues that say it in other languages.

    All texts are as they stand in a file: a template has every string, a catalogue says them in one
    language. ``shown`` is the file as messages name it; where it cannot be read, Fault is raised.
    """

    def template(self) -> str:
        """Return the template of all that the site can say."""

    def renewed(self, template: str, catalogue: str, language: str, shown: str) -> str:
        """Return a catalogue with every string of the template, begun where it is empty."""

    def unsaid(self, template: str, below: str, own: str) -> str:
        """Return a template without what a catalogue ``below`` says, and ``own`` does not."""

    def known(self, template: str, own: str) -> str:
        """Return a template with only what a catalogue ``own`` has."""

    def joined(self, first: str, second: str) -> str:
        """Return one template with the strings of two."""

    def standing(
        self, template: str, catalogues: tuple[tuple[str, str], ...], language: str
    ) -> Interface:
        """Return how much of a template these catalogues say, each given as text and ``shown``."""
