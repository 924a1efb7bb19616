from __future__ import annotations

import io

import pytest
from PIL import Image

from generator.adapters.card_sheet import INK, over, parts, sheet_of

GROUND, ACCENT = "#0b4f6c", "#ac511d"


def painted(colour: str) -> Image.Image:
    canvas = Image.new("RGB", (20, 10), GROUND)
    canvas.paste(colour, (10, 0, 20, 10))
    return canvas


def read(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("RGB")


@pytest.mark.parametrize("colour", [GROUND, ACCENT, "#ffffff", "#ffdf9e", over(GROUND, 0.4)])
def test_what_a_card_is_painted_in_is_kept_as_it_is(colour: str) -> None:
    sheet = sheet_of(painted(colour), GROUND, ACCENT)

    assert read(sheet.png()).getpixel((15, 5)) == parts(colour)
    assert sheet.in_colour().tobytes() == painted(colour).tobytes()


def test_shades_that_are_not_there_become_the_nearest() -> None:
    sheet = sheet_of(painted(over(GROUND, 0.43)), GROUND, ACCENT)

    assert read(sheet.png()).getpixel((15, 5)) == parts(over(GROUND, 0.4))


def test_numbers_between_ground_and_ink_are_the_shades_between_them() -> None:
    sheet = sheet_of(painted(GROUND), GROUND, ACCENT).copy()
    for number in range(INK + 1):
        sheet.numbers.putpixel((number, 0), number)

    found = [read(sheet.png()).getpixel((number, 0)) for number in range(INK + 1)]

    assert found == [parts(over(GROUND, number / INK)) for number in range(INK + 1)]


def test_picture_brings_its_own_colours_and_is_clear_where_it_was() -> None:
    sheet = sheet_of(painted(GROUND), GROUND, ACCENT)
    picture = Image.new("RGBA", (4, 4), "#ff00ff")
    picture.putpixel((0, 0), (1, 2, 3, 0))

    with_it = read(sheet.with_picture(picture, (2, 2), 8).png())

    assert with_it.getpixel((3, 3)) == (255, 0, 255)
    assert with_it.getpixel((2, 2)) == with_it.getpixel((0, 0)) == parts(GROUND)
    assert read(sheet.png()).getpixel((3, 3)) == parts(GROUND)


def test_copy_is_painted_on_alone() -> None:
    sheet = sheet_of(painted(GROUND), GROUND, ACCENT)

    sheet.copy().numbers.putpixel((0, 0), INK)

    assert read(sheet.png()).getpixel((0, 0)) == parts(GROUND)


def test_words_alone_are_written_in_half_a_byte_a_pixel() -> None:
    sheet = sheet_of(painted(GROUND), GROUND, ACCENT)

    # the depth, in a PNG's first chunk (PNG specification, 11.2.1)
    assert sheet.png()[24] == 4
