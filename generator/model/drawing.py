"""A drawing as filled shapes and words: one description for whoever writes SVG or pixels of it."""

from __future__ import annotations

from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Disc:
    """A filled circle."""

    centre: Point
    radius: float
    fill: str


@dataclass(frozen=True, slots=True)
class Polygon:
    """A filled polygon."""

    points: tuple[Point, ...]
    fill: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of bold words, centred on ``middle`` and standing on its height."""

    words: str
    middle: Point
    size: float
    fill: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes from back to front on a square of ``size``, and the words upon them."""

    size: int
    shapes: tuple[Disc | Polygon, ...]
    lines: tuple[Line, ...]
