"""Where a random place's words come from: harmless ones, or whatever a test wants to try.

A place's structure and its words are drawn apart, so that one structure can be filled with two
kinds of words and the two sites compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

_FIRST = (
    "Slow", "Bright", "Quiet", "Open", "Early", "Later", "Gentle", "Café", "Tŷ", "Ŵyl", "Second",
    "Everyday", "Harbour", "Sunday", "Practical", "Spoken", "Green", "Small", "Curious", "Winter",
)  # fmt: skip
_LAST = (
    "pottery", "circuits", "gardening", "reading", "maps", "bread", "songs", "numbers", "sewing",
    "engines", "stories", "kayaks", "printing", "bees", "radio", "joinery", "cooking", "drawing",
)  # fmt: skip
_MORE = (
    "for beginners", "with others", "by the water", "step by step", "at your own pace",
    "and then some more", "on your doorstep", "with tools that are lent", "without a screen",
)  # fmt: skip


class Sayings(Protocol):
    """Gives words, never the same twice: what a list holds twice is dropped, and titles sort."""

    def title(self, longest: int) -> str:
        """Return words that name something; lists are sorted by them."""

    def words(self, longest: int) -> str:
        """Return any other words, on one line."""

    def address(self, usual: str) -> str:
        """Return what stands where an address is expected; ``usual`` is one that is right."""

    def body(self) -> str:
        """Return a record's Markdown."""


@dataclass
class Harmless:
    """Plain words, without any letter that means something to HTML, YAML or Markdown."""

    said: int = 0

    def title(self, longest: int) -> str:
        self.said += 1
        return f"{_FIRST[self.said % len(_FIRST)]} {_numbered(self.said)} {self._last()}"[:longest]

    def words(self, longest: int) -> str:
        self.said += 1
        words = f"{_FIRST[self.said % len(_FIRST)]} {self._last()} {self._more()} {self.said}"
        return words[:longest].strip()

    def address(self, usual: str) -> str:
        return usual

    def body(self) -> str:
        self.said += 1
        return (
            f"## {self._last().capitalize()}\n\nWe begin **{self._more()}**, and _{self._last()}_ "
            f"comes later.\n\n- {self._last()}\n- {self._more()}\n\n"
            "See [their page](https://elsewhere.example/page).\n"
        )

    def _last(self) -> str:
        self.said += 1
        return _LAST[self.said % len(_LAST)]

    def _more(self) -> str:
        self.said += 1
        return _MORE[self.said % len(_MORE)]


@dataclass
class Tried:
    """The given texts, one after another, round and round; titles begin with their number.

    The number keeps every list in the order that it has with harmless words.
    """

    texts: Sequence[str]
    bodies: Sequence[str] = ("",)
    said: int = 0

    def title(self, longest: int) -> str:
        text = self._next()
        return f"{_numbered(self.said)} {text}"[:longest].strip()

    def words(self, longest: int) -> str:
        text = self._next()
        return f"{text[: longest - 8]} {self.said}".strip()

    def address(self, usual: str) -> str:
        return usual

    def body(self) -> str:
        return self.bodies[self.said % len(self.bodies)]

    def _next(self) -> str:
        text = self.texts[self.said % len(self.texts)]
        self.said += 1
        return text


@dataclass
class Numbered:
    """Only numbers: what ``Tried`` is compared with."""

    said: int = 0

    def title(self, longest: int) -> str:
        del longest
        self.said += 1
        return f"{_numbered(self.said)} title"

    def words(self, longest: int) -> str:
        del longest
        self.said += 1
        return f"words {self.said}"

    def address(self, usual: str) -> str:
        return usual

    def body(self) -> str:
        return ""


def _numbered(number: int) -> str:
    return f"n{number:06d}"
