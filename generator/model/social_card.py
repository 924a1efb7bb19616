"""A social card: the picture that a link is shown with where people share it."""

from __future__ import annotations

from dataclasses import dataclass

CARD_WIDTH, CARD_HEIGHT = 1200, 630
"""What the networks that show links ask for: 1.91 to 1, sharp on a dense screen."""
MOST_CARD_BYTES = 60_000
"""Some messengers show no picture that is much larger."""


@dataclass(frozen=True, slots=True)
class CardFace:
    """The words and colours of a card; the painter finds room for them."""

    kind: str
    """What sort of thing it is about; may be ""."""
    title: str
    """What it is called."""
    details: tuple[str, ...]
    """What one asks next, such as when and where; at most a few lines."""
    site: str
    """What the place is called; "" where the title is that already."""
    ground: str
    """The place's colour, ``#rrggbb``; white can be read on it."""
    accent: str
    """Its second colour."""


@dataclass(frozen=True, slots=True)
class SocialCard:
    """A social card."""

    url: str
    """Its full address: networks do not follow relative ones."""
    alt: str
    """What stands on it, for those who cannot see it."""
    path: str
    """Where it is from the site's root."""
    face: CardFace
    """What the painter is given; no template needs it."""
    image: str = ""
    """The record's own picture that it shows, by its path in the content folder; may be ""."""
    badge: str = ""
    """The badge whose picture it shows, by id; may be ""."""
    width: int = CARD_WIDTH
    """Its width in pixels."""
    height: int = CARD_HEIGHT
    """Its height in pixels."""


@dataclass(frozen=True, slots=True)
class CardPicture:
    """A picture on a card: the bytes of a PNG or JPEG that our own pipeline made.

    ``whole`` pictures (badges, logos) are shown with nothing cut off; others fill the door.
    """

    content: bytes
    whole: bool
