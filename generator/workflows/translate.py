"""``doorstep translate``: what the site can say, and the catalogues that say it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.model.fault import Refused
from generator.model.interface import Brought, Interface, InterfaceStrings
from generator.model.node import Scalar
from generator.model.problem import Mark
from generator.model.shapes import Language
from generator.ports import ReplacedFile
from generator.rules.scalars import read_scalar
from generator.rules.unreadable import Unreadable


@dataclass(frozen=True, slots=True)
class Shelf:
    """A theme's files of strings: the template, a catalogue for each language."""

    template: ReplacedFile
    catalogue: Callable[[str], ReplacedFile]
    languages: tuple[str, ...] = ()
    """The languages that it has a catalogue for."""


@dataclass(frozen=True, slots=True)
class Translator:
    """Brings a theme's files of strings up to date.

    ``base`` is the theme under it, None for the base theme itself. With ``writing`` false nothing
    is written, and only said what would be.
    """

    strings: InterfaceStrings
    shelf: Shelf
    base: Shelf | None = None
    writing: bool = True

    def extract(self) -> Brought:
        """Bring the template up to date."""
        return self._put(self.shelf.template, self.strings.template())

    def update(self, languages: Sequence[str]) -> tuple[Brought, ...]:
        """Bring the template and catalogues up to date: these, or all that there are.

        A language without a catalogue gets one. In a theme over the base theme it holds what the
        base theme does not say in that language: the theme's own strings, and all others of a
        language that the base theme does not speak.
        """
        for language in languages:
            _require_tag(language)
        template = self.strings.template()
        done = [self._put(self.shelf.template, template)]
        for language in languages or self.shelf.languages:
            file = self.shelf.catalogue(language)
            before = file.read()
            wanted = self._wanted(template, language, before)
            after = self.strings.renewed(wanted, before, language, file.path)
            interface = self.strings.standing(wanted, ((after, file.path),), language)
            done.append(self._put(file, after, interface))
        return tuple(done)

    def _wanted(self, template: str, language: str, own: str) -> str:
        if self.base is None:
            return template
        whole = self.strings.joined(template, self.base.template.read())
        if language.partition("-")[0] == "en":  # which they are written in: only rewordings
            return self.strings.known(whole, own)
        return self.strings.unsaid(whole, self.base.catalogue(language).read(), own)

    def _put(self, file: ReplacedFile, text: str, interface: Interface | None = None) -> Brought:
        changed = file.read() != text
        if changed and self.writing:
            file.replace(text)
        return Brought(file.path, changed, interface)


def _require_tag(language: str) -> None:
    try:
        read_scalar(Language(), Scalar(Mark(language), language))
    except Unreadable as reason:
        raise Refused(str(reason)) from None


def interfaces(
    strings: InterfaceStrings, shelves: Sequence[Shelf], languages: Sequence[str]
) -> tuple[Interface, ...]:
    """Return how far the interface has come in these languages; ``shelves`` end with the base."""
    template = strings.template()
    for shelf in shelves:
        if known := shelf.template.read():
            template = strings.joined(template, known)
    return tuple(
        strings.standing(
            template,
            tuple((file.read(), file.path) for file in _catalogues(shelves, language)),
            language,
        )
        for language in languages
    )


def _catalogues(shelves: Sequence[Shelf], language: str) -> list[ReplacedFile]:
    return [shelf.catalogue(language) for shelf in shelves]
