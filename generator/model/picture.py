"""A picture as the site shows it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """An image re-encoded for the web: its bytes, file suffix (``.webp``) and size in pixels."""

    content: bytes
    suffix: str
    width: int
    height: int
