"""Where a record's picture is published: one function, so that views and outputs agree."""

from __future__ import annotations

import hashlib
import posixpath
import re

from generator.model.picture import Picture, Rendition

_DIGEST_DIGITS = 8


def picture_address(path: str, picture: Picture) -> str:
    """Return the address of the picture that records name ``path``, from the site's root.

    ``images/makers/robots.png`` becomes ``images/makers-robots-1f3a9c0d.png``: always a PNG or
    JPEG. The digest is of the bytes, so that a browser may keep a picture for ever and still sees
    a new one at once.
    """
    return _address(path, picture.content, picture.suffix)


def rendition_address(path: str, rendition: Rendition) -> str:
    """Return the address of one of the WebP files that stand before it."""
    return _address(path, rendition.content, f"-{rendition.width}.webp")


def _address(path: str, content: bytes, ending: str) -> str:
    inside = path.removeprefix("images/")
    stem = posixpath.splitext(inside)[0]
    name = re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-")[:80] or "picture"
    digest = hashlib.sha256(content).hexdigest()[:_DIGEST_DIGITS]
    return f"images/{name}-{digest}{ending}"
