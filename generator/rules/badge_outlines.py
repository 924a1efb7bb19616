"""The outline of a drawn badge: one for each layer's position, however many layers there are.

Every outline holds a circle of ``CLEAR`` around the centre, in which words and motif find room.
"""

from __future__ import annotations

import math

from generator.model.drawing import Disc, Point, Polygon

CENTRE = 200.0
CLEAR = 0.8
"""The radius of the circle that every outline holds, as a share of the outline's own."""

_SHIELD = ((-0.85, -0.88), (0.85, -0.88), (0.85, 0.34), (0.55, 0.68), (0, 1.0), (-0.55, 0.68),
           (-0.85, 0.34))  # fmt: skip


def outline(position: int, radius: float, fill: str) -> Disc | Polygon:
    """Return the outline for the layer at a position from 0: a shape, never a rank.

    Circle, hexagon, shield, flower; then stars of ever more points, so that no two are alike.
    """
    if position == 0:
        return Disc((CENTRE, CENTRE), radius, fill)
    if position == 1:
        return _around([(math.tau * step / 6, radius) for step in range(6)], fill)
    if position == 2:  # noqa: PLR2004 - the third of the shapes above
        points = tuple((CENTRE + x * radius, CENTRE + y * radius) for x, y in _SHIELD)
        return Polygon(points, fill)
    if position == 3:  # noqa: PLR2004 - the fourth
        turns = [math.tau * step / 64 for step in range(64)]
        return _around([(at, radius * (0.93 + 0.07 * math.cos(8 * at))) for at in turns], fill)
    tips = 4 + 2 * position
    return _around(
        [(math.pi * step / tips, radius * (0.88 if step % 2 else 1)) for step in range(2 * tips)],
        fill,
    )


def _around(places: list[tuple[float, float]], fill: str) -> Polygon:
    points: list[Point] = [
        (CENTRE + far * math.sin(angle), CENTRE - far * math.cos(angle)) for angle, far in places
    ]
    return Polygon(tuple(points), fill)
