from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image

from generator.adapters.images_pillow import PillowImages
from generator.ports import UnreadableImage

IMAGES = PillowImages()
GPS = 0x8825
ORIENTATION = 0x0112


def encoded(
    kind: str, size: tuple[int, int] = (40, 20), mode: str = "RGB", **options: object
) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, 0).save(out, kind, **options)
    return out.getvalue()


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


@pytest.mark.parametrize(("kind", "suffix"), [("PNG", ".png"), ("JPEG", ".jpg"), ("WEBP", ".jpg")])
def test_picture_becomes_what_everything_reads_and_shrinks_to_the_width(
    kind: str, suffix: str
) -> None:
    picture = IMAGES.prepare(encoded(kind, (400, 200)), (100,))

    assert (picture.suffix, picture.width, picture.height) == (suffix, 100, 50)
    assert opened(picture.content).format == {".png": "PNG", ".jpg": "JPEG"}[suffix]


def test_webp_with_transparency_becomes_png_that_keeps_it() -> None:
    picture = IMAGES.prepare(encoded("WEBP", mode="RGBA"), (100,))

    assert (picture.suffix, opened(picture.content).mode) == (".png", "RGBA")


@pytest.mark.parametrize(
    ("across", "expected"), [(2000, [400, 800, 1200]), (800, [400, 800]), (500, [400, 500])]
)
def test_pages_are_offered_webp_at_each_width_but_none_enlarged(
    across: int, expected: list[int]
) -> None:
    picture = IMAGES.prepare(encoded("JPEG", (across, 200)), (400, 800, 1200))

    sizes = [opened(each.content) for each in picture.renditions]
    assert [each.width for each in picture.renditions] == expected
    assert [(each.format, each.width) for each in sizes] == [("WEBP", wide) for wide in expected]


def test_small_picture_is_not_enlarged() -> None:
    assert IMAGES.prepare(encoded("PNG"), (1200,)).width == 40


def test_same_picture_gives_the_same_bytes() -> None:
    content = encoded("JPEG", (300, 300))

    assert IMAGES.prepare(content, (100,)) == IMAGES.prepare(content, (100,))


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "PNG"])
def test_place_where_a_photograph_was_taken_does_not_survive(kind: str) -> None:
    exif = Image.Exif()
    exif[0x010E] = "PLANTED-DESCRIPTION"
    exif.get_ifd(GPS).update({1: "N", 2: (51.0, 35.0, 15.0)})
    content = encoded(kind, exif=exif.tobytes())
    assert b"PLANTED" in content

    prepared = IMAGES.prepare(content, (1200,)).content

    assert b"PLANTED" not in prepared
    assert not opened(prepared).getexif()


def test_photograph_is_turned_upright() -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = 6

    picture = IMAGES.prepare(encoded("JPEG", (40, 20), exif=exif.tobytes()), (1200,))

    assert (picture.width, picture.height) == (20, 40)


def test_several_pictures_in_one_jpeg_give_the_first() -> None:
    out = io.BytesIO()
    pictures = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    pictures[0].save(out, "MPO", save_all=True, append_images=pictures[1:])

    assert IMAGES.prepare(out.getvalue(), (1200,)).suffix == ".jpg"


def test_transparent_parts_stay_transparent() -> None:
    assert opened(IMAGES.prepare(encoded("PNG", mode="RGBA"), (1200,)).content).mode == "RGBA"


def bomb(across: int, down: int) -> bytes:
    """Return a PNG that says it is so large, with hardly anything in it."""
    head = struct.pack(">IIBBBBB", across, down, 8, 2, 0, 0, 0)
    parts = b""
    for name, content in ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 100)), (b"IEND", b"")):
        check = struct.pack(">I", zlib.crc32(name + content))
        parts += struct.pack(">I", len(content)) + name + content + check
    return b"\x89PNG\r\n\x1a\n" + parts


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "not a PNG"),
        (b"<svg onload='alert(1)'/>", "not a PNG"),
        (b"GIF89a" + b"\0" * 100, "not a PNG"),
        (encoded("JPEG")[:200], "damaged"),
        (encoded("PNG")[:-30], "damaged"),
        (bomb(10_000, 10_000), "expected at most 40000000"),
        (bomb(60_000, 60_000), "more than 40000000 pixels"),
        (bomb(100, 100), "damaged"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * (10 * 1024 * 1024), "larger than 10 MiB"),
    ],
    ids=["empty", "svg", "gif", "cut-jpeg", "cut-png", "large", "bomb", "lying", "heavy"],
)
def test_what_is_no_sound_picture_is_refused(content: bytes, said: str) -> None:
    with pytest.raises(UnreadableImage, match=said):
        IMAGES.prepare(content, (1200,))


@pytest.mark.parametrize("position", range(8, 120, 7))
def test_any_broken_byte_gives_a_picture_or_is_refused(position: int) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    content = bytearray(encoded("JPEG", exif=exif.tobytes()))
    content[position] ^= 0xFF

    try:
        picture = IMAGES.prepare(bytes(content), (100,))
    except UnreadableImage:
        return

    assert picture.width > 0
