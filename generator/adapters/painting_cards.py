"""Social cards by Pillow: words on the place's colour, and a street of doors; docs/social-cards.md.

Words are written at the size at which they are shown, where Pillow smooths them itself; only the
doors are painted larger and made smaller, once for all the cards of a place.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.adapters.typeface import font, largest, set_in, writable
from generator.model.social_card import (
    CARD_HEIGHT,
    CARD_WIDTH,
    MOST_CARD_BYTES,
    CardFace,
    CardPicture,
)

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

WHITE, LAMP, PLATE = "#ffffff", "#ffdf9e", "#ffffff"
LEFT, RIGHT, TOP, STEP = 72, 1136, 60, 16
GROUND_LINE = CARD_HEIGHT - STEP
KIND_SIZE, DETAIL_SIZE, SITE_SIZE = 36, 36, 38
TITLE_SIZES = (124, 110, 98, 88, 78, 70, 62, 54, 44)
TITLE_LEADING, DETAIL_LEADING = 1.1, 1.22
TITLE_HEIGHT = 200
DETAILS_FOOT, SITE_FOOT = 528, 580
MOST_DETAIL_LINES = 3
STREET = (676, 334, 1.12)
"""Where the street of doors begins, and how much larger it is than in the page's own drawing."""
DOORS_BEGIN = 376
"""The height above which words may run over the doors; below it they keep to ``CLEAR``."""
CLEAR = STREET[0] - LEFT - 16
DOOR = (790, 72, 1136, GROUND_LINE)
"""The door in which a card's own picture stands."""
FINER = 3
FLAT_COLOURS = (24,)
"""Enough for letters and doors; more makes a file larger and nothing clearer."""
COLOURS = (64, 32, 16, 8)
QUALITIES = (84, 76, 66, 54, 40, 25, 10)


def painted_card(
    typeface: str, face: CardFace, picture: CardPicture | None, logo: CardPicture | None
) -> bytes:
    """Return a card: a PNG, or a JPEG where it has a picture that is not shown whole."""
    canvas = _ground(face.ground, face.accent, doors=picture is None).copy()
    if picture:
        _hang(canvas, picture)
    _write(canvas, typeface, face, narrow=picture is not None)
    _sign(canvas, typeface, face, logo, narrow=picture is not None)
    if picture and not picture.whole:
        return _jpeg(canvas)
    return _png(canvas, COLOURS if picture or logo else FLAT_COLOURS)


@lru_cache(maxsize=8)
def _ground(colour: str, accent: str, *, doors: bool) -> Image:
    """Return what all cards of a place have behind their words."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - what is remembered needs no Pillow

    canvas = Image.new("RGB", (CARD_WIDTH, CARD_HEIGHT), colour)
    ImageDraw.Draw(canvas).rectangle((0, GROUND_LINE, CARD_WIDTH, CARD_HEIGHT), accent)
    if doors:
        _street(canvas, colour)
    else:
        x, y, right, foot = DOOR
        _finer(canvas, (x, y, right, foot), [((x, y, right, foot), PLATE)], colour)
    return canvas


def _street(canvas: Image, colour: str) -> None:
    """Paint the doors of the page's own street (themes/base/templates/parts/street.html)."""
    x, y, scale = STREET
    dim, pane, leaf = _over(colour, 0.2), _over(colour, 0.38), _over(colour, 0.94)
    arches = [
        ((14, 100, 94, 238), dim), ((24, 110, 84, 228), pane),
        ((236, 100, 316, 238), dim), ((246, 110, 306, 228), pane),
        ((336, 122, 408, 238), dim), ((346, 132, 398, 228), pane),
        ((116, 48, 216, 238), LAMP),
    ]  # fmt: skip
    placed = [
        ((x + a * scale, y + b * scale, x + c * scale, y + d * scale), fill)
        for (a, b, c, d), fill in arches
    ]
    box = (x, y, x + round(420 * scale), GROUND_LINE)
    opened = [(116, 98), (117, 88), (120, 78), (126, 68), (134, 59), (146, 52), (162, 48.2),
              (162, 236), (116, 248)]  # fmt: skip
    lit = [(116, 250), (90, 250), (116, 238), (216, 238), (242, 250)]
    bars = [(6, 238, 102, 244), (108, 238, 224, 244), (228, 238, 324, 244), (328, 238, 416, 244)]
    shapes: list[tuple[Sequence[tuple[float, float]], str]] = [
        *(([(a, b), (c, b), (c, d), (a, d)], _over(colour, 0.5)) for a, b, c, d in bars),
        (lit, _over(colour, 0.35, LAMP)),
        (opened, leaf),
        ([(149, 156), (155, 156), (155, 164), (149, 164)], colour),
    ]
    moved = [([(x + a * scale, y + b * scale) for a, b in points], fill) for points, fill in shapes]
    _finer(canvas, box, placed, colour, moved)


def _finer(
    canvas: Image,
    box: tuple[int, int, int, int],
    arches: Sequence[tuple[tuple[float, float, float, float], str]],
    colour: str,
    polygons: Sequence[tuple[Sequence[tuple[float, float]], str]] = (),
) -> None:
    """Paint arches, then polygons, in one part of the canvas, and smooth their edges."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - as above

    x, y, right, foot = box
    large = Image.new("RGB", ((right - x) * FINER, (foot - y) * FINER), colour)
    pen = ImageDraw.Draw(large)
    for (a, b, c, d), fill in arches:
        _arch(pen, ((a - x) * FINER, (b - y) * FINER, (c - x) * FINER, (d - y) * FINER), fill)
    for points, fill in polygons:
        pen.polygon([((a - x) * FINER, (b - y) * FINER) for a, b in points], fill)
    canvas.paste(large.resize((right - x, foot - y), Image.Resampling.BOX), (x, y))


def _arch(pen: ImageDraw, box: tuple[float, float, float, float], fill: str | int) -> None:
    """Paint a door: round above, square below."""
    left, top, right, foot = box
    radius = (right - left) / 2
    pen.ellipse((left, top, right, top + 2 * radius), fill)
    pen.rectangle((left, top + radius, right, foot), fill)


def _hang(canvas: Image, picture: CardPicture) -> None:
    """Put a card's own picture into its door."""
    from PIL import Image, ImageDraw, ImageOps  # noqa: PLC0415 - as above

    x, y, right, foot = DOOR
    wide, high = right - x, foot - y
    pixels = Image.open(io.BytesIO(picture.content)).convert("RGBA")
    if picture.whole:
        room = (wide - 44, high - 150)
        small = _within(pixels, *room)
        at = (x + (wide - small.width) // 2, y + 100 + (high - 150 - small.height) // 2)
        canvas.paste(small, at, small)
        return
    small = ImageOps.fit(pixels, (wide, high), Image.Resampling.LANCZOS)
    mask = Image.new("L", (wide * FINER, high * FINER), 0)
    _arch(ImageDraw.Draw(mask), (0, 0, wide * FINER, high * FINER), 255)
    plate = Image.new("RGBA", small.size, PLATE)
    plate.alpha_composite(small)
    canvas.paste(plate.convert("RGB"), (x, y), mask.resize((wide, high), Image.Resampling.BOX))


def _write(canvas: Image, typeface: str, face: CardFace, *, narrow: bool) -> None:
    """Write the words; what the typeface cannot write is left to the page that is linked to."""
    from PIL import ImageDraw  # noqa: PLC0415 - as above

    pen = ImageDraw.Draw(canvas)
    room = DOOR[0] - 48 - LEFT if narrow else RIGHT - LEFT
    y = float(TOP)
    kind = writable(typeface, face.kind)
    if kind:
        (line,) = set_in(typeface, kind, KIND_SIZE, room, 1).lines
        pen.text((LEFT, y + KIND_SIZE), line, WHITE, font(typeface, KIND_SIZE), anchor="ls")
        y += KIND_SIZE * 1.5
    title = writable(typeface, face.title) or writable(typeface, face.site)
    if title:
        sizes = {size: int(TITLE_HEIGHT / (size * TITLE_LEADING)) for size in TITLE_SIZES}
        setting = largest(typeface, title, sizes, room)
        for line in setting.lines:
            y += setting.size * TITLE_LEADING
            foot = y - setting.size * 0.18
            pen.text((LEFT, foot), line, WHITE, font(typeface, setting.size), anchor="ls")
    y += DETAIL_SIZE * 0.45
    details = [it for it in (writable(typeface, detail) for detail in face.details) if it]
    for index, detail in enumerate(details):
        left = int((DETAILS_FOOT - y) / (DETAIL_SIZE * DETAIL_LEADING))
        most = min(left - (len(details) - index - 1), MOST_DETAIL_LINES)
        if most < 1:
            break
        lines = set_in(typeface, detail, DETAIL_SIZE, room, most).lines
        if not narrow and y + len(lines) * DETAIL_SIZE * DETAIL_LEADING > DOORS_BEGIN:
            lines = set_in(typeface, detail, DETAIL_SIZE, CLEAR, most).lines
        for line in lines:
            y += DETAIL_SIZE * DETAIL_LEADING
            pen.text((LEFT, y), line, WHITE, font(typeface, DETAIL_SIZE), anchor="ls")


def _sign(
    canvas: Image, typeface: str, face: CardFace, logo: CardPicture | None, *, narrow: bool
) -> None:
    """Write the place's name at the foot, behind its logo or a small door."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - as above

    pen = ImageDraw.Draw(canvas)
    x = LEFT
    if logo:
        pixels = Image.open(io.BytesIO(logo.content)).convert("RGBA")
        small = _within(pixels, 260, 56)
        plate = (x, SITE_FOOT - 52, x + small.width + 24, SITE_FOOT + 20)
        pen.rounded_rectangle(plate, 10, PLATE)
        canvas.paste(small, (x + 12, SITE_FOOT - 16 - small.height // 2), small)
        x += small.width + 24 + 20
    elif face.site:
        box = (x, SITE_FOOT - 34, x + 30, SITE_FOOT + 6)
        _finer(canvas, box, [(box, WHITE)], face.ground)
        pen.ellipse((x + 20, SITE_FOOT - 12, x + 25, SITE_FOOT - 7), face.ground)
        x += 46
    site = writable(typeface, face.site)
    if site:
        room = (DOOR[0] - 40 if narrow else STREET[0]) - x
        (line,) = set_in(typeface, site, SITE_SIZE, room, 1).lines
        pen.text((x, SITE_FOOT), line, WHITE, font(typeface, SITE_SIZE), anchor="ls")


def _within(pixels: Image, wide: int, high: int) -> Image:
    """Return a picture as large as it fits whole, and one pixel thick at least."""
    from PIL import Image  # noqa: PLC0415 - as above

    scale = min(wide / pixels.width, high / pixels.height)
    size = (max(1, round(pixels.width * scale)), max(1, round(pixels.height * scale)))
    return pixels.resize(size, Image.Resampling.LANCZOS)


def _over(colour: str, share: float, other: str = WHITE) -> str:
    """Return a colour with a share of another one upon it."""
    pairs = zip(bytes.fromhex(colour[1:]), bytes.fromhex(other[1:]), strict=True)
    return "#" + bytes(round(one + (two - one) * share) for one, two in pairs).hex()


def _png(canvas: Image, most: Sequence[int]) -> bytes:
    """Return a PNG of as many colours as let it be small enough to be shown."""
    from PIL import Image  # noqa: PLC0415 - as above

    for colours in most:
        out = io.BytesIO()
        # Level 9 saves a seventh and takes six times as long.
        few = canvas.quantize(colours, Image.Quantize.FASTOCTREE)
        few.save(out, "PNG", compress_level=7)
        if out.tell() <= MOST_CARD_BYTES:
            break
    return out.getvalue()


def _jpeg(canvas: Image) -> bytes:
    """Return the best JPEG that is small enough to be shown."""
    for quality in QUALITIES:
        out = io.BytesIO()
        canvas.save(out, "JPEG", quality=quality, optimize=True, progressive=True)
        if out.tell() <= MOST_CARD_BYTES:
            break
    return out.getvalue()
