"""A picture as the site shows it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rendition:
    """The picture once more as WebP: its bytes, and how wide it is in pixels."""

    content: bytes
    width: int


@dataclass(frozen=True, slots=True)
class Picture:
    """An image re-encoded for the web: its bytes, file suffix (``.jpg``) and size in pixels.

    ``content`` is the PNG or JPEG that everything can read; ``renditions`` are what pages offer to
    browsers before it, from narrow to wide, of the same proportions.
    """

    content: bytes
    suffix: str
    width: int
    height: int
    renditions: tuple[Rendition, ...] = ()
