"""The icon on the home screen of a telephone; the one of a browser's tab is SVG (tab_icon)."""

from __future__ import annotations

from generator.model.artifact import Artifact
from generator.model.drawing import Disc, Drawing, Polygon
from generator.model.edition import Edition, Output, Produced
from generator.ports import Painter
from generator.views.social_cards import place_colour

PATH = "assets/touch-icon.png"
PIXELS = 180
"""What Apple's devices ask for; they round its corners themselves, so that it fills the square."""


def touch_icon(painter: Painter) -> Output:
    """Return the output that paints the open door in the place's colour, once for all languages."""

    def paint(edition: Edition) -> Produced:
        if not edition.main:
            return Produced()
        drawing = _door(place_colour(edition.place.settings))
        return Produced(artifacts=(Artifact(PATH, painter.paint(drawing, PIXELS)),))

    return paint


def _door(colour: str) -> Drawing:
    white = "#ffffff"
    return Drawing(
        180,
        (
            Polygon(((0, 0), (180, 0), (180, 180), (0, 180)), colour),
            Disc((90, 76), 40, white),
            Polygon(((50, 76), (130, 76), (130, 138), (50, 138)), white),
            Polygon(((38, 138), (142, 138), (142, 147), (38, 147)), white),
            Disc((112, 96), 6, colour),
        ),
        (),
    )
