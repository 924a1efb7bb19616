"""The social card beside each page that has one of its own.

Painted by whoever draws the page, since only its view knows the card. The edition's card, which
pages without their own share, lies beside its first page.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.model.artifact import Artifact
from generator.model.edition import Beside
from generator.model.page import Page
from generator.model.place import Place
from generator.model.social_card import CardPicture, SocialCard
from generator.ports import Painter
from generator.views.badge_drawing import badge_drawing
from generator.views.frame import Frame

BADGE_PIXELS = 512
"""As wide as the badge's own PNG, so that it is painted once."""


def social_cards(painter: Painter) -> Beside:
    """Return what paints the card that lies beside a page."""

    def paint(page: Page, view: object) -> Iterator[Artifact]:
        frame = getattr(view, "frame", None)
        if not isinstance(frame, Frame):
            return
        card = frame.sharing.card
        if PurePosixPath(page.path) == PurePosixPath(card.path).with_name("index.html"):
            yield Artifact(card.path, _painted(card, page.edition.place, painter), page.source)

    return paint


def _picture(card: SocialCard, place: Place, painter: Painter) -> CardPicture | None:
    whole = card.path.endswith(".png")
    if card.image:
        return CardPicture(place.pictures[card.image].content, whole)
    if card.badge:
        drawing = badge_drawing(place.badges[card.badge], place)
        return CardPicture(painter.paint(drawing, BADGE_PIXELS), whole)
    return None


def _logo(place: Place) -> CardPicture | None:
    logo = place.settings.logo
    picture = place.pictures.get(logo.file) if logo else None
    return CardPicture(picture.content, whole=True) if picture else None


def _painted(card: SocialCard, place: Place, painter: Painter) -> bytes:
    return painter.card(card.face, _picture(card, place, painter), _logo(place))
