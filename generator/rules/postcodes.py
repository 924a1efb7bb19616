"""Great Britain's postcodes as text: spelling, form, parts, and slips of the finger.

The forms and the letters allowed at each place are Royal Mail's (PAF Programmers' Guide): they tell
a typing mistake from a postcode that merely does not exist. Whether one exists is the gazetteer's
business. Northern Ireland's (BT) have the form too, though no gazetteer of ours holds them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

UNIT_LETTERS = "ABDEFGHJLNPQRSTUWXYZ"
"""The twenty letters of the last two places: C, I, K, M, O and V look too much like others."""

_FIRST = "[A-PR-UWYZ]"
_SECOND = "[A-HK-Y]"
_OUTWARD = (
    f"(?:{_FIRST}[0-9][0-9]?|{_FIRST}{_SECOND}[0-9][0-9]?"
    f"|{_FIRST}[0-9][ABCDEFGHJKPSTUW]|{_FIRST}{_SECOND}[0-9][ABEHMNPRVWXY]|GIR)"
)
_FORM = re.compile(rf"({_OUTWARD})([0-9][{UNIT_LETTERS}]{{2}})")
_SEPARATORS = re.compile(r"[\s.\-]+")

# What is mistaken for what, in reading a note and in typing: the likeliest slips of all.
_LOOKALIKES = {
    "O": "0", "0": "OD", "I": "1", "1": "IL", "L": "1", "S": "5", "5": "S", "B": "8", "8": "B",
    "Z": "2", "2": "Z", "G": "6", "6": "G", "D": "0", "Q": "0", "U": "V", "V": "UW", "W": "V",
}  # fmt: skip
_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LONGEST = 12
_ELSEWHERE = ("BT", "GY", "IM", "JE")
"""Northern Ireland and the Crown Dependencies, which OS Code-Point Open leaves out."""


def normalise(text: str) -> str | None:
    """Return the postcode as Royal Mail writes it, or None where the text has not its form.

    Case, spaces of any kind, full stops, hyphens and full-width signs are forgiven. Nothing is
    guessed: ``NP2O 1PA`` (a letter O) is None, and ``slips`` offers what was probably meant.
    """
    found = _FORM.fullmatch(_squeezed(text))
    return f"{found[1]} {found[2]}" if found else None


def in_great_britain(postcode: str) -> bool:
    """Say whether a normalised postcode is one that the gazetteer would hold if it existed."""
    return not postcode.startswith(_ELSEWHERE)


def district(postcode: str) -> str:
    """Return the first half of a normalised postcode: ``NP20`` of ``NP20 1PA``."""
    return postcode.partition(" ")[0]


def inward(postcode: str) -> str:
    """Return the second half of a normalised postcode: ``1PA`` of ``NP20 1PA``."""
    return postcode.partition(" ")[2]


def sector(postcode: str) -> str:
    """Return the sector of a normalised postcode: ``NP20 1`` of ``NP20 1PA``."""
    return postcode[:-2]


def slips(text: str) -> Iterator[str]:
    """Yield normalised postcodes one slip of the finger from the text, likeliest first.

    A slip is a sign mistaken for its lookalike, two neighbours exchanged, one sign wrong, one too
    many or one forgotten. The end of a postcode comes before its start: there a neighbouring
    street is meant rather than another town. What is yielded need not exist.
    """
    typed = _squeezed(text)
    if not typed or len(typed) > _LONGEST:
        return
    seen = {normalise(typed)}
    for candidate in _edits(typed):
        postcode = normalise(candidate)
        if postcode is not None and postcode not in seen:
            seen.add(postcode)
            yield postcode


def _squeezed(text: str) -> str:
    return _SEPARATORS.sub("", unicodedata.normalize("NFKC", text)).upper()


def _edits(typed: str) -> Iterator[str]:
    backwards = range(len(typed) - 1, -1, -1)
    for place in backwards:
        for sign in _LOOKALIKES.get(typed[place], ""):
            yield typed[:place] + sign + typed[place + 1 :]
    for place in backwards[1:]:
        yield typed[:place] + typed[place + 1] + typed[place] + typed[place + 2 :]
    for place in backwards:
        yield typed[:place] + typed[place + 1 :]
    for place in backwards:
        for sign in _SIGNS:
            yield typed[:place] + sign + typed[place + 1 :]
    for place in range(len(typed), -1, -1):
        for sign in _SIGNS:
            yield typed[:place] + sign + typed[place:]
