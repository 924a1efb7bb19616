"""An author's words, in as many languages as they have been given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Words by language tag; the first language given is the one the author wrote in.

    ``spoken`` holds ``(language, words)`` pairs rather than a dict, so that a Text can be
    hashed, compared and put into a canonical form without thought for ordering.
    """

    spoken: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, words: Mapping[str, str]) -> Text:
        """Make a Text from ``{"en": "Library", "cy": "Llyfrgell"}``."""
        return cls(tuple(words.items()))

    @classmethod
    def plain(cls, language: str, words: str) -> Text:
        """Make a Text that exists in one language; empty words make an empty Text."""
        return cls(((language, words),)) if words else cls()

    def __bool__(self) -> bool:
        return bool(self.spoken)

    def chosen(self, language: str) -> tuple[str, str]:
        """Return ``(language, words)`` for ``language``, else what the author wrote first.

        The language comes back with the words, because a page must mark text that is not
        in its own language (WCAG 2.2, 3.1.2). An empty Text gives ``(language, "")``.
        """
        for tag, words in self.spoken:
            if tag == language:
                return tag, words
        return self.spoken[0] if self.spoken else (language, "")

    def words(self, language: str) -> str:
        """Return the words for ``language``, else what the author wrote first, else ``""``."""
        return self.chosen(language)[1]

    @property
    def original(self) -> str:
        """What the author wrote first, whatever language a page is in; ``""`` of an empty Text."""
        return self.spoken[0][1] if self.spoken else ""

    def has(self, language: str) -> bool:
        """Say whether the words exist in exactly this language."""
        return any(tag == language for tag, _ in self.spoken)


NO_TEXT = Text()
"""The default of every field of words: shared, because a Text never changes."""
