"""The social cards that planned pages point to.

A survey, since only the pages know which cards there are: pages without a card of their own share
their edition's, which is painted once.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from generator.model.artifact import Artifact, Page
from generator.model.edition import Produced, Survey
from generator.model.place import Place
from generator.model.social_card import CardFace, CardPicture, SocialCard
from generator.ports import Painter, Workers
from generator.views.badge_drawing import badge_drawing
from generator.views.frame import Frame

BADGE_PIXELS = 512
"""As wide as the badge's own PNG, so that it is painted once."""

Job = tuple[CardFace, CardPicture | None]


def social_cards(painter: Painter, workers: Workers) -> Survey:
    """Return the survey that paints each card once."""

    def paint(place: Place, pages: Sequence[Page]) -> Produced:
        cards = _cards(pages)
        jobs = [(card.face, _picture(card, place, painter)) for card, _ in cards.values()]
        painted = workers.map(partial(_painted, painter=painter, logo=_logo(place)), jobs)
        return Produced(
            artifacts=tuple(
                Artifact(path, content, source)
                for (path, (_, source)), content in zip(cards.items(), painted, strict=True)
            )
        )

    return paint


def _cards(pages: Sequence[Page]) -> dict[str, tuple[SocialCard, str]]:
    """Return each card by its path, with the record that it is about."""
    found = {}
    for page in pages:
        frame = getattr(page.view, "frame", None)
        if isinstance(frame, Frame):
            card = frame.sharing.card
            found[card.path] = (card, page.source)
    return found


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


def _painted(job: Job, painter: Painter, logo: CardPicture | None) -> bytes:
    face, picture = job
    return painter.card(face, picture, logo)
