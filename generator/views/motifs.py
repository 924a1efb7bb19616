"""A topic's motif, as its drawn badges carry it: on its tile and its page it is the same mark."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.drawing import Disc, Polygon
from generator.rules.badge_motifs import motif
from generator.views.here import Here

_RADIUS = 20


@dataclass(frozen=True, slots=True)
class MotifShape:
    """One shape of a motif, in a box from -20 to 20."""

    fill: str
    """``ink`` or ``ground``: a class, for the style sheet to colour."""
    points: str
    """The corners of a polygon; "" for a disc."""
    x: str
    """A disc's middle, across."""
    y: str
    """A disc's middle, down."""
    radius: str
    """A disc's radius."""


def topic_motif(here: Here, identifier: str) -> tuple[MotifShape, ...]:
    """Return the motif of a topic, by its place in the team's own order."""
    topics = [term.id for term in here.place.taxonomy.topics]
    if identifier not in topics:
        return ()
    shapes = motif(topics.index(identifier), (0, 0), _RADIUS, "ink", "ground")
    return tuple(_shape(shape) for shape in shapes)


def _shape(shape: Disc | Polygon) -> MotifShape:
    if isinstance(shape, Disc):
        x, y = shape.centre
        return MotifShape(shape.fill, "", _short(x), _short(y), _short(shape.radius))
    points = " ".join(f"{_short(x)},{_short(y)}" for x, y in shape.points)
    return MotifShape(shape.fill, points, "", "", "")


def _short(number: float) -> str:
    """Return a length to a tenth; a zero has no sign, which would differ between machines."""
    return f"{round(number, 1) + 0:g}"
