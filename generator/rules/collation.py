"""The order in which readers of a language expect words.

Babel has no collation, and PyICU, which has, is a C++ library to be compiled on every machine that
builds a site. What is sorted here are titles and names, for which two rules of CLDR are enough:
accents and case decide only between words that are else the same, and the letters that an alphabet
has besides come where it has them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from generator.rules.folding import fold

# CLDR's tailorings (common/collation/cy.xml and others): after which letter of the Latin alphabet a
# letter of two signs stands. "ng" comes after g.
_LETTERS: Mapping[str, Mapping[str, str]] = {
    "cy": {"ch": "c", "dd": "d", "ff": "f", "ng": "g", "ll": "l", "ph": "p", "rh": "r", "th": "t"},
}

_AFTER_ALL = "\uffff"


def collated(language: str, words: str) -> tuple[str, str]:
    """Return what words are sorted by in a language."""
    folded = fold(words)
    letters = _LETTERS.get(language.partition("-")[0], {})
    if letters:
        folded = _any_of(tuple(letters)).sub(lambda it: letters[it[0]] + _AFTER_ALL, folded)
    return folded, words.casefold()


@cache
def _any_of(letters: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(letters))
