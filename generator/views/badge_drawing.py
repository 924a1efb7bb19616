"""A badge drawn for a team without a designer: its layer's shape, its title, the place's colour.

Nothing in it is random, and its title is escaped like any other author's words: the file is SVG,
which browsers also open by itself, so it must not be able to carry a script.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from html import escape

from generator.model.badge import Badge
from generator.model.place import Place
from generator.model.settings import Colours
from generator.rules.colours import mixed, readable

SIZE = 400
_CENTRE = SIZE / 2
_RADIUS = 180
_LINE_LETTERS = 8
_MOST_LINES = 4
_OWN_COLOURS = Colours("#0b5d5e", "#c8553d")
_WHITE = "#ffffff"


@dataclass(frozen=True, slots=True)
class _Look:
    ground: str
    edge: str
    corners: int
    """0 for a circle."""


def drawn_badge(badge: Badge, place: Place) -> str:
    """Return a badge's drawing as an SVG document, in the words its author wrote first."""
    language = place.settings.language
    title = badge.title.words(language)
    look = _look(badge, place)
    lines = wrapped(title)
    size = _letter_size(lines)
    first = _CENTRE + size * 0.35 - (len(lines) - 1) * size * 0.6
    spans = "".join(
        f'<tspan x="{_CENTRE:g}" y="{first + index * size * 1.2:.1f}">{escape(line)}</tspan>'
        for index, line in enumerate(lines)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE} {SIZE}" role="img" '
        f'lang="{escape(badge.title.chosen(language)[0])}">'
        f"<title>{escape(title)}</title>"
        f"{_shape(look, _RADIUS, look.edge)}{_shape(look, _RADIUS - 14, _WHITE)}"
        f"{_shape(look, _RADIUS - 22, look.ground)}"
        f'<text fill="{_WHITE}" font-family="system-ui, sans-serif" font-weight="700" '
        f'font-size="{size:g}" text-anchor="middle">{spans}</text></svg>\n'
    )


def wrapped(title: str) -> tuple[str, ...]:
    """Return a title in at most four lines; what does not fit ends in an ellipsis."""
    lines: list[str] = []
    for word in title.split():
        if lines and len(lines[-1]) + 1 + len(word) <= _LINE_LETTERS:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    kept = [_shortened(line) for line in lines[:_MOST_LINES]]
    if len(lines) > _MOST_LINES:
        kept[-1] = kept[-1].rstrip("…") + "…"
    return tuple(kept)


def _shortened(line: str) -> str:
    longest = _LINE_LETTERS + 8
    return line if len(line) <= longest else line[: longest - 1] + "…"


def _letter_size(lines: tuple[str, ...]) -> float:
    """Return the size at which the longest line and all lines together fit within the shape."""
    longest = max((len(line) for line in lines), default=1)
    return min(60.0, round(370 / max(longest, 1), 1), 180 / max(len(lines), 1))


def _look(badge: Badge, place: Place) -> _Look:
    """Choose the shape by the layer's position: the standard's own order, which is no rank."""
    colours = place.settings.colours or _OWN_COLOURS
    layers = [term.id for term in place.taxonomy.scheme("layers")]
    position = layers.index(badge.layer) if badge.layer in layers else 0
    ground = readable(colours.primary or _OWN_COLOURS.primary, _WHITE)
    accent = colours.accent or mixed(ground, "#000000", 0.3)
    return _Look(ground, accent, (0, 6, 8, 12)[position % 4])


def _shape(look: _Look, radius: float, fill: str) -> str:
    if not look.corners:
        return f'<circle cx="{_CENTRE:g}" cy="{_CENTRE:g}" r="{radius:g}" fill="{fill}"/>'
    turn = math.pi / look.corners if look.corners != 6 else 0  # noqa: PLR2004 - a hexagon on its point
    corners = (
        2 * math.pi * corner / look.corners - math.pi / 2 + turn for corner in range(look.corners)
    )
    points = " ".join(
        f"{_CENTRE + radius * math.cos(angle):.1f},{_CENTRE + radius * math.sin(angle):.1f}"
        for angle in corners
    )
    return f'<polygon points="{points}" fill="{fill}"/>'
