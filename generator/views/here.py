"""From where a view speaks: one page of one edition.

Everything a view says depends on it: which language, and how a link leads from this page. It is
passed to every builder, and holds nothing that the page could not be drawn from again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVarTuple, Unpack
from urllib.parse import urlsplit

from generator.model.edition import Edition
from generator.model.page import Page
from generator.model.place import Place
from generator.model.prose import SafeHtml
from generator.model.record import Record
from generator.model.said import Passage, Said
from generator.model.settings import Settings
from generator.model.text import Text
from generator.model.wording import Wording
from generator.rules.addresses import absolute, page_file, relative
from generator.rules.collation import collated
from generator.rules.headings import fitted
from generator.rules.outward import named

Given = TypeVarTuple("Given")


@dataclass(frozen=True, slots=True)
class Here:
    """A page: its edition, and its address within it (``badges/robotics-1/``).

    ``anywhere`` is for the one page that a host shows under any address, the 404: its links begin
    at the host's root instead of leading on from where it is.
    """

    edition: Edition
    address: str
    anywhere: bool = False

    @property
    def place(self) -> Place:
        """The place."""
        return self.edition.place

    @property
    def settings(self) -> Settings:
        """What is true of the whole place."""
        return self.edition.place.settings

    @property
    def wording(self) -> Wording:
        """How the edition speaks."""
        return self.edition.wording

    @property
    def language(self) -> str:
        """The edition's language."""
        return self.edition.language

    @property
    def path(self) -> str:
        """The page's own file in the site."""
        return page_file(self.edition.prefix + self.address)

    @property
    def canonical(self) -> str:
        """The page's full address."""
        return absolute(self.settings.url, self.edition.prefix + self.address)

    def page(self, address: str) -> str:
        """Return the link from here to another page of this edition."""
        return self.file(self.edition.prefix + address)

    def file(self, path: str) -> str:
        """Return the link from here to a file, or another edition's page, from the site's root."""
        if self.anywhere:
            return absolute(urlsplit(self.settings.url).path, path)
        return relative(self.path, path)

    def said(self, text: Text) -> Said:
        """Return an author's words as this page says them."""
        language, words = text.chosen(self.language)
        return Said(words, language, foreign=bool(words) and language != self.language)

    def own(self, words: str) -> Said:
        """Return words that need no translation: interface words, names, numbers."""
        return Said(words, self.language)

    def order(self, words: str) -> tuple[str, str]:
        """Return what words are put in order by where people read this page's language."""
        return collated(self.language, words)

    def say(self, message: str, **given: object) -> str:
        """Return the interface string with what it speaks of put in."""
        return self.wording.gettext(message).format(**given)

    def count(self, one: str, many: str, number: int, **given: object) -> str:
        """Return the interface string in the plural that ``{number}`` takes, the rest put in."""
        spoken = self.wording.ngettext(one, many, number)
        return spoken.format(number=self.wording.number(number), **given)

    def passage(self, record: Record, top: int = 3) -> Passage:
        """Return a record's body, its own links leading on from this page.

        ``top`` is the level of its highest headings: one below what it stands under.
        """
        language, prose = record.chosen_body(self.language)
        if not prose:
            return Passage()
        first, *others = named(fitted(prose.pieces, top))
        pieces = [first]
        for link, piece in zip(prose.links, others, strict=True):
            pieces += [_escaped(self._own_link(link.target.lstrip("/"))), piece]
        return Passage(SafeHtml("".join(pieces)), language, foreign=language != self.language)

    def _own_link(self, target: str) -> str:
        """Return the link to a page of this edition, or to a file, which all editions share."""
        path = target.partition("#")[0].partition("?")[0]
        is_page = not path or path.endswith("/")
        return self.page(target) if is_page else self.file(target)


def _escaped(link: str) -> str:
    """Escape a link for the attribute that the pieces around it open and close."""
    return link.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")


def page(
    here: Here,
    template: str,
    make: Callable[[Here, Unpack[Given]], object],
    *given: *Given,
    source: str = "",
) -> Page:
    """Return the page here, whose view ``make(here, *given)`` is made when the page is drawn.

    ``source`` is the record that it is about.
    """
    return Page(here.path, template, here.edition, partial(_seen_from, here, make), given, source)


def _seen_from(here: Here, make: Callable[..., object], edition: Edition, *given: object) -> object:
    return make(replace(here, edition=edition), *given)
