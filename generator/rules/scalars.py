"""Single values as an author typed them, read by the shape their field declares.

Types come from the shape and never from the look of the text: ``no`` in a title is the word "no",
``012`` in an id is three characters, and ``12:30`` is a time only where a time is expected.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

from generator.model import shapes
from generator.model.node import Scalar
from generator.rules.decoding import FORBIDDEN
from generator.rules.measures import amount, day, moment, whole
from generator.rules.suggestions import one_of
from generator.rules.unreadable import Unreadable, shown
from generator.rules.zones import zone_mistake

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# What Windows keeps for its devices: a folder of that name could not be unpacked there
# (Microsoft, "Naming Files, Paths, and Namespaces").
DEVICE = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")
LONGEST_SLUG = 80
LONGEST_LINK = 2_000
_EMAIL = re.compile(
    r"[^\s@<>\"',;:()\[\]\\]+@[^\s@<>\"',;:()\[\]\\.]+(\.[^\s@<>\"',;:()\[\]\\.]+)+"
)
_PHONE = re.compile(r"\+?[0-9(][0-9 ()\-]{3,24}")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")
_IMAGE = re.compile(
    r"images/([A-Za-z0-9][A-Za-z0-9_-]*/)*[A-Za-z0-9][A-Za-z0-9._-]*\.(png|jpe?g|webp|PNG|JPE?G|WEBP)"
)
PATTERNS: dict[type, tuple[str, re.Pattern[str], str]] = {
    shapes.Email: ("invalid-email", _EMAIL, "an e-mail address, such as hello@example.org"),
    shapes.Phone: ("invalid-phone", _PHONE, "a telephone number, such as 01633 960001"),
    shapes.Colour: ("invalid-colour", _COLOUR, "a colour as # and six hexadecimal digits"),
    shapes.Language: ("invalid-language", _LANGUAGE, "a language tag, such as en or cy"),
    shapes.ImagePath: (
        "invalid-image-path",
        _IMAGE,
        "a picture below images/ that ends in .png, .jpg or .webp",
    ),
}
"""Shapes that a pattern decides: the code of what does not match, and what was expected."""

# Bidirectional controls and characters that cannot be seen: a name that holds one can pass for
# another (Unicode TR 36, 2.10). ZWNJ and ZWJ are left alone: Persian and Hindi need them.
_HIDDEN = re.compile(
    "[\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)


def read_scalar(shape: shapes.Shape, node: Scalar) -> object:  # noqa: C901, PLR0911, PLR0912 - one arm a shape
    """Return the value of a scalar by its shape; raise Unreadable where it has none.

    Words are returned as str: whoever knows the language makes a Text of them.
    """
    text = node.value
    # Escapes in double quotes bring in what the bytes of the file did not hold: "\0", "\e".
    if unseen := FORBIDDEN.search(text):
        raise Unreadable(
            "forbidden-character",
            f"there is an invisible control character (U+{ord(unseen.group()):04X})",
        )
    match shape:
        case shapes.Words():
            return words(text, shape.longest, lines=shape.lines)
        case shapes.Labels():
            return words(text, shape.longest)
        case shapes.Token():
            return _token(shape, text)
        case shapes.Slug():
            return slug(text)
        case shapes.Ref():
            return slug(text, "the name of a file without .md: ")
        case shapes.Term():
            return text if text in shape.also else slug(text)
        case shapes.Neighbourhood():
            return words(text, shapes.LINE) if shape.or_words else slug(text)
        case shapes.Choice():
            return _choice(shape, text)
        case shapes.Link():
            return link(text)
        case shapes.Email() | shapes.Phone() | shapes.Colour() | shapes.Language():
            return _pattern(shape, text)
        case shapes.ImagePath():
            return _pattern(shape, text)
        case shapes.Zone():
            return _zone(text)
        case shapes.Day():
            return day(text)
        case shapes.Moment():
            return moment(shape, text)
        case shapes.Whole():
            return whole(shape, text)
        case shapes.Amount():
            return amount(shape, text)
        case shapes.Flag():
            return _flag(node)
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
    # Composed, as keyboards type it: what a Mac copies from a file's name is not, and is not found
    # by whoever searches for it.
    composed = unicodedata.normalize("NFC", text)
    tidy = composed.strip() if lines else " ".join(composed.split())
    if len(tidy) > longest:
        raise Unreadable("too-long", f"{len(tidy)} characters; expected at most {longest}")
    return tidy


def slug(text: str, what: str = "") -> str:
    """Return an id, if that is what it is; ``what`` tells where such an id comes from."""
    if not SLUG.fullmatch(text) or len(text) > LONGEST_SLUG:
        meant = slug_like(text)
        hint = f'; did you mean "{meant}"?' if meant and meant != text else ""
        raise Unreadable(
            "invalid-id",
            f'"{shown(text)}" is not an id; expected {what}lower-case letters, digits and single '
            f"hyphens, at most {LONGEST_SLUG}{hint}",
        )
    if DEVICE.fullmatch(text):
        message = f'"{text}" cannot be the name of a folder on Windows; choose another id'
        raise Unreadable("invalid-id", message)
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
    strange = any(letter <= " " or letter.isspace() or letter in '<>"`{}|\\^' for letter in text)
    if strange or _HIDDEN.search(text):
        raise Unreadable("invalid-link", f'"{shown(text)}" has a character in it that no address '
                         f"has; {expected}")  # fmt: skip
    try:
        parts = urlsplit(text)
        host = parts.hostname
        _ = parts.port
    except ValueError:
        host = None
    if host and "@" in parts.netloc:
        message = (
            f'"{shown(text)}" has a name before its host, so that one site can pass for another; '
            "leave out what stands before the @"
        )
        raise Unreadable("invalid-link", message)
    if not host or parts.scheme not in ("http", "https") or len(text) > LONGEST_LINK:
        raise Unreadable("invalid-link", f'"{shown(text)}" is not a web address; {expected}')
    return text


def _pattern(shape: shapes.Shape, text: str) -> str:
    code, pattern, expected = PATTERNS[type(shape)]
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


def _flag(node: Scalar) -> bool:
    if node.value not in ("true", "false"):
        message = f'"{shown(node.value)}" is neither true nor false; expected one of these words'
        raise Unreadable("invalid-flag", message)
    if not node.plain:
        message = f'"{node.value}" in quotes is only a word; expected {node.value} without them'
        raise Unreadable("invalid-flag", message)
    return node.value == "true"
