from __future__ import annotations

import io
from dataclasses import replace

from PIL import Image

from generator.adapters.package_data import typeface_file
from generator.adapters.painting_pillow import PillowPainter
from generator.model.drawing import Disc, Drawing, Line, Polygon
from generator.outputs.badge_paintings import badge_paintings
from generator.views.badge_drawing import badge_drawing
from tests.support.places import a_badge, a_place, en
from tests.support.wordings import edition

PAINTER = PillowPainter(typeface_file())
GROUND = (Disc((200, 200), 190, "#0b4f6c"), Polygon(((190, 20), (210, 20), (200, 40)), "#ffffff"))


def painted(words: str) -> bytes:
    return PAINTER.paint(Drawing(400, GROUND, (Line(words, (200, 220), 60, "#ffffff"),)), 128)


def test_shapes_are_painted_where_they_are_described_and_the_rest_is_clear() -> None:
    pixels = Image.open(io.BytesIO(painted(""))).convert("RGBA")

    assert pixels.size == (128, 128)
    corner, middle = pixels.getpixel((1, 1)), pixels.getpixel((64, 64))
    assert isinstance(corner, tuple)
    assert isinstance(middle, tuple)
    assert corner[3] == 0
    assert max(abs(a - b) for a, b in zip(middle, (11, 79, 108, 255), strict=True)) < 12


def test_welsh_letters_are_painted_as_themselves() -> None:
    assert len({painted(letter) for letter in ("w", "ŵ", "y", "ŷ", "\uffff")}) == 5


def test_each_drawn_badge_is_painted_small_enough_to_send_and_always_alike() -> None:
    badge = a_badge(title=en("Robotics and very many other things for the curious to make"))
    place = a_place(badge)

    (artifact,) = badge_paintings(PAINTER)(edition(place)).artifacts

    assert artifact.path == "badges/robotics-1/badge.png"
    assert len(artifact.content) < 60_000
    assert artifact.content == PAINTER.paint(badge_drawing(replace(badge), place), 512)
