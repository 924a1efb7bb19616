"""Words as the finder compares them: without case, accents or punctuation.

The browser does the same in ``folding.js``; ``tests/js/folding_vectors.json`` holds both to it.
Unicode's casefold was rejected because browsers do not have it, and a stemmer belongs after this
step, not into it.
"""

from __future__ import annotations

import unicodedata

# letters that no decomposition reaches, as a person without them on the keyboard types them
PLAIN_LETTERS = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ł": "l",
        "ħ": "h",
        "ı": "i",
        "ς": "σ",
    }
)

# "children's" is found by "childrens" and "children"; splitting would leave a lone "s" to match
APOSTROPHES = str.maketrans("", "", "'\u2019\u2018\u02bc\u02b9`\u00b4")

LONGEST_TOKEN = 40
SHARD_KEY_LENGTH = 2


def fold(text: str) -> str:
    """Return ``text`` without case and accents: ``Pêl-droed`` becomes ``pel-droed``."""
    plain = text.translate(APOSTROPHES)
    if plain.isascii():
        return plain.lower()
    lowered = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", plain).lower())
    accents = {ord(sign): None for sign in set(lowered) if unicodedata.category(sign) == "Mn"}
    return lowered.translate(accents).translate(PLAIN_LETTERS).translate(APOSTROPHES)


def tokens(text: str) -> tuple[str, ...]:
    """Return the folded words of ``text`` in order: runs of letters, numbers and their marks."""
    folded = fold(text)
    # Each kind of sign in it is looked at once, and not each sign.
    apart = {ord(sign): " " for sign in set(folded) if unicodedata.category(sign)[0] not in "LNM"}
    return tuple(word[:LONGEST_TOKEN] for word in folded.translate(apart).split())


def shard_key(token: str) -> str:
    """Return the part of a word that says in which shard of the index it stands."""
    return token[:SHARD_KEY_LENGTH]
