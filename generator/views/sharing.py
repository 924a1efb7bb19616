"""What networks and messengers are told of a page whose link is shared (https://ogp.me)."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.social_card import SocialCard
from generator.views.here import Here
from generator.views.social_cards import site_card

_UNITED_KINGDOM = ("england", "wales", "scotland", "northern-ireland")


@dataclass(frozen=True, slots=True)
class Sharing:
    """What a page says of itself where its link is shared."""

    type: str
    """``article`` for what somebody wrote, ``website`` for what sums up."""
    locale: str
    """The page's language and country, as ``en_GB``; "" where the country is not known."""
    locales: tuple[str, ...]
    """The same of the page's twins in other languages."""
    card: SocialCard
    """The picture that is shown."""


def sharing(here: Here, record: str) -> Sharing:
    """Return what a page says of itself; ``record`` is the id of the record it shows, if any."""
    others = (it for it in here.settings.languages if it != here.language)
    return Sharing(
        type="article" if record else "website",
        locale=_locale(here, here.language),
        locales=tuple(filter(None, (_locale(here, it) for it in others))),
        card=site_card(here),
    )


def _locale(here: Here, language: str) -> str:
    """Return ``language_TERRITORY``, the one form that is known there."""
    parts = language.split("-")
    regions = [part.upper() for part in parts[1:] if len(part) == 2]  # noqa: PLR2004 - ISO 3166-1
    if not regions and here.settings.nation in _UNITED_KINGDOM:
        regions = ["GB"]
    return f"{parts[0]}_{regions[0]}" if regions else ""
