from __future__ import annotations

import io
from dataclasses import replace
from hashlib import shake_128

import pytest
from PIL import Image, ImageChops
from PIL.JpegImagePlugin import JpegImageFile

from generator.adapters.package_data import typeface_file
from generator.adapters.painting_pillow import PillowPainter
from generator.model.social_card import CARD_HEIGHT, CARD_WIDTH, CardFace, CardPicture

PAINTER = PillowPainter(typeface_file())
FACE = CardFace(
    "Course", "Robots", ("Every Tuesday, 17:00 to 19:00",), "Saltmarsh", "#0b4f6c", "#ac511d"
)
TOO_MUCH = "something to do for everybody who lives near the harbour, and their neighbours " * 9


def a_picture(width: int, height: int, *, noise: bool = False) -> bytes:
    # Hash output stands for a photograph: nothing is harder to make small, and it is always alike.
    colours = shake_128(b"a photograph").digest(3 * width * height) if noise else b""
    pixels = Image.new("RGB", (width, height), "#ff00ff")
    if noise:
        pixels = Image.frombytes("RGB", (width, height), colours)
    out = io.BytesIO()
    pixels.save(out, "PNG")
    return out.getvalue()


def pixels_of(card: bytes) -> Image.Image:
    return Image.open(io.BytesIO(card)).convert("RGB")


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize("size", [(640, 640), (1, 1), (2000, 1), (1, 2000)])
def test_card_of_any_picture_is_the_size_it_says_and_small_enough(
    size: tuple[int, int],
    whole: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    picture = CardPicture(a_picture(*size, noise=True), whole)

    card = PAINTER.card(FACE, picture, CardPicture(picture.content, whole=True))

    assert len(card) <= 60_000
    assert pixels_of(card).size == (CARD_WIDTH, CARD_HEIGHT)
    assert Image.open(io.BytesIO(card)).format == ("PNG" if whole else "JPEG")


def test_same_card_has_the_same_bytes() -> None:
    picture = CardPicture(a_picture(300, 200), whole=False)

    assert PAINTER.card(FACE, picture) == PAINTER.card(replace(FACE), picture)


def test_ground_is_the_place_s_own_colour() -> None:
    corner = pixels_of(PAINTER.card(FACE)).getpixel((2, 2))

    assert corner == (0x0B, 0x4F, 0x6C)


@pytest.mark.parametrize(
    "other",
    [
        replace(FACE, kind="Else"),
        replace(FACE, title="Else"),
        replace(FACE, details=("On Mondays",)),
        replace(FACE, site="Else"),
    ],
)
def test_each_of_its_words_can_be_seen(other: CardFace) -> None:
    assert PAINTER.card(other) != PAINTER.card(FACE)


@pytest.mark.parametrize(
    "long",
    [
        replace(FACE, kind=TOO_MUCH),
        replace(FACE, title=TOO_MUCH),
        replace(FACE, details=(TOO_MUCH, TOO_MUCH)),
        replace(FACE, site=TOO_MUCH),
        replace(FACE, title="W" * 200),
    ],
)
def test_words_that_are_too_long_leave_edge_and_doors_alone(long: CardFace) -> None:
    plain = pixels_of(PAINTER.card(FACE))

    apart = ImageChops.difference(plain, pixels_of(PAINTER.card(long))).convert("L")

    for box in ((1136, 0, CARD_WIDTH, CARD_HEIGHT), (676, 388, CARD_WIDTH, CARD_HEIGHT)):
        assert not any(apart.crop(box).tobytes())


def test_title_that_the_typeface_cannot_write_gives_way_to_the_place_s_name() -> None:
    foreign = PAINTER.card(replace(FACE, title="Робототехника"))

    assert foreign == PAINTER.card(replace(FACE, title=FACE.site))


def test_words_that_cannot_be_written_leave_a_card_of_doors() -> None:
    nothing = CardFace("Курс", "Роботы", ("Вторник",), "Солёный Луг", FACE.ground, FACE.accent)

    card = pixels_of(PAINTER.card(nothing))

    assert card.crop((0, 0, 600, 330)).getcolors() == [(600 * 330, (0x0B, 0x4F, 0x6C))]


def test_own_picture_fills_the_door_and_a_whole_one_stands_in_it() -> None:
    picture = a_picture(300, 600)

    filled, stood = (
        pixels_of(PAINTER.card(FACE, CardPicture(picture, whole))) for whole in (False, True)
    )

    for card, just_inside in ((filled, (255, 0, 255)), (stood, (255, 255, 255))):
        found = card.getpixel((800, 560))
        assert isinstance(found, tuple)
        assert max(abs(a - b) for a, b in zip(found, just_inside, strict=True)) < 12


def test_logo_stands_before_the_place_s_name() -> None:
    logo = CardPicture(a_picture(100, 50), whole=True)

    card = pixels_of(PAINTER.card(FACE, logo=logo))

    assert (255, 0, 255) in {colour for _, colour in card.getcolors(1 << 16) or ()}


def test_picture_loses_no_more_than_it_must_to_be_small_enough() -> None:
    plain, noisy = (
        JpegImageFile(io.BytesIO(PAINTER.card(FACE, CardPicture(picture, whole=False))))
        for picture in (a_picture(640, 640), a_picture(640, 640, noise=True))
    )

    # the steps in which a JPEG rounds: the larger, the coarser
    assert sum(plain.quantization[0]) < sum(noisy.quantization[0])
