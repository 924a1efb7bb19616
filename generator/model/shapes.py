"""The shapes a field's value can take.

They are data, and validation, the JSON Schema and the field reference all read them, so that none
of the three can disagree with the others.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from generator.model.text import Text

LINE = 200
SUMMARY = 400
FIELD_LIMIT = 8_000
MOST_ITEMS = 400
"""Of a list in a record: a date for every day of a year, and some."""
MOST_TERMS = 5_000
"""Of a scheme in taxonomy.yaml, which the whole place shares."""


@dataclass(frozen=True, slots=True)
class Words:
    """An author's words: a Text, translatable. One line unless ``lines`` is true.

    ``minor`` are words that a record counts as translated without, such as who took a picture.
    """

    longest: int = LINE
    lines: bool = False
    minor: bool = False


@dataclass(frozen=True, slots=True)
class Labels:
    """Words in a file that holds all languages at once: a string, or a mapping by language."""

    longest: int = LINE


@dataclass(frozen=True, slots=True)
class WordLists:
    """Lists of words in a file that holds all languages at once, as synonyms are."""


@dataclass(frozen=True, slots=True)
class Token:
    """One line that is the same in every language: a code, a name, a version.

    ``pattern`` must match the whole value; ``example`` is what a message offers instead.
    """

    pattern: str = ""
    example: str = ""
    longest: int = LINE


@dataclass(frozen=True, slots=True)
class Slug:
    """An id: lower-case letters and digits in groups joined by single hyphens."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Exactly one of a few words."""

    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """The id of a term in one of taxonomy.yaml's schemes. ``also`` are words allowed besides."""

    schemes: tuple[str, ...]
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ref:
    """The id of another record, of one of these kinds."""

    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """The id of a neighbourhood. With ``or_words`` it may be words instead, and is then a Text.

    Such a Text is an id where its ``original`` names a neighbourhood of the place.
    """

    or_words: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A web address: http or https."""


@dataclass(frozen=True, slots=True)
class Email:
    """An e-mail address."""


@dataclass(frozen=True, slots=True)
class Phone:
    """A telephone number as people write it: digits, spaces, ``+``, brackets, hyphens."""


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour as ``#rrggbb``."""


@dataclass(frozen=True, slots=True)
class Language:
    """A BCP 47 language tag, such as ``en``, ``cy`` or ``bfi`` (British Sign Language)."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A time zone by its key in the IANA database, such as ``Europe/London``."""


@dataclass(frozen=True, slots=True)
class Day:
    """A date, ``2026-12-08``."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A date and time in the place's own time zone, ``2026-12-08 17:00``.

    With ``or_time`` a bare ``19:00`` is accepted, meaning the same day as the start.
    """

    or_time: bool = False


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number within limits."""

    least: int = 0
    most: int = 1_000_000


@dataclass(frozen=True, slots=True)
class Amount:
    """A decimal number within limits, kept exactly as written."""

    least: str = "0"
    most: str = "1000000"
    places: int = 2


@dataclass(frozen=True, slots=True)
class Flag:
    """true or false: no other word, and neither of them in capitals."""


@dataclass(frozen=True, slots=True)
class Point:
    """``[latitude, longitude]`` in decimal degrees (WGS84)."""


@dataclass(frozen=True, slots=True)
class ImagePath:
    """A picture under content/images/: png, jpg or webp."""


@dataclass(frozen=True, slots=True)
class Many:
    """A list; one bare item stands for a list of one. From ``least`` to ``most`` items."""

    of: Shape
    least: int = 0
    most: int = MOST_ITEMS


@dataclass(frozen=True, slots=True)
class Group:
    """A mapping that becomes a value of ``type``, whose own declarations say what it may hold.

    The short forms save an author a mapping: ``bare`` maps a bare word to the entry it stands
    for, ``scalar_as`` names the field that any other single value fills, ``link_as`` the field
    that a web address fills, ``list_as`` the field that a list fills.
    """

    type: type
    bare: Mapping[str, tuple[str, str]] = field(default_factory=lambda: MappingProxyType({}))
    scalar_as: str = ""
    link_as: str = ""
    list_as: str = ""


Shape = (
    Words
    | Labels
    | WordLists
    | Token
    | Slug
    | Choice
    | Term
    | Ref
    | Neighbourhood
    | Link
    | Email
    | Phone
    | Colour
    | Language
    | Zone
    | Day
    | Moment
    | Whole
    | Amount
    | Flag
    | Point
    | ImagePath
    | Many
    | Group
)


def holds_words(shape: Shape) -> bool:
    """Say whether the value of such a field is a Text."""
    match shape:
        case Words() | Labels() | Neighbourhood(or_words=True):
            return True
        case _:
            return False


def nothing(shape: Shape) -> object:
    """Return the value a field of this shape has when the author left it out."""
    match shape:
        case Words() | Labels() | Neighbourhood(or_words=True):
            return Text()
        case WordLists() | Many():
            return ()
        case Flag():
            return False
        case Day() | Moment() | Whole() | Amount() | Point() | Group():
            return None
        case _:
            return ""
