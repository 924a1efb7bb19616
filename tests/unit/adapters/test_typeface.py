from __future__ import annotations

import pytest
from PIL import Image, ImageDraw

from generator.adapters.package_data import typeface_file
from generator.adapters.typeface import font, largest, set_in, width, writable, write

TYPEFACE = str(typeface_file())
LLANFAIR = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Tŷ'r Ŵyl, bore Llun", "Tŷ'r Ŵyl, bore Llun"),
        ("Cafe\u0301 in Kraków & İstanbul", "Café in Kraków & İstanbul"),
        ("Tiếng Việt", "Tiêng Viet"),
        ("Robots 🤖 and more →", "Robots and more"),
        ("two\u202fwords\nand a\ttab", "two words and a tab"),
        ("Robotics – робототехника", ""),
        ("مرحبا", ""),
        ("漢字", ""),
        ("\ud800\x00", ""),
    ],
)
def test_words_are_written_as_far_as_the_typeface_can(words: str, written: str) -> None:
    assert writable(TYPEFACE, words) == written


@pytest.mark.parametrize("words", ["Robot club", "one two three " * 40, LLANFAIR * 3, "W" * 400])
@pytest.mark.parametrize("most", [1, 2, 4])
def test_no_line_is_wider_than_its_room(words: str, most: int) -> None:
    setting = set_in(TYPEFACE, words, 44, 600, most)

    assert len(setting.lines) <= most
    assert all(width(TYPEFACE, 44, line) <= 600 for line in setting.lines)


def test_what_is_left_out_ends_in_an_ellipsis_and_what_fits_does_not() -> None:
    assert set_in(TYPEFACE, "one two three " * 40, 44, 600, 2).lines[-1].endswith("…")
    assert set_in(TYPEFACE, "one two three", 44, 600, 2).lines == ("one two three",)


def test_words_are_as_large_as_they_fit_whole() -> None:
    sizes = {100: 1, 60: 2, 40: 3}

    found = [largest(TYPEFACE, words, sizes, 600).size for words in ("Robots", "Robots " * 4)]

    assert found == [100, 60]


def test_word_longer_than_any_line_is_broken_rather_than_lost() -> None:
    setting = largest(TYPEFACE, LLANFAIR, {60: 2, 44: 3}, 600)

    assert "".join(setting.lines) == LLANFAIR
    assert not setting.whole


@pytest.mark.parametrize("size", [36, 70, 124])
@pytest.mark.parametrize(
    "words", ["AVATAR To. Yw, f’Ty", "Tŷ'r Ŵyl – 17:00", "fi ffl jij", "", LLANFAIR]
)
def test_letters_one_by_one_are_what_pillow_writes_of_the_line(words: str, size: int) -> None:
    ours, pillow_s = Image.new("L", (8000, 200)), Image.new("L", (8000, 200))

    write(ours, TYPEFACE, size, (5, 150.4), words, ink=255)

    pen = ImageDraw.Draw(pillow_s)
    pen.text((5, 150.4), words, 255, font(TYPEFACE, size), anchor="ls")
    assert ours.tobytes() == pillow_s.tobytes()
    assert width(TYPEFACE, size, words) == font(TYPEFACE, size).getlength(words)


def test_words_are_mixed_with_what_lies_below_them() -> None:
    canvas = Image.new("L", (100, 60), 0)

    write(canvas, TYPEFACE, 44, (5, 50), "S", ink=10)

    assert {number for _, number in canvas.getcolors() or ()} == set(range(11))
