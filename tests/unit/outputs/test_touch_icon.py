from __future__ import annotations

import io

from PIL import Image

from generator.adapters.package_data import typeface_file
from generator.adapters.painting_pillow import PillowPainter
from generator.model.settings import Colours
from generator.outputs.touch_icon import touch_icon
from tests.support.places import a_place, settings
from tests.support.wordings import edition

OUTPUT = touch_icon(PillowPainter(typeface_file()))


def test_icon_fills_its_square_with_the_place_s_colour() -> None:
    place = a_place(settings=settings(colours=Colours("#7a1f5c")))

    (icon,) = OUTPUT(edition(place)).artifacts
    pixels = Image.open(io.BytesIO(icon.content)).convert("RGBA")

    assert icon.path == "assets/touch-icon.png"
    assert pixels.size == (180, 180)
    corner = pixels.getpixel((0, 0))
    assert isinstance(corner, tuple)
    assert max(abs(a - b) for a, b in zip(corner, (0x7A, 0x1F, 0x5C, 255), strict=True)) < 8


def test_icon_is_made_once_for_all_languages() -> None:
    place = a_place(settings=settings(languages=("en", "cy")))

    assert OUTPUT(edition(place, "cy")).artifacts == ()
