"""Images by Pillow: decoded, turned upright, made smaller, and encoded again.

Nothing of the original file survives but its pixels. Photographs taken on a telephone carry the
position at which a child stood; it must not reach the site.
"""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING

from generator.model.picture import Picture, Rendition
from generator.ports import UnreadableImage

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 40_000_000
MOST_BYTES = 10 * 1024 * 1024
_FORMATS = ("PNG", "JPEG", "WEBP")
_SUFFIXES = {"PNG": ".png", "JPEG": ".jpg"}
_QUALITY = 82
_OPTIONS: dict[str, dict[str, object]] = {
    "PNG": {"optimize": True},
    "JPEG": {"quality": _QUALITY, "optimize": True, "progressive": True},
}


class PillowImages:
    """Port Images."""

    def prepare(self, content: bytes, widths: tuple[int, ...]) -> Picture:
        """Return the picture at these widths, ascending; raise UnreadableImage if it is none."""
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
        if kind == "WEBP":
            # Not everything that shows a picture knows WebP: badge platforms, previews of links.
            kind = "PNG" if pixels.mode == "RGBA" else "JPEG"
        widest = _at(pixels, widths[-1])
        renditions = tuple(
            Rendition(_webp(_at(pixels, width), drawn=kind == "PNG"), width)
            for width in sorted({min(width, pixels.width) for width in widths})
        )
        return Picture(
            _encoded(widest, kind, **_OPTIONS[kind]),
            _SUFFIXES[kind],
            widest.width,
            widest.height,
            renditions,
        )


def _at(pixels: Image, width: int) -> Image:
    """Return the pixels alone, at most so wide: a new image, so that no metadata comes along."""
    from PIL import Image  # noqa: PLC0415 - as above

    if pixels.width > width:
        size = (width, max(1, round(pixels.height * width / pixels.width)))
        pixels = pixels.resize(size, Image.Resampling.LANCZOS)
    clean = Image.new(pixels.mode, pixels.size)
    clean.paste(pixels)
    return clean


def _webp(pixels: Image, *, drawn: bool) -> bytes:
    """Return the pixels as WebP; of a drawing, without loss where that is smaller: flat colours."""
    lossy = _encoded(pixels, "WEBP", quality=_QUALITY, method=4)
    if not drawn:
        return lossy
    return min(_encoded(pixels, "WEBP", lossless=True, quality=80, method=4), lossy, key=len)


def _encoded(pixels: Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    pixels.save(out, kind, **options)
    return out.getvalue()


def _decoded(content: bytes) -> tuple[Image, str]:
    """Return the upright pixels and the format to write them in; the size is looked at first."""
    from PIL import Image, ImageOps  # noqa: PLC0415 - as above

    opened = Image.open(io.BytesIO(content), formats=_FORMATS)
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
