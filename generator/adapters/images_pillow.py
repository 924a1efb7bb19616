"""Images by Pillow: decoded, turned upright, made smaller, and encoded again.

Nothing of the original file survives but its pixels. Photographs taken on a telephone carry the
position at which a child stood; it must not reach the site.
"""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING

from generator.model.picture import Picture
from generator.ports import UnreadableImage

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 40_000_000
MOST_BYTES = 10 * 1024 * 1024
_FORMATS = {"PNG": ".png", "JPEG": ".jpg", "WEBP": ".webp"}
_QUALITY = 82


class PillowImages:
    """Port Images."""

    def prepare(self, content: bytes, width: int) -> Picture:
        """Return the picture at most ``width`` pixels wide; raise UnreadableImage if it is none."""
        # Imported here: a place without pictures does not pay for it.
        from PIL import Image, UnidentifiedImageError  # noqa: PLC0415

        if len(content) > MOST_BYTES:
            raise UnreadableImage(f"larger than {MOST_BYTES // 1024 // 1024} MiB; make it smaller")
        try:
            with warnings.catch_warnings():
                # Pillow warns of large images and of odd metadata. Ours is the stricter limit, and
                # none of the metadata is kept.
                warnings.simplefilter("ignore")
                pixels, kind = _decoded(content)
        except UnreadableImage:
            raise
        except UnidentifiedImageError as fault:
            raise UnreadableImage("this is not a PNG, JPEG or WebP picture") from fault
        except Image.DecompressionBombError as fault:
            raise UnreadableImage(f"more than {MOST_PIXELS} pixels; make it smaller") from fault
        except Exception as fault:
            # A hostile or broken file makes the decoders raise nearly anything: struct.error,
            # zlib.error, IndexError. Whatever it is, it is about these bytes and not about us.
            raise UnreadableImage("the picture is damaged") from fault
        if pixels.width > width:
            size = (width, max(1, round(pixels.height * width / pixels.width)))
            pixels = pixels.resize(size, Image.Resampling.LANCZOS)
        clean = Image.new(pixels.mode, pixels.size)
        clean.paste(pixels)
        out = io.BytesIO()
        clean.save(out, kind, **_options(kind))
        return Picture(out.getvalue(), _FORMATS[kind], clean.width, clean.height)


def _decoded(content: bytes) -> tuple[Image, str]:
    """Return the upright pixels and the format to write them in; the size is looked at first."""
    from PIL import Image, ImageOps  # noqa: PLC0415 - as above

    opened = Image.open(io.BytesIO(content), formats=tuple(_FORMATS))
    across, down = opened.size
    if across * down > MOST_PIXELS:
        message = f"{across} × {down} pixels; expected at most {MOST_PIXELS} in all"
        raise UnreadableImage(message)
    # Telephones write several pictures into one JPEG (MPO); the first is the photograph.
    kind = str(opened.format) if opened.format in _FORMATS else "JPEG"
    upright = ImageOps.exif_transpose(opened)
    mode = "RGB" if kind == "JPEG" or not _transparent(upright) else "RGBA"
    return upright.convert(mode), kind


def _transparent(image: object) -> bool:
    mode = getattr(image, "mode", "")
    return mode in ("RGBA", "LA", "PA") or "transparency" in getattr(image, "info", {})


def _options(kind: str) -> dict[str, object]:
    if kind == "PNG":
        return {"optimize": True}
    if kind == "JPEG":
        return {"quality": _QUALITY, "optimize": True, "progressive": True}
    return {"quality": _QUALITY, "method": 4}
