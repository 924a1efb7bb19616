"""Images by Pillow: decoded, turned upright, made smaller, and encoded again.

Nothing of the original file survives but its pixels. Photographs taken on a telephone carry the
position at which a child stood; it must not reach the site.
"""

from __future__ import annotations

import io
import warnings

from generator.model.picture import Picture
from generator.ports import UnreadableImage

MOST_PIXELS = 40_000_000
MOST_BYTES = 10 * 1024 * 1024
_FORMATS = {"PNG": ".png", "JPEG": ".jpg", "WEBP": ".webp"}
_QUALITY = 82


class PillowImages:
    """Port Images."""

    def prepare(self, content: bytes, width: int) -> Picture:
        """Return the picture at most ``width`` pixels wide; raise UnreadableImage if it is none."""
        # Imported here: a place without pictures does not pay for it.
        from PIL import Image, ImageOps, UnidentifiedImageError  # noqa: PLC0415

        if len(content) > MOST_BYTES:
            raise UnreadableImage(f"{len(content)} bytes; expected at most {MOST_BYTES}")
        try:
            with warnings.catch_warnings():
                # Pillow warns of large images; ours is the stricter limit, checked below.
                warnings.simplefilter("ignore", Image.DecompressionBombWarning)
                opened = Image.open(io.BytesIO(content), formats=tuple(_FORMATS))
            across, down = opened.size
            if across * down > MOST_PIXELS:
                message = f"{across} × {down} pixels; expected at most {MOST_PIXELS} in all"
                raise UnreadableImage(message)
            kind = str(opened.format)
            upright = ImageOps.exif_transpose(opened)
            mode = "RGB" if kind == "JPEG" or not _transparent(upright) else "RGBA"
            pixels = upright.convert(mode)
        except UnidentifiedImageError as fault:
            raise UnreadableImage("this is not a PNG, JPEG or WebP picture") from fault
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as fault:
            raise UnreadableImage("the picture is damaged") from fault
        if across > 0 and pixels.width > width:
            size = (width, max(1, round(pixels.height * width / pixels.width)))
            pixels = pixels.resize(size, Image.Resampling.LANCZOS)
        clean = Image.new(pixels.mode, pixels.size)
        clean.paste(pixels)
        out = io.BytesIO()
        clean.save(out, kind, **_options(kind))
        return Picture(out.getvalue(), _FORMATS[kind], clean.width, clean.height)


def _transparent(image: object) -> bool:
    mode = getattr(image, "mode", "")
    return mode in ("RGBA", "LA", "PA") or "transparency" in getattr(image, "info", {})


def _options(kind: str) -> dict[str, object]:
    if kind == "PNG":
        return {"optimize": True}
    if kind == "JPEG":
        return {"quality": _QUALITY, "optimize": True, "progressive": True}
    return {"quality": _QUALITY, "method": 4}
