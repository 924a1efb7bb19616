"""Motifs of drawn badges: plain geometry that tells topics apart and means nothing by itself.

No picture of a thing: a robot for every digital badge would be wrong half of the time, and a word
in it would have to be translated. All are drawn in a box from -1 to 1.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise

from generator.model.drawing import Disc, Point, Polygon

Shapes = tuple[Disc | Polygon, ...]
_THICK = 0.13


def motif(position: int, middle: Point, radius: float, ink: str, ground: str) -> Shapes:
    """Return the motif of the topic at a position, in two colours, within a circle."""
    drawn = _MOTIFS[position % len(_MOTIFS)](ink, ground)
    return tuple(_placed(shape, middle, radius) for shape in drawn)


def _placed(shape: Disc | Polygon, middle: Point, radius: float) -> Disc | Polygon:
    across, down = middle
    if isinstance(shape, Disc):
        x, y = shape.centre
        return Disc((across + x * radius, down + y * radius), shape.radius * radius, shape.fill)
    points = tuple((across + x * radius, down + y * radius) for x, y in shape.points)
    return Polygon(points, shape.fill)


def _stroke(begin: Point, end: Point, ink: str, thick: float = _THICK) -> Polygon:
    (x, y), (to_x, to_y) = begin, end
    length = math.hypot(to_x - x, to_y - y)
    right, down = (to_y - y) / length * thick, (x - to_x) / length * thick
    return Polygon(
        ((x + right, y + down), (to_x + right, to_y + down), (to_x - right, to_y - down),
         (x - right, y - down)), ink,
    )  # fmt: skip


def _path(points: list[Point], ink: str) -> Shapes:
    """Return strokes from point to point, with a disc on each so that no joint gapes."""
    strokes = [_stroke(one, two, ink) for one, two in pairwise(points)]
    return (*strokes, *(Disc(point, _THICK, ink) for point in points))


def _ring(corners: int, ink: str, ground: str, far: float = 1, near: float = 0.62) -> Shapes:
    return (_regular(corners, far, ink), _regular(corners, near, ground))


def _regular(corners: int, radius: float, fill: str, tips: float = 1) -> Polygon:
    turns = [math.tau * step / corners for step in range(corners)]
    return Polygon(
        tuple(
            (radius * (tips if step % 2 else 1) * math.sin(at),
             -radius * (tips if step % 2 else 1) * math.cos(at))
            for step, at in enumerate(turns)
        ), fill,
    )  # fmt: skip


def _dots(places: list[Point], radius: float, ink: str) -> Shapes:
    return tuple(Disc(place, radius, ink) for place in places)


def _bars(heights: list[float], ink: str) -> Shapes:
    step = 2 / len(heights)
    return tuple(
        Polygon(((x, 0.9), (x, 0.9 - high), (x + 0.3, 0.9 - high), (x + 0.3, 0.9)), ink)
        for x, high in ((-1 + step * (at + 0.5) - 0.15, high) for at, high in enumerate(heights))
    )


def _zigzag(height: float, ink: str, swing: float) -> Shapes:
    ends = (-0.9, -0.45, 0, 0.45, 0.9)
    return _path([(x, height + (swing if at % 2 else -swing)) for at, x in enumerate(ends)], ink)


def _leaf(ink: str, ground: str) -> Shapes:
    turns = [math.pi * step / 12 for step in range(25)]
    edge = tuple((0.6 * math.sin(at) * abs(math.sin(at)), -0.95 * math.cos(at)) for at in turns)
    return (Polygon(edge, ink), _stroke((0, -0.3), (0, 1), ground, 0.06))


def _rays(ink: str, _: str) -> Shapes:
    ways = [(math.sin(math.tau * at / 8), math.cos(math.tau * at / 8)) for at in range(8)]
    rays = [_stroke((x * 0.62, y * 0.62), (x, y), ink, 0.09) for x, y in ways]
    return (Disc((0, 0), 0.42, ink), *rays)


_MOTIFS: tuple[Callable[[str, str], Shapes], ...] = (
    lambda ink, _: _dots([(x, y) for x in (-0.7, 0, 0.7) for y in (-0.7, 0, 0.7)], 0.22, ink),
    lambda ink, ground: (*_ring(6, ink, ground), Disc((0, 0), 0.3, ink)),
    lambda ink, ground: (_regular(4, 1, ink), Disc((0, 0), 0.42, ground)),
    lambda ink, _: _bars([0.7, 1.5, 1.1, 1.8], ink),
    lambda ink, ground: (
        Polygon(((-1, -0.8), (1, -0.8), (0, 0.95)), ink), Disc((0, -0.3), 0.34, ground)),
    lambda ink, ground: (Disc((0, 0), 0.95, ink), Disc((0, 0), 0.66, ground),
                         Disc((0, 0), 0.34, ink)),
    _leaf,
    lambda ink, _: (_stroke((0, 1), (0, -0.2), ink), Disc((-0.45, -0.35), 0.42, ink),
                    Disc((0.45, -0.35), 0.42, ink), Disc((0, -0.65), 0.34, ink)),
    lambda ink, ground: (Disc((0, 0), 0.95, ink), _stroke((-1, 0.1), (1, 0.1), ground, 0.1),
                         _stroke((0, -1), (0, 0.1), ground, 0.1)),
    lambda ink, _: (*_path([(-0.8, -0.6), (-0.1, 0), (-0.8, 0.6)], ink),
                    *_path([(0.05, -0.6), (0.75, 0), (0.05, 0.6)], ink)),
    lambda ink, _: (_stroke((0, -0.95), (0, 0.95), ink, 0.3),
                    _stroke((-0.95, 0), (0.95, 0), ink, 0.3)),
    lambda ink, _: (*_zigzag(-0.35, ink, 0.2), *_zigzag(0.4, ink, 0.2)),
    lambda ink, _: (Disc((-0.4, 0), 0.56, ink), *_path([(0.3, -0.75), (0.8, 0), (0.3, 0.75)], ink)),
    lambda ink, _: (Polygon(((-0.95, -0.5), (0, -0.95), (0.95, -0.5)), ink),
                    *_bars([1.1, 1.1, 1.1], ink)),
    _rays,
    lambda ink, _: (_stroke((-0.7, -0.7), (0.7, 0.7), ink, 0.17),
                    _stroke((-0.7, 0.7), (0.7, -0.7), ink, 0.17),
                    *_dots([(0, -0.8), (0, 0.8), (-0.8, 0), (0.8, 0)], 0.18, ink)),
    lambda ink, _: (*_path([(-0.9, 0.7), (-0.25, -0.1), (0.2, 0.3), (0.85, -0.7)], ink),
                    Disc((0.85, -0.7), 0.24, ink)),
    lambda ink, ground: (Disc((-0.32, 0), 0.62, ink), Disc((0.32, 0), 0.62, ink),
                         Disc((0, 0), 0.24, ground)),
    lambda ink, _: tuple(_stroke((-0.9, y), (wide, y), ink)
                         for y, wide in ((-0.6, 0.9), (0, 0.4), (0.6, 0.9))),
    lambda ink, _: (_regular(10, 1, ink, 0.45),),
    lambda ink, _: (Polygon(((-0.8, -0.9), (0.8, -0.9), (0, 0)), ink),
                    Polygon(((-0.8, 0.9), (0.8, 0.9), (0, 0)), ink)),
    lambda ink, ground: (*_ring(4, ink, ground, 1, 0.7), _regular(4, 0.4, ink)),
    lambda ink, _: _dots([(0, -0.55), (-0.55, 0.4), (0.55, 0.4)], 0.42, ink),
)  # fmt: skip
