"""The few shapes that the demonstration's pictures are made of, and their colours.

Shapes are drawn four times too large and then reduced, which is how Pillow's edges come out smooth.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from PIL import ImageDraw

SCALE = 4
INK = "#17313b"
PAPER = "#fbf3e4"
ORANGE = "#e07a3f"
TEAL = "#0b6e7f"
YELLOW = "#f0b93a"
BLUE = "#7fb7c9"
GREEN = "#4f8a5b"
EARTH = "#8a6a3f"
RED = "#c8452f"
GRASS = "#cfe0c3"

Draw = ImageDraw.ImageDraw


def box(draw: Draw, corners: tuple[float, float, float, float], fill: str) -> None:
    """Draw a rectangle with softened corners: left, top, right, bottom."""
    draw.rounded_rectangle([part * SCALE for part in corners], radius=8 * SCALE, fill=fill)


def disc(draw: Draw, x: float, y: float, radius: float, fill: str) -> None:
    """Draw a filled circle around a point."""
    draw.ellipse([(x - radius) * SCALE, (y - radius) * SCALE, (x + radius) * SCALE,
                  (y + radius) * SCALE], fill=fill)  # fmt: skip


def stroke(draw: Draw, points: Sequence[tuple[float, float]], width: float, fill: str) -> None:
    """Draw a line through points, round at its bends and ends."""
    scaled = [(x * SCALE, y * SCALE) for x, y in points]
    draw.line(scaled, fill=fill, width=round(width * SCALE), joint="curve")
    for x, y in (points[0], points[-1]):
        disc(draw, x, y, width / 2, fill)


def wave(draw: Draw, y: float, height: float, phase: float, fill: str) -> None:
    """Draw one ripple across a picture, whatever its width up to 640."""
    points = [(x, y + height * math.sin(x / 22 + phase)) for x in range(-10, 660, 5)]
    stroke(draw, points, 8, fill)


def oval(draw: Draw, corners: tuple[float, float, float, float], fill: str) -> None:
    """Draw a filled oval: left, top, right, bottom."""
    draw.ellipse([part * SCALE for part in corners], fill=fill)


def polygon(draw: Draw, points: Sequence[tuple[float, float]], fill: str) -> None:
    """Draw a filled shape with straight edges."""
    draw.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=fill)


def ring(draw: Draw, middle: tuple[float, float], radius: float, width: float, fill: str) -> None:
    """Draw a circle that is only a line, so that what lies behind shows through it."""
    x, y = middle
    outer = radius + width / 2
    corners = [(x - outer) * SCALE, (y - outer) * SCALE, (x + outer) * SCALE, (y + outer) * SCALE]
    draw.ellipse(corners, outline=fill, width=round(width * SCALE))
