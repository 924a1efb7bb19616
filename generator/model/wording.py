"""How the site speaks in one language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Protocol

SENSE_ENDS = "\x04"
"""Between the sense in which a message is meant and the message: the mark that gettext's own
catalogues keep them apart by, so that it is looked up as it is."""


PLURAL_NUMBERS = (*range(200), 1_000_000)
"""Numbers that tell all others which plural they take: a number from 200 on takes that of its last
two digits, plus 100, and a whole number of millions that of one million, for languages that say
"a million of". CLDR has one rule that looks further, the Cornish one for thousands."""


class Wording(Protocol):
    """Interface words and the forms of dates, times and numbers, in one language.

    A protocol and not a value, because plural rules and the forms of dates come from a library.
    It never speaks an author's words: those are Text.
    """

    @property
    def language(self) -> str:
        """The language it speaks."""

    @property
    def direction(self) -> str:
        """Which way it is written: ``ltr`` or ``rtl``."""

    def gettext(self, message: str) -> str:
        """Return the interface string in this language; ``message`` may begin with its sense."""

    def ngettext(self, one: str, many: str, number: int | Decimal) -> str:
        """Return the interface string in the plural form that ``number`` takes."""

    @property
    def plurals(self) -> str:
        """Which form each of ``PLURAL_NUMBERS`` takes: a digit for each (of base 36)."""

    def day(self, value: date) -> str:
        """Return ``Tuesday 8 December 2026``."""

    def short_day(self, value: date) -> str:
        """Return ``Tue 8 Dec``."""

    def month(self, value: date) -> str:
        """Return ``December 2026``."""

    def clock(self, value: time | datetime) -> str:
        """Return ``17:00``."""

    def weekday(self, number: int) -> str:
        """Return the name of a weekday, Monday being 0."""

    def number(self, value: int | Decimal) -> str:
        """Return a number with this language's separators."""

    def currency_sign(self, currency: str) -> str:
        """Return how a currency is written beside an amount, such as £."""

    def money(self, amount: Decimal, currency: str) -> str:
        """Return an amount with its currency; whole pounds have no pence."""

    def listing(self, items: Sequence[str]) -> str:
        """Return ``a, b and c``."""

    def language_name(self, tag: str) -> str:
        """Return what a language is called in this language."""

    def own_name(self, tag: str) -> str:
        """Return what a language is called by those who speak it: ``Cymraeg`` for ``cy``."""
