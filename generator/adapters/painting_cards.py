"""Social cards by Pillow: words on the place's colour, and a street of doors; docs/social-cards.md.

What all the cards of a place share, from the doors to its name, is painted once and copied. Letters
are laid on it one by one at the size at which they are shown, where Pillow smooths them itself.
"""

from __future__ import annotations

import io
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.adapters.card_sheet import INK, WHITE, Sheet, sheet_of
from generator.adapters.card_street import DOOR, FINER, STREET, arch, finer, ground
from generator.adapters.typeface import largest, set_in, writable, write
from generator.model.social_card import MOST_CARD_BYTES, CardFace, CardPicture

if TYPE_CHECKING:
    from PIL.Image import Image

LEFT, RIGHT, TOP = 72, 1136, 60
KIND_SIZE, DETAIL_SIZE, SITE_SIZE = 36, 36, 38
TITLE_SIZES = (124, 110, 98, 88, 78, 70, 62, 54, 44)
TITLE_LEADING, DETAIL_LEADING = 1.1, 1.22
TITLE_HEIGHT = 200
TITLE_LINES = {size: int(TITLE_HEIGHT / (size * TITLE_LEADING)) for size in TITLE_SIZES}
DETAILS_FOOT, SITE_FOOT = 528, 580
MOST_DETAIL_LINES = 3
DOORS_BEGIN = 376
"""The height above which words may run over the doors; below it they keep to ``CLEAR``."""
CLEAR = STREET[0] - LEFT - 16
LOGO_COLOURS = 48
COLOURS = (64, 32, 16, 8)
QUALITIES = (84, 76, 66, 54, 40, 25, 10)


def painted_card(
    typeface: str, face: CardFace, picture: CardPicture | None, logo: CardPicture | None
) -> bytes:
    """Return a card: a PNG, or a JPEG where it has a picture that is not shown whole."""
    narrow = picture is not None
    sheet = _signed(typeface, face.site, face.ground, face.accent, logo, narrow=narrow).copy()
    _write(sheet.numbers, typeface, face, narrow=narrow)
    if picture is None:
        return sheet.png()
    if picture.whole:
        return _with_whole(sheet, picture)
    canvas = sheet.in_colour()
    _hang(canvas, picture)
    return _jpeg(canvas)


@lru_cache(maxsize=8)
def _signed(  # noqa: PLR0913 - all that it shows, which is what it is remembered by
    typeface: str, site: str, colour: str, accent: str, logo: CardPicture | None, *, narrow: bool
) -> Sheet:
    """Return what all cards of a place share; its name stands behind its logo or a small door."""
    from PIL import ImageDraw  # noqa: PLC0415 - what is remembered needs no Pillow

    canvas = ground(colour, accent, doors=not narrow)
    pen = ImageDraw.Draw(canvas)
    x = LEFT
    small = _within(_opened(logo), 260, 56) if logo else None
    if small:
        plate = (x, SITE_FOOT - 52, x + small.width + 24, SITE_FOOT + 20)
        pen.rounded_rectangle(plate, 10, WHITE)
        x += small.width + 24 + 20
    elif site:
        box = (x, SITE_FOOT - 34, x + 30, SITE_FOOT + 6)
        finer(canvas, box, [(box, WHITE)], colour)
        pen.ellipse((x + 20, SITE_FOOT - 12, x + 25, SITE_FOOT - 7), colour)
        x += 46
    sheet = sheet_of(canvas, colour, accent)
    if small:
        at = (LEFT + 12, SITE_FOOT - 16 - small.height // 2)
        sheet = sheet.with_picture(small, at, LOGO_COLOURS)
    words = writable(typeface, site)
    if words:
        room = (DOOR[0] - 40 if narrow else STREET[0]) - x
        (line,) = set_in(typeface, words, SITE_SIZE, room, 1).lines
        write(sheet.numbers, typeface, SITE_SIZE, (x, SITE_FOOT), line, ink=INK)
    return sheet


def _write(canvas: Image, typeface: str, face: CardFace, *, narrow: bool) -> None:
    """Write the words; what the typeface cannot write is left to the page that is linked to."""
    room = DOOR[0] - 48 - LEFT if narrow else RIGHT - LEFT
    y = float(TOP)
    kind = writable(typeface, face.kind)
    if kind:
        (line,) = set_in(typeface, kind, KIND_SIZE, room, 1).lines
        write(canvas, typeface, KIND_SIZE, (LEFT, y + KIND_SIZE), line, ink=INK)
        y += KIND_SIZE * 1.5
    title = writable(typeface, face.title) or writable(typeface, face.site)
    if title:
        setting = largest(typeface, title, TITLE_LINES, room)
        for line in setting.lines:
            y += setting.size * TITLE_LEADING
            write(canvas, typeface, setting.size, (LEFT, y - setting.size * 0.18), line, ink=INK)
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
            write(canvas, typeface, DETAIL_SIZE, (LEFT, y), line, ink=INK)


def _with_whole(sheet: Sheet, picture: CardPicture) -> bytes:
    """Put a picture into the door with nothing cut off, in as many colours as keep it small."""
    x, y, right, foot = DOOR
    wide, high = right - x, foot - y
    small = _within(_opened(picture), wide - 44, high - 150)
    at = (x + (wide - small.width) // 2, y + 100 + (high - 150 - small.height) // 2)
    for colours in COLOURS:
        card = sheet.with_picture(small, at, colours).png()
        if len(card) <= MOST_CARD_BYTES:
            break
    return card


def _hang(canvas: Image, picture: CardPicture) -> None:
    """Fill the door with a picture."""
    from PIL import Image, ImageOps  # noqa: PLC0415 - as above

    x, y, right, foot = DOOR
    wide, high = right - x, foot - y
    small = ImageOps.fit(_opened(picture), (wide, high), Image.Resampling.LANCZOS)
    plate = Image.new("RGBA", small.size, WHITE)
    plate.alpha_composite(small)
    canvas.paste(plate.convert("RGB"), (x, y), _doorway(wide, high))


@lru_cache(maxsize=1)
def _doorway(wide: int, high: int) -> Image:
    """Return the door as a mask."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - as above

    mask = Image.new("L", (wide * FINER, high * FINER), 0)
    arch(ImageDraw.Draw(mask), (0, 0, wide * FINER, high * FINER), 255)
    return mask.resize((wide, high), Image.Resampling.BOX)


def _opened(picture: CardPicture) -> Image:
    from PIL import Image  # noqa: PLC0415 - as above

    return Image.open(io.BytesIO(picture.content)).convert("RGBA")


def _within(pixels: Image, wide: int, high: int) -> Image:
    """Return a picture as large as it fits whole, and one pixel thick at least."""
    from PIL import Image  # noqa: PLC0415 - as above

    scale = min(wide / pixels.width, high / pixels.height)
    size = (max(1, round(pixels.width * scale)), max(1, round(pixels.height * scale)))
    return pixels.resize(size, Image.Resampling.LANCZOS)


def _jpeg(canvas: Image) -> bytes:
    """Return the best JPEG that is small enough to be shown."""
    for quality in QUALITIES:
        out = io.BytesIO()
        # Progressive is a twentieth smaller, takes three times as long, and nobody sees it load.
        canvas.save(out, "JPEG", quality=quality, optimize=True)
        if out.tell() <= MOST_CARD_BYTES:
            break
    return out.getvalue()
