"""Drawings as pixels by Pillow, in a typeface of our own, so that every machine paints the same.

Pillow's built-in typeface has no letter beyond ASCII: a Welsh title would lose its circumflexes.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

from generator.adapters.painting_cards import painted_card
from generator.model.drawing import Disc, Drawing
from generator.model.social_card import CardFace, CardPicture

_FINER = 3
"""Shapes are painted so many times larger and made smaller: Pillow's own edges are jagged."""
_COLOURS = 64


@dataclass(frozen=True, slots=True)
class PillowPainter:
    """Port Painter. ``typeface`` is a TrueType file."""

    typeface: Path

    def paint(self, drawing: Drawing, pixels: int) -> bytes:
        """Return the drawing as a square PNG on nothing."""
        # Imported here: a build whose drawings are all remembered does not pay for it.
        from PIL import Image, ImageDraw, ImageFont  # noqa: PLC0415

        large = pixels * _FINER
        scale = large / drawing.size
        canvas = Image.new("RGBA", (large, large), "#ffffff00")
        pen = ImageDraw.Draw(canvas)
        for shape in drawing.shapes:
            if isinstance(shape, Disc):
                x, y = shape.centre
                pen.circle((x * scale, y * scale), shape.radius * scale, shape.fill)
            else:
                pen.polygon([(x * scale, y * scale) for x, y in shape.points], shape.fill)
        for line in drawing.lines:
            font = ImageFont.truetype(
                self.typeface, line.size * scale, layout_engine=ImageFont.Layout.BASIC
            )
            x, y = line.middle
            pen.text((x * scale, y * scale), line.words, line.fill, font, anchor="ms")
        small = canvas.reduce(_FINER)
        out = io.BytesIO()
        # Level 9 saves a sixth and takes nine times as long.
        few = small.quantize(_COLOURS, Image.Quantize.FASTOCTREE)
        few.save(out, "PNG", compress_level=6)
        return out.getvalue()

    def card(
        self, face: CardFace, picture: CardPicture | None = None, logo: CardPicture | None = None
    ) -> bytes:
        """Return a social card."""
        return painted_card(str(self.typeface), face, picture, logo)
