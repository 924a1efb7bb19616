"""Words that mix alphabets: the cheapest way to make one name pass for another (Unicode TR 39)."""

from __future__ import annotations

import re
import unicodedata

# Alphabets with letters that look like another's. Scripts that are mixed in honest words, as
# Japanese mixes three, are not among them.
_ALIKE = ("LATIN", "GREEK", "CYRILLIC", "ARMENIAN", "CHEROKEE", "COPTIC")
_WORD = re.compile(r"[^\W\d_]+")


def mixed_word(words: str) -> str:
    """Return the first word whose letters come from two alphabets that look alike, or ""."""
    if words.isascii():
        return ""
    return next((word for word in _WORD.findall(words) if len(_alphabets(word)) > 1), "")


def odd_letters(word: str) -> str:
    """Return the letters of the word's rarer alphabet with their names, as a message shows them."""
    by_alphabet: dict[str, list[str]] = {}
    for letter in word:
        by_alphabet.setdefault(_alphabet(letter), []).append(letter)
    rarest = min(
        (alphabet for alphabet in by_alphabet if alphabet), key=lambda it: len(by_alphabet[it])
    )
    letters = "".join(dict.fromkeys(by_alphabet[rarest]))
    return f'"{letters}" ({rarest.title()})'


def _alphabets(word: str) -> set[str]:
    return {_alphabet(letter) for letter in word} - {""}


def _alphabet(letter: str) -> str:
    """Return the alphabet by the letter's name: Python has no table of Unicode scripts."""
    name = unicodedata.name(letter, "").partition(" ")[0]
    return name if name in _ALIKE else ""
