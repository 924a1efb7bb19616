"""Pictures on a page, each with its size, so that nothing jumps while it loads."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.record import Image
from generator.model.said import Said
from generator.rules.picture_addresses import picture_address, rendition_address
from generator.views.here import Here


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture."""

    src: str
    """Where it is from this page, as a PNG or JPEG that every browser shows."""
    webp: str
    """The same as WebP at several widths, for the attribute ``srcset``; "" where there is none."""
    alt: Said
    """What it shows, for those who cannot see it; empty for one that only decorates."""
    width: int
    """Its width in pixels."""
    height: int
    """Its height in pixels."""
    credit: Said
    """Who made it; may be empty."""


@dataclass(frozen=True, slots=True)
class LogoFacts:
    """The place's logo."""

    image: Picture
    """As it looks on white."""
    dark: Picture | None
    """As it looks on dark screens, where there is one of its own."""


def logo_facts(here: Here) -> LogoFacts | None:
    """Return the place's logo, or None where it has none."""
    logo = here.settings.logo
    image = picture(here, Image(logo.file, logo.alt)) if logo else None
    if logo is None or image is None:
        return None
    return LogoFacts(image, picture(here, Image(logo.dark, logo.alt)))


def picture(here: Here, image: Image | None) -> Picture | None:
    """Return a record's picture, or None where it has none that could be read."""
    if image is None or image.file not in here.place.pictures:
        return None
    found = here.place.pictures[image.file]
    smaller = (
        f"{here.file(rendition_address(image.file, each))} {each.width}w"
        for each in found.renditions
    )
    return Picture(
        here.file(picture_address(image.file, found)),
        ", ".join(smaller),
        here.said(image.alt),
        found.width,
        found.height,
        here.said(image.credit),
    )
