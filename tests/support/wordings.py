"""How a site speaks when a test does not care about language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from generator.model.edition import Edition
from generator.model.place import Place
from generator.model.wording import PLURAL_NUMBERS, SENSE_ENDS


@dataclass(frozen=True, slots=True)
class PlainWording:
    """Interface strings as they are in the source, dates and numbers without ceremony."""

    language: str = "en"

    @property
    def direction(self) -> str:
        return "rtl" if self.language in ("ar", "he") else "ltr"

    def gettext(self, message: str) -> str:
        return message.rpartition(SENSE_ENDS)[2]

    def ngettext(self, one: str, many: str, number: int | Decimal) -> str:
        return one if number == 1 else many

    @property
    def plurals(self) -> str:
        return "".join("1" if number == 1 else "0" for number in PLURAL_NUMBERS)

    def day(self, value: date) -> str:
        return value.isoformat()

    def short_day(self, value: date) -> str:
        return value.isoformat()

    def month(self, value: date) -> str:
        return f"{value:%Y-%m}"

    def clock(self, value: time | datetime) -> str:
        return f"{value:%H:%M}"

    def weekday(self, number: int) -> str:
        return str(number)

    def number(self, value: int | Decimal) -> str:
        return str(value)

    def currency_sign(self, currency: str) -> str:
        return currency

    def money(self, amount: Decimal, currency: str) -> str:
        return f"{amount} {currency}"

    def listing(self, items: Sequence[str]) -> str:
        return ", ".join(items)

    def language_name(self, tag: str) -> str:
        return tag

    def own_name(self, tag: str) -> str:
        return tag


def edition(place: Place, language: str = "") -> Edition:
    """Return a place in one of its languages, the main one unless another is asked for."""
    chosen = language or place.settings.language
    return Edition(place, chosen, PlainWording(chosen))
