"""Words set as large as a circle allows, without knowing the reader's typeface.

A drawing is shown in whatever bold typeface the reader's machine has. Widths are therefore those
of a wide one (DejaVu Sans Bold, what Linux has): in any other the words take less room, never more.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

MOST_LINES = 4
_LEADING = 1.08
_LARGEST, _SMALLEST, _STEP = 70, 20, 2
_NARROW, _SLIM, _WIDE = set("iljI.,:;!|'’ "), set("ftr-()[]/"), set("mwMW%@—…")


@dataclass(frozen=True, slots=True)
class Fitted:
    """Lines of words, the size of their letters, and the height on which each one stands."""

    lines: tuple[str, ...]
    size: float
    heights: tuple[float, ...]


def width_of(words: str) -> float:
    """Return the most that a line of bold words takes, in units of its letters' size."""
    return sum(map(_letter, words))


def fitted(words: str, radius: float, above: float, below: float) -> Fitted:
    """Return the words within a circle of ``radius`` around 0, between two heights (down is +).

    In at most four lines, as large as they fit; what does not fit at the smallest size ends in
    an ellipsis.
    """
    if not words.split():
        return Fitted((), _SMALLEST, ())
    for size in range(_LARGEST, _SMALLEST - 1, -_STEP):
        for count in range(1, MOST_LINES + 1):
            if count * size * _LEADING > below - above:
                break
            heights, rooms = _rows(count, size, radius, above, below)
            lines, left = _filled(words.split(), rooms)
            # Fewer lines than were made room for would stand too high.
            if not left and len(lines) == count:
                return Fitted(tuple(lines), size, heights)
    return _cut(words, radius, above, below)


def _cut(words: str, radius: float, above: float, below: float) -> Fitted:
    heights, rooms = _rows(MOST_LINES, _SMALLEST, radius, above, below)
    lines = []
    left = words
    for room in rooms:
        end = len(left)
        while end and width_of(left[:end] + "…") > room:
            end -= 1
        lines.append(left[:end].strip())
        left = left[end:].lstrip()
        if not left:
            break
    if left:
        lines[-1] += "…"
    return Fitted(tuple(lines), _SMALLEST, heights[: len(lines)])


def _rows(
    count: int, size: float, radius: float, above: float, below: float
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Return where each line stands, and the room it has in units of the size."""
    top = above + (below - above - count * size * _LEADING) / 2
    tops = [top + row * size * _LEADING for row in range(count)]
    rooms = []
    for upper in tops:
        farthest = max(abs(upper + 0.1 * size), abs(upper + size))
        rooms.append(2 * math.sqrt(max(0, radius**2 - farthest**2)) / size)
    return tuple(round(upper + 0.82 * size, 1) for upper in tops), tuple(rooms)


def _filled(words: list[str], rooms: tuple[float, ...]) -> tuple[list[str], list[str]]:
    lines: list[str] = []
    left = list(words)
    for room in rooms:
        taken: list[str] = []
        while left and width_of(" ".join([*taken, left[0]])) <= room:
            taken.append(left.pop(0))
        if not taken:
            break
        lines.append(" ".join(taken))
    return lines, left


def _letter(letter: str) -> float:
    if letter in _NARROW:
        return 0.4
    if letter in _SLIM:
        return 0.5
    if letter in _WIDE or ord(letter) > 0x24F:  # noqa: PLR2004 - beyond Latin: as wide as high
        return 1.06
    return 0.84 if letter.isupper() else 0.72
