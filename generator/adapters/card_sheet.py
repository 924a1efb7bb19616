"""A social card while it is painted: a sheet of numbers, each of which stands for a colour.

Words are white on the place's colour, so all that a letter's smooth edge needs are shades between
the two. They are the first numbers, in a row: whoever lays a letter on the sheet mixes numbers, and
has mixed colours. Painting in full colour and finding few colours afterwards took 7 ms a card.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

Colour = tuple[int, int, int]

WHITE, LAMP = "#ffffff", "#ffdf9e"
INK = 10
"""The number of white; from 0, the ground, the shades of it in equal steps."""
_LAMPLIGHT = (0.18, 0.35, 0.67, 1.0)
"""Shares of the lamp's colour on the ground. With white, the ground and the accent, 16 in all: as
many as a PNG writes in half a byte."""
_FEW = 16
_RUNS = 3
"""zlib's Z_RLE, of which Pillow knows no name: as small on such cards as its best, and at half the
time of its quickest."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Numbers as wide and high as the card, and the colours that they stand for."""

    numbers: Image
    """In Pillow's mode P, with the colours as its palette."""
    colours: tuple[Colour, ...]

    def copy(self) -> Sheet:
        """Return another one, to be painted on."""
        return Sheet(self.numbers.copy(), self.colours)

    def with_picture(self, picture: Image, at: tuple[int, int], most: int) -> Sheet:
        """Return the same with a picture on white, in ``most`` colours of its own at most.

        Where the picture is clear nothing is changed.
        """
        from PIL import Image  # noqa: PLC0415 - what is remembered needs no Pillow

        plain = Image.new("RGBA", picture.size, WHITE)
        plain.alpha_composite(picture)
        few = plain.convert("RGB").quantize(most, Image.Quantize.FASTOCTREE)
        first = len(self.colours)
        own = few.tobytes().translate(bytes((number + first) % 256 for number in range(256)))
        colours = (*self.colours, *_triples(few.getpalette() or ()))
        seen = picture.getchannel("A").point(lambda alpha: 255 if alpha else 0)
        numbers = self.numbers.copy()
        numbers.paste(_numbers(own, few.size, colours), at, seen)
        numbers.putpalette(_flat(colours))
        return Sheet(numbers, colours)

    def in_colour(self) -> Image:
        """Return the same in full colour."""
        return self.numbers.convert("RGB")

    def png(self) -> bytes:
        """Return the sheet as a PNG."""
        out = io.BytesIO()
        bits = 4 if len(self.colours) <= _FEW else 8
        self.numbers.save(out, "PNG", bits=bits, compress_type=_RUNS)
        return out.getvalue()


def sheet_of(painted: Image, ground: str, accent: str) -> Sheet:
    """Return a sheet of what is painted in ground, accent, lamplight and white.

    Each pixel is given the nearest of their shades.
    """
    from PIL import Image  # noqa: PLC0415 - as above

    shades = [over(ground, step / INK) for step in range(INK + 1)]
    lights = [over(ground, share, LAMP) for share in _LAMPLIGHT]
    colours = tuple(parts(colour) for colour in (*shades, accent, *lights))
    palette = _numbers(b"\0", (1, 1), colours)
    return Sheet(painted.quantize(palette=palette, dither=Image.Dither.NONE), colours)


def over(colour: str, share: float, other: str = WHITE) -> str:
    """Return a colour with a share of another one upon it."""
    pairs = zip(parts(colour), parts(other), strict=True)
    return "#" + bytes(round(one + (two - one) * share) for one, two in pairs).hex()


def parts(colour: str) -> Colour:
    """Return red, green and blue of ``#rrggbb``."""
    red, green, blue = bytes.fromhex(colour[1:])
    return red, green, blue


def _numbers(numbers: bytes, size: tuple[int, int], colours: Sequence[Colour]) -> Image:
    from PIL import Image  # noqa: PLC0415 - as above

    made = Image.frombytes("P", size, numbers)
    made.putpalette(_flat(colours))
    return made


def _flat(colours: Sequence[Colour]) -> list[int]:
    return [part for colour in colours for part in colour]


def _triples(flat: Sequence[int]) -> list[Colour]:
    return [(flat[at], flat[at + 1], flat[at + 2]) for at in range(0, len(flat), 3)]
