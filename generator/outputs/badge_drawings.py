"""A drawing for each badge that has no picture."""

from __future__ import annotations

from generator.model.artifact import Artifact
from generator.model.edition import Edition, Produced
from generator.rules.badge_images import drawn_address, is_drawn
from generator.views.badge_drawing import drawn_badge


def badge_drawings(edition: Edition) -> Produced:
    """Return the drawings, once for all languages: an issued badge has one image."""
    if not edition.main:
        return Produced()
    place = edition.place
    return Produced(
        artifacts=tuple(
            Artifact(drawn_address(badge.id), drawn_badge(badge, place).encode(), badge.path)
            for badge in place.badges.values()
            if is_drawn(badge, place)
        )
    )
