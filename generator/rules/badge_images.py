"""Where a badge's image is: its own picture, else the one that is drawn for it.

The badge that is issued has one, named by ``achievement.json`` and the data: its address is part of
every badge that anybody earns. A page shows a drawing in its own language where there is one.
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


def is_drawn_in(language: str, badge: Badge, place: Place) -> bool:
    """Say whether a badge is drawn with its title in a language besides the main one."""
    other = language != place.settings.language
    return other and is_drawn(badge, place) and badge.title.has(language)


def shown_image_address(badge: Badge, place: Place, language: str) -> str:
    """Return the address of the image that pages in a language show, from the site's root."""
    if is_drawn_in(language, badge, place):
        return f"{language}/{drawn_address(badge.id)}"
    return badge_image_address(badge, place)


def badge_image_address(badge: Badge, place: Place) -> str:
    """Return the address of the image that is issued, from the site's root."""
    if badge.image is None or badge.image.file not in place.pictures:
        return drawn_address(badge.id)
    return picture_address(badge.image.file, place.pictures[badge.image.file])
