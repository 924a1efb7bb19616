"""What the cards of a place have behind their words: its colour, and a street of doors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.adapters.card_sheet import LAMP, WHITE, over
from generator.model.social_card import CARD_HEIGHT, CARD_WIDTH

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

GROUND_LINE = CARD_HEIGHT - 16
STREET = (676, 334, 1.12)
"""Where the street of doors begins, and how much larger it is than in the page's own drawing."""
DOOR = (790, 72, 1136, GROUND_LINE)
"""The door in which a card's own picture stands."""
FINER = 3
"""Shapes are painted so many times larger and made smaller: Pillow's own edges are jagged."""

Box = tuple[float, float, float, float]


def ground(colour: str, accent: str, *, doors: bool) -> Image:
    """Return the ground with the street on it, or with the one door for a picture."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - what is remembered needs no Pillow

    canvas = Image.new("RGB", (CARD_WIDTH, CARD_HEIGHT), colour)
    ImageDraw.Draw(canvas).rectangle((0, GROUND_LINE, CARD_WIDTH, CARD_HEIGHT), accent)
    if doors:
        _street(canvas, colour)
    else:
        finer(canvas, DOOR, [(DOOR, WHITE)], colour)
    return canvas


def _street(canvas: Image, colour: str) -> None:
    """Paint the doors of the page's own street (themes/base/templates/parts/street.html)."""
    x, y, scale = STREET
    dim, pane = over(colour, 0.2), over(colour, 0.4)
    arches = [
        ((14, 100, 94, 238), dim), ((24, 110, 84, 228), pane),
        ((236, 100, 316, 238), dim), ((246, 110, 306, 228), pane),
        ((336, 122, 408, 238), dim), ((346, 132, 398, 228), pane),
        ((116, 48, 216, 238), LAMP),
    ]  # fmt: skip
    placed = [
        ((x + a * scale, y + b * scale, x + c * scale, y + d * scale), fill)
        for (a, b, c, d), fill in arches
    ]
    box = (x, y, x + round(420 * scale), GROUND_LINE)
    opened = [(116, 98), (117, 88), (120, 78), (126, 68), (134, 59), (146, 52), (162, 48.2),
              (162, 236), (116, 248)]  # fmt: skip
    lit = [(116, 250), (90, 250), (116, 238), (216, 238), (242, 250)]
    bars = [(6, 238, 102, 244), (108, 238, 224, 244), (228, 238, 324, 244), (328, 238, 416, 244)]
    shapes: list[tuple[Sequence[tuple[float, float]], str]] = [
        *(([(a, b), (c, b), (c, d), (a, d)], over(colour, 0.5)) for a, b, c, d in bars),
        (lit, over(colour, 0.35, LAMP)),
        (opened, WHITE),
        ([(149, 156), (155, 156), (155, 164), (149, 164)], colour),
    ]
    moved = [([(x + a * scale, y + b * scale) for a, b in points], fill) for points, fill in shapes]
    finer(canvas, box, placed, colour, moved)


def finer(
    canvas: Image,
    box: tuple[int, int, int, int],
    arches: Sequence[tuple[Box, str]],
    colour: str,
    polygons: Sequence[tuple[Sequence[tuple[float, float]], str]] = (),
) -> None:
    """Paint arches, then polygons, in one part of the canvas, and smooth their edges."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - as above

    x, y, right, foot = box
    large = Image.new("RGB", ((right - x) * FINER, (foot - y) * FINER), colour)
    pen = ImageDraw.Draw(large)
    for (a, b, c, d), fill in arches:
        arch(pen, ((a - x) * FINER, (b - y) * FINER, (c - x) * FINER, (d - y) * FINER), fill)
    for points, fill in polygons:
        pen.polygon([((a - x) * FINER, (b - y) * FINER) for a, b in points], fill)
    canvas.paste(large.resize((right - x, foot - y), Image.Resampling.BOX), (x, y))


def arch(pen: ImageDraw, box: Box, fill: str | int) -> None:
    """Paint a door: round above, square below."""
    left, top, right, foot = box
    radius = (right - left) / 2
    pen.ellipse((left, top, right, top + 2 * radius), fill)
    pen.rectangle((left, top + radius, right, foot), fill)
