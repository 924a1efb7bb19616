"""The typeface that travels with the program: what it can write, and how words fill lines."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

_NO_LETTER = "\uffff"
"""A character that no typeface has, so that it is written as the box of what is missing."""
_ELLIPSIS = "…"


@lru_cache(maxsize=256)
def font(path: str, size: int) -> FreeTypeFont:
    """Return the typeface at a size in pixels."""
    from PIL import ImageFont  # noqa: PLC0415 - what is remembered needs no Pillow

    # Raqm sets letters better, and not every machine has it: the bytes would differ.
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


def writable(path: str, words: str) -> str:
    """Return the words as this typeface can write them, or "" where it cannot.

    A letter that is missing is written without its accents, if that is there. What is neither
    letter nor number (an emoji, an arrow) is left out. Where any letter is missing for good nothing
    is written at all: half a name is worse than none, and the page's own title says it anyway.
    """
    kept = []
    for letter in unicodedata.normalize("NFC", words):
        if letter.isspace() or not letter.isprintable():
            kept.append(" ")
            continue
        found = _nearest(path, letter)
        if found is None and unicodedata.category(letter)[0] in "LN":
            return ""
        kept.append(found or "")
    return " ".join("".join(kept).split())


def width(path: str, size: int, words: str) -> float:
    """Return how wide a line of words is, in pixels: as wide as its letters together.

    Without Raqm no pair of letters is moved closer, for which this typeface has rules in a table
    that only Raqm reads. Letters measured once spare asking Pillow at every length of every line.
    """
    return sum(_advance(path, size, letter) for letter in words)


def write(  # noqa: PLR0913 - where, in what and with what
    canvas: Image, path: str, size: int, at: tuple[float, float], words: str, *, ink: int
) -> None:
    """Write a line of words from a point on the line that its letters stand on.

    ``canvas`` has one band; where a letter's edge covers half a pixel, it is mixed from what was
    there and the ink in halves.
    """
    x, y = at
    for letter in words:
        shape = _shape(path, size, letter)
        if shape:
            mask, left, top = shape
            canvas.paste(ink, (round(x) + left, round(y) + top), mask)
        x += _advance(path, size, letter)


@dataclass(frozen=True, slots=True)
class Setting:
    """Words set in lines. ``whole`` is whether nothing was left out, and no word was broken."""

    lines: tuple[str, ...]
    size: int
    whole: bool


def set_in(path: str, words: str, size: int, room: float, most: int) -> Setting:
    """Return words in at most so many lines of a width; what is left over ends in an ellipsis."""
    lines: list[str] = []
    line, whole, used = "", True, 0.0
    space = width(path, size, " ")
    left = words.split()[::-1]
    while left:
        word = left.pop()
        longer = f"{line} {word}" if line else word
        taken = (used + space if line else 0.0) + width(path, size, word)
        if taken <= room:
            line, used = longer, taken
            continue
        if len(lines) == most - 1:
            end = _fitting(path, longer, size, room, _ELLIPSIS)
            last = longer[:end].rstrip(" ,.;:–-") + _ELLIPSIS
            return Setting((*lines, last), size, whole=False)
        if line:
            left.append(word)
        else:
            end = max(1, _fitting(path, word, size, room))
            line, whole = word[:end], False
            left.append(word[end:])
        lines.append(line)
        line = ""
    return Setting((*lines, line) if line else tuple(lines), size, whole)


def largest(path: str, words: str, sizes: Mapping[int, int], room: float) -> Setting:
    """Return words as large as they fit whole, else as much as fits at the smallest size.

    ``sizes`` says how many lines there may be of each size, the largest first.
    """
    for size, most in sizes.items():
        setting = set_in(path, words, size, room, most)
        if setting.whole:
            return setting
    return setting


def _fitting(path: str, words: str, size: int, room: float, ending: str = "") -> int:
    """Return how many of the letters fit a line together with an ending."""
    ends = range(len(words) + 1)
    fit = bisect_right(ends, room, key=lambda end: width(path, size, words[:end] + ending))
    return max(0, fit - 1)


@lru_cache(maxsize=4096)
def _advance(path: str, size: int, letter: str) -> float:
    return font(path, size).getlength(letter)


@lru_cache(maxsize=2048)
def _shape(path: str, size: int, letter: str) -> tuple[Image, int, int] | None:
    """Return a letter as a mask, and where that begins from where the letter stands."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - as above

    left, top, right, foot = map(round, font(path, size).getbbox(letter, anchor="ls"))
    if left == right or top == foot:
        return None
    mask = Image.new("L", (right - left, foot - top), 0)
    pen = ImageDraw.Draw(mask)
    pen.text((-left, -top), letter, 255, font(path, size), anchor="ls")
    return mask, left, top


@lru_cache(maxsize=4096)
def _nearest(path: str, letter: str) -> str | None:
    """Return the letter, or the same with fewer accents, whichever the typeface has first."""
    parts = unicodedata.normalize("NFKD", letter)
    for end in range(len(parts), 0, -1):
        found = letter if end == len(parts) else unicodedata.normalize("NFC", parts[:end])
        bare = all(unicodedata.combining(part) for part in parts[end:])
        if bare and all(_has(path, each) for each in found):
            return found
    return None


def _has(path: str, letter: str) -> bool:
    tried = font(path, 40)
    return bytes(tried.getmask(letter)) != bytes(tried.getmask(_NO_LETTER))
