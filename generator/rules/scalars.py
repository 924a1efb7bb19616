"""Single values as an author typed them, read by the shape their field declares.

Types come from the shape and never from the look of the text: ``no`` in a title is the word "no",
``012`` in an id is three characters, and ``12:30`` is a time only where a time is expected.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time
from decimal import Decimal
from urllib.parse import urlsplit

from generator.model import shapes
from generator.model.location import Location
from generator.model.node import Scalar
from generator.rules.suggestions import one_of
from generator.rules.zones import zone_mistake

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_SLUG = 80
LONGEST_LINK = 2_000
LONGEST_SHOWN = 60
_EMAIL = re.compile(
    r"[^\s@<>\"',;:()\[\]\\]+@[^\s@<>\"',;:()\[\]\\.]+(\.[^\s@<>\"',;:()\[\]\\.]+)+"
)
_PHONE = re.compile(r"\+?[0-9(][0-9 ()\-]{3,24}")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")
_WHOLE = re.compile(r"-?(0|[1-9]\d{0,11})")
_DECIMAL = re.compile(r"-?(0|[1-9]\d{0,8})(\.\d{1,9})?")
_IMAGE = re.compile(
    r"images/([A-Za-z0-9][A-Za-z0-9_-]*/)*[A-Za-z0-9][A-Za-z0-9._-]*\.(png|jpe?g|webp)"
)
# Bidirectional controls and characters that cannot be seen: a name that holds one can pass for
# another (Unicode TR 36, 2.10). ZWNJ and ZWJ are left alone: Persian and Hindi need them.
_HIDDEN = re.compile(
    "[\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)


class Unreadable(Exception):
    """A value that its shape cannot hold: ``code`` and a message, for whoever knows the mark."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def read_scalar(shape: shapes.Shape, node: Scalar) -> object:  # noqa: C901, PLR0911, PLR0912 - one arm a shape
    """Return the value of a scalar by its shape; raise Unreadable where it has none.

    Words are returned as str: whoever knows the language makes a Text of them.
    """
    text = node.value
    match shape:
        case shapes.Words():
            return words(text, shape.longest, lines=shape.lines)
        case shapes.Labels():
            return words(text, shape.longest)
        case shapes.Token():
            return _token(shape, text)
        case shapes.Slug() | shapes.Ref():
            return slug(text)
        case shapes.Term():
            return text if text in shape.also else slug(text)
        case shapes.Neighbourhood():
            return words(text, shapes.LINE) if shape.or_words else slug(text)
        case shapes.Choice():
            return _choice(shape, text)
        case shapes.Link():
            return link(text)
        case shapes.Email():
            return _pattern(
                "invalid-email", _EMAIL, text, "an e-mail address, such as hello@example.org"
            )
        case shapes.Phone():
            return _pattern(
                "invalid-phone", _PHONE, text, "a telephone number, such as 01633 960001"
            )
        case shapes.Colour():
            return _pattern(
                "invalid-colour", _COLOUR, text, "a colour as # and six hexadecimal digits"
            )
        case shapes.Language():
            return _pattern("invalid-language", _LANGUAGE, text, "a language tag, such as en or cy")
        case shapes.Zone():
            return _zone(text)
        case shapes.Day():
            return day(text)
        case shapes.Moment():
            return _moment(shape, text)
        case shapes.Whole():
            return _whole(shape, text)
        case shapes.Amount():
            return _amount(shape, text)
        case shapes.Flag():
            return _flag(node)
        case shapes.ImagePath():
            return _pattern(
                "invalid-image-path", _IMAGE, text,
                "a picture below images/ that ends in .png, .jpg or .webp",
            )  # fmt: skip
        case _:
            raise Unreadable("wrong-shape", "expected more than a single value here")


def words(text: str, longest: int, *, lines: bool = False) -> str:
    """Return an author's words with their white space tidied."""
    if not lines and "\n" in text.strip():
        raise Unreadable("line-break", "expected one line, found several")
    hidden = _HIDDEN.search(text)
    if hidden:
        raise Unreadable(
            "hidden-character",
            f"there is an invisible character (U+{ord(hidden.group()):04X}); type it again by hand",
        )
    tidy = text.strip() if lines else " ".join(text.split())
    if len(tidy) > longest:
        raise Unreadable("too-long", f"{len(tidy)} characters; expected at most {longest}")
    return tidy


def slug(text: str) -> str:
    """Return an id, if that is what it is."""
    if not SLUG.fullmatch(text) or len(text) > LONGEST_SLUG:
        meant = slug_like(text)
        hint = f'; did you mean "{meant}"?' if meant and meant != text else ""
        raise Unreadable(
            "invalid-id",
            f'"{shown(text)}" is not an id; expected the name of a file without .md: lower-case '
            f"letters, digits and single hyphens, at most {LONGEST_SLUG}{hint}",
        )
    return text


def slug_like(text: str) -> str:
    """Return the id that words suggest: ``Café Gwyrdd!`` gives ``cafe-gwyrdd``."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    identifier = ""
    for word in re.findall(r"[a-z0-9]+", plain.replace("'", "")):
        longer = f"{identifier}-{word}" if identifier else word
        if len(longer) > LONGEST_SLUG:
            break
        identifier = longer
    return identifier


def link(text: str) -> str:
    """Return a web address whose scheme is http or https and which has a host."""
    expected = "expected a web address that begins with https:// or http://"
    if any(letter.isspace() or letter in '<>"`{}|\\^' for letter in text) or _HIDDEN.search(text):
        raise Unreadable("invalid-link", f'"{shown(text)}" has a character in it that no address '
                         f"has; {expected}")  # fmt: skip
    try:
        parts = urlsplit(text)
        host = parts.hostname
        _ = parts.port
    except ValueError:
        host = None
    if not host or parts.scheme not in ("http", "https") or len(text) > LONGEST_LINK:
        raise Unreadable("invalid-link", f'"{shown(text)}" is not a web address; {expected}')
    return text


def day(text: str) -> date:
    """Return a date; a day that the calendar lacks is refused."""
    match = _DAY.fullmatch(text)
    if match:
        try:
            return date(*(int(part) for part in match.groups()))
        except ValueError as fault:
            message = f'there is no day "{text}" in the calendar'
            raise Unreadable("invalid-date", message) from fault
    raise Unreadable(
        "invalid-date",
        f'"{shown(text)}" is not a date; expected year-month-day, such as 2026-12-08',
    )


def clock(text: str) -> time:
    """Return a time of day."""
    match = _CLOCK.fullmatch(text)
    if not match:
        raise Unreadable(
            "invalid-time",
            f'"{shown(text)}" is not a time; expected hours and minutes, such as 17:00',
        )
    return time(int(match[1]), int(match[2]))


def point(latitude: str, longitude: str) -> Location:
    """Return a point from two decimal numbers."""
    numbers = []
    for text, limit, name in ((latitude, 90, "latitude"), (longitude, 180, "longitude")):
        if not _DECIMAL.fullmatch(text) or abs(float(text)) > limit:
            raise Unreadable(
                "invalid-point",
                f'"{shown(text)}" is not a {name}; expected a number between -{limit} and {limit}',
            )
        numbers.append(float(text))
    return Location(*numbers)


def shown(text: str) -> str:
    """Return a value as a message may show it: short, and on one line."""
    tidy = " ".join(text.split())
    return tidy if len(tidy) <= LONGEST_SHOWN else tidy[: LONGEST_SHOWN - 1] + "…"


def _pattern(code: str, pattern: re.Pattern[str], text: str, expected: str) -> str:
    if not pattern.fullmatch(text) or len(text) > shapes.LINE:
        raise Unreadable(code, f'"{shown(text)}" is not {expected}')
    return text


def _token(shape: shapes.Token, text: str) -> str:
    tidy = words(text, shape.longest)
    if shape.pattern and not re.fullmatch(shape.pattern, tidy):
        example = f"; expected something like {shape.example}" if shape.example else ""
        raise Unreadable("invalid-format", f'"{shown(text)}" does not have the right form{example}')
    return tidy


def _choice(shape: shapes.Choice, text: str) -> str:
    for value in shape.values:
        if value == text:
            return value
    raise Unreadable(
        "invalid-choice", f'"{shown(text)}" cannot stand here' + one_of(text, shape.values)
    )


def _zone(text: str) -> str:
    if mistake := zone_mistake(text):
        raise Unreadable("invalid-timezone", mistake)
    return text


def _moment(shape: shapes.Moment, text: str) -> datetime | time:
    if shape.or_time and _CLOCK.fullmatch(text):
        return clock(text)
    parts = text.replace("T", " ", 1).split(" ")
    if len(parts) != 2:  # noqa: PLR2004 - a date and a time
        expected = "a time, such as 19:00" if shape.or_time else "a date and a time"
        raise Unreadable(
            "invalid-time", f'"{shown(text)}" is not {expected}; expected 2026-12-08 17:00'
        )
    return datetime.combine(day(parts[0]), clock(parts[1]))


def _whole(shape: shapes.Whole, text: str) -> int:
    if not _WHOLE.fullmatch(text):
        raise Unreadable(
            "invalid-number",
            f'"{shown(text)}" is not a whole number; expected digits alone, such as 12',
        )
    number = int(text)
    if not shape.least <= number <= shape.most:
        raise Unreadable(
            "invalid-number", f"{number} is out of range; expected {shape.least} to {shape.most}"
        )
    return number


def _amount(shape: shapes.Amount, text: str) -> Decimal:
    if not _DECIMAL.fullmatch(text):
        raise Unreadable(
            "invalid-number",
            f'"{shown(text)}" is not a number; expected digits alone, such as 4.50',
        )
    number = Decimal(text)
    exponent = number.as_tuple().exponent
    if isinstance(exponent, int) and -exponent > shape.places:
        raise Unreadable("invalid-number", f"{text} has more than {shape.places} decimal places")
    if not Decimal(shape.least) <= number <= Decimal(shape.most):
        raise Unreadable(
            "invalid-number", f"{text} is out of range; expected {shape.least} to {shape.most}"
        )
    return number


def _flag(node: Scalar) -> bool:
    if node.plain and node.value in ("true", "false"):
        return node.value == "true"
    raise Unreadable("invalid-flag", f'"{shown(node.value)}" is neither true nor false'
                     "; expected one of those two words, without quotes")  # fmt: skip
