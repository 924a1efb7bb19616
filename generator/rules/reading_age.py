"""How old one has to be, about, to read an English text with ease.

The Automated Readability Index (Senter and Smith, 1967) needs letters, words and sentences, and no
dictionary of syllables: docs/decisions/0029 says why not a library.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

FEWEST_WORDS = 60
"""In a shorter text one long name decides."""

_SCHOOL_BEGINS = 5
"""The index counts school years of the United States, the first of which begins at six."""

_STUDENTS = 22
"""The index ends with the last of a student's years; above it the number tells only of one long
sentence, and no age."""

# An end is begun only at the first of its signs, or a row of 60,000 dots takes a minute.
_SENTENCE = re.compile(r"(?<![.!?:;])[.!?:;]++[\"'”’)]*(?:\s+|$)")
_WORD = re.compile(r"\w(?:[\w'’-]*\w)?")


def reading_age(blocks: Sequence[str]) -> int | None:
    """Return the age for paragraphs, headings and list items; None where they are too short.

    Each block ends a sentence, whether or not its author closed it with a full stop.
    """
    words: list[str] = [word for block in blocks for word in _WORD.findall(block)]
    if len(words) < FEWEST_WORDS:
        return None
    letters = sum(1 for word in words for letter in word if letter.isalnum())
    sentences = sum(1 for block in blocks for part in _SENTENCE.split(block) if _WORD.search(part))
    grade = 4.71 * letters / len(words) + 0.5 * len(words) / sentences - 21.43
    return min(_STUDENTS, max(_SCHOOL_BEGINS, round(grade) + _SCHOOL_BEGINS))
