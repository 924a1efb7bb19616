"""Where a badge's image is: its own picture, else the one that is drawn for it.

The badge's page, its cards and its ``achievement.json`` must name the same file, for the address
is part of every badge that is ever issued.
"""

from __future__ import annotations

from generator.model.badge import Badge
from generator.model.place import Place
from generator.model.registry import BADGE
from generator.rules.picture_addresses import picture_address


def is_drawn(badge: Badge, place: Place) -> bool:
    """Say whether the badge has no picture of its own, so that one must be drawn."""
    return badge.image is None or badge.image.file not in place.pictures


def drawn_address(identifier: str) -> str:
    """Return the address of a badge's drawn image from the site's root."""
    return f"{BADGE.page(identifier)}badge.svg"


def painted_address(identifier: str) -> str:
    """Return the address of the same drawing as a PNG, for sharing, from the site's root."""
    return f"{BADGE.page(identifier)}badge.png"


def badge_picture_address(badge: Badge, place: Place) -> str:
    """Return the address of a badge's image as a PNG or JPEG, which every program can show."""
    own = badge_image_address(badge, place)
    return painted_address(badge.id) if is_drawn(badge, place) else own


def badge_image_address(badge: Badge, place: Place) -> str:
    """Return the address of a badge's image from the site's root, the same in every language."""
    if badge.image is None or badge.image.file not in place.pictures:
        return drawn_address(badge.id)
    return picture_address(badge.image.file, place.pictures[badge.image.file])
