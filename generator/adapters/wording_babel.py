"""Interface words from PO catalogues, and the forms of dates and numbers from CLDR, by Babel.

Catalogues are read as they are written: a compiled ``.mo`` beside each would be a second truth
that a team forgets to renew.
"""

from __future__ import annotations

import gettext
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from functools import reduce
from itertools import pairwise
from pathlib import Path
from string import ascii_lowercase, digits

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, get_day_names
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from babel.numbers import format_currency, format_decimal, get_currency_symbol

from generator.model.fault import Fault
from generator.model.wording import PLURAL_NUMBERS, SENSE_ENDS

# Plain "en" is American to CLDR: a comma before "and", and the month first in short dates.
_MEANT = {"en": "en_GB"}

_FRACTION = 100

_DIGITS = digits + ascii_lowercase


@dataclass(frozen=True, slots=True)
class BabelWordings:
    """The wordings of a site. ``themes`` are theme folders, the project's before the base's."""

    themes: tuple[Path, ...] = ()

    def speak(self, language: str) -> BabelWording:
        """Return the wording of a language; without a catalogue its words are English."""
        return BabelWording(language, _locale(language), _spoken(self.themes, language))


def catalogues(themes: Sequence[Path]) -> Iterator[str | bytes]:
    """Yield where each catalogue of these themes is in its theme, and its bytes.

    In the order in which they are asked, so that what is yielded stands for all that they say.
    """
    for theme in themes:
        for path in sorted(theme.glob("locale/*/messages.po")):
            yield from (path.relative_to(theme).as_posix(), path.read_bytes())


class BabelWording:
    """How the site speaks in one language: ``generator.model.wording.Wording``.

    It keeps the days and numbers that it has written: cards say the same few over and over, and
    Babel takes up to a tenth of a millisecond to read its own pattern.
    """

    def __init__(
        self, language: str, locale: Locale, spoken: Sequence[gettext.GNUTranslations]
    ) -> None:
        self.language = language
        self._locale = locale
        self._catalogue = spoken[0] if spoken else gettext.NullTranslations()
        self._rules: Sequence[Callable[[int], int]] = [it.plural for it in spoken]  # type: ignore[attr-defined] # typeshed does not know it
        self._days: dict[tuple[str, date], str] = {}
        self._numbers: dict[int, str] = {}
        self._plurals = ""

    @property
    def direction(self) -> str:
        """Which way it is written: ``ltr`` or ``rtl``."""
        return self._locale.text_direction

    def gettext(self, message: str) -> str:
        """Return the interface string in this language; ``message`` may begin with its sense."""
        return self._catalogue.gettext(message).rpartition(SENSE_ENDS)[2]

    def ngettext(self, one: str, many: str, number: int | Decimal) -> str:
        """Return the interface string in the plural form that ``number`` takes.

        Catalogues know whole numbers only; a fraction takes the form of a hundred, which in most
        languages is that of all numbers without a form of their own.
        """
        whole = int(number)
        return self._catalogue.ngettext(one, many, whole if whole == number else _FRACTION)

    @property
    def plurals(self) -> str:
        """Return which form each of ``PLURAL_NUMBERS`` takes, a digit for each.

        Where a project's theme counts otherwise than the base theme, either may say a message, so
        numbers are told apart that one of the two tells apart.
        """
        if not self._plurals:
            rules = self._rules or (_as_in_english,)
            forms: dict[tuple[int, ...], str] = {}
            self._plurals = "".join(
                forms.setdefault(tuple(rule(number) for rule in rules), _DIGITS[len(forms)])
                for number in PLURAL_NUMBERS
            )
        return self._plurals

    def day(self, value: date) -> str:
        """Return ``Tuesday 8 December 2026``."""
        return self._written(value, "EEEE d MMMM y")

    def short_day(self, value: date) -> str:
        """Return ``Tue 8 Dec``."""
        return self._written(value, "EEE d MMM")

    def month(self, value: date) -> str:
        """Return ``December 2026``."""
        return self._written(value, "LLLL y")

    def clock(self, value: time | datetime) -> str:
        """Return ``17:00``: unlike 5 pm it needs no translation and cannot be mistaken."""
        return f"{value.hour:02}:{value.minute:02}"

    def weekday(self, number: int) -> str:
        """Return the name of a weekday, Monday being 0."""
        names = get_day_names("wide", context="stand-alone", locale=self._locale)
        return str(names[number])

    def number(self, value: int | Decimal) -> str:
        """Return a number with this language's separators."""
        if not isinstance(value, int):
            return format_decimal(value, locale=self._locale)
        if value not in self._numbers:
            self._numbers[value] = format_decimal(value, locale=self._locale)
        return self._numbers[value]

    def currency_sign(self, currency: str) -> str:
        """Return how a currency is written beside an amount, such as £."""
        return get_currency_symbol(currency, locale=self._locale)

    def money(self, amount: Decimal, currency: str) -> str:
        """Return an amount with its currency; whole pounds have no pence."""
        if amount != amount.to_integral_value():
            return format_currency(amount, currency, locale=self._locale)
        return format_currency(
            amount, currency, format=self._whole_units(), locale=self._locale,
            currency_digits=False,
        )  # fmt: skip

    def listing(self, items: Sequence[str]) -> str:
        """Return ``a, b and c``.

        Where the word for "and" depends on what comes after, as CLDR's Welsh "a(c)" does, which
        moreover changes it, commas are all that is always right.
        """
        patterns = self._locale.list_patterns["standard"]
        if "(" in patterns["2"]:
            return reduce(patterns["middle"].format, items) if items else ""
        return format_list(list(items), locale=self._locale) if items else ""

    def language_name(self, tag: str) -> str:
        """Return what a language is called in this language."""
        # people need these here, and CLDR has no name for them
        if tag == "bfi":
            return self.gettext("British Sign Language")
        if tag == "isg":
            return self.gettext("Irish Sign Language")
        try:
            named = Locale.parse(tag, sep="-").get_display_name(self._locale)
        except (UnknownLocaleError, ValueError):
            named = self._locale.languages.get(tag.partition("-")[0])
        return str(named or tag)

    def own_name(self, tag: str) -> str:
        """Return what a language is called by those who speak it: ``Cymraeg`` for ``cy``."""
        try:
            return str(Locale.parse(tag, sep="-").get_display_name() or tag)
        except (UnknownLocaleError, ValueError):
            return self.language_name(tag)

    def _written(self, value: date, pattern: str) -> str:
        # of a moment only its day: the rest would make as many keys as there are moments
        key = pattern, date(value.year, value.month, value.day)
        if key not in self._days:
            self._days[key] = format_date(key[1], pattern, locale=self._locale)
        return self._days[key]

    def _whole_units(self) -> str:
        pattern: str = self._locale.currency_formats["standard"].pattern
        return pattern.replace(".00", "")


def _as_in_english(number: int) -> int:
    return int(number != 1)


def _locale(language: str) -> Locale:
    """Return the nearest locale that CLDR knows: ``cy-GB``, else ``cy``, else British English."""
    for tag in (_MEANT.get(language, language), language.partition("-")[0]):
        try:
            return Locale.parse(tag.replace("-", "_"))
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en", "GB")


def _spoken(themes: Sequence[Path], language: str) -> tuple[gettext.GNUTranslations, ...]:
    """Return a language's catalogues, each falling back on the next theme's."""
    found = [
        _read(path, language)
        for theme in themes
        if (path := theme / "locale" / language / "messages.po").is_file()
    ]
    for above, below in pairwise(found):
        above.add_fallback(below)
    return tuple(found)


def _read(path: Path, language: str) -> gettext.GNUTranslations:
    """Read a PO file into the form that the standard library looks words up in."""
    shown = "/".join(path.parts[-4:])
    try:
        with path.open("rb") as file:
            catalog = read_po(file, locale=language.replace("-", "_"), abort_invalid=True)
        compiled = io.BytesIO()
        write_mo(compiled, catalog)
        compiled.seek(0)
        return gettext.GNUTranslations(compiled)
    except (OSError, PoFileError, UnknownLocaleError, ValueError) as reason:
        raise Fault(f"{shown}: the catalogue cannot be read: {reason}") from reason
