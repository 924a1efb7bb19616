"""The social card beside each page that has one of its own.

Painted by whoever draws the page, since only its view knows the card. The edition's card, which
pages without their own share, lies beside its first page.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import PurePosixPath

from generator.model.drawing import Drawing
from generator.model.edition import Aside, Beside, Edition
from generator.model.page import Page
from generator.model.picture import Picture
from generator.model.place import Place
from generator.model.social_card import CardFace, CardPicture, SocialCard
from generator.ports import Painter
from generator.views.badge_drawing import badge_drawing
from generator.views.frame import Frame

BADGE_PIXELS = 512
"""As wide as the badge's own PNG, so that it is painted once."""


def social_cards(painter: Painter) -> Beside:
    """Return what paints the card that lies beside a page."""

    def beside(page: Page, view: object) -> Iterator[Aside]:
        frame = getattr(view, "frame", None)
        if not isinstance(frame, Frame):
            return
        card = frame.sharing.card
        if PurePosixPath(page.path) == PurePosixPath(card.path).with_name("index.html"):
            whole = card.path.endswith(".png")
            place = page.edition.place
            given = (card.face, _shown(card, page.edition), _logo(place), whole)
            yield Aside(card.path, partial(_painted, painter), given, page.source)

    return beside


def _shown(card: SocialCard, edition: Edition) -> Picture | Drawing | None:
    place = edition.place
    if card.image:
        return place.pictures[card.image]
    badge = place.badges[card.badge] if card.badge else None
    return badge_drawing(badge, place, edition.language) if badge else None


def _logo(place: Place) -> Picture | None:
    logo = place.settings.logo
    return place.pictures.get(logo.file) if logo else None


def _painted(
    painter: Painter,
    face: CardFace,
    shown: Picture | Drawing | None,
    logo: Picture | None,
    whole: bool,  # noqa: FBT001 - one of the values that are given by place
) -> bytes:
    if isinstance(shown, Drawing):
        content = painter.paint(shown, BADGE_PIXELS)
    else:
        content = shown.content if shown else b""
    return painter.card(
        face,
        CardPicture(content, whole) if shown else None,
        CardPicture(logo.content, whole=True) if logo else None,
    )
