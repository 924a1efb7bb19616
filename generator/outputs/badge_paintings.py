"""A PNG of each drawn badge, for sharing where SVG is not shown."""

from __future__ import annotations

from generator.model.artifact import Artifact
from generator.model.edition import Edition, Output, Produced
from generator.ports import Painter
from generator.rules.badge_images import is_drawn, painted_address
from generator.views.badge_drawing import badge_drawing

PIXELS = 512


def badge_paintings(painter: Painter) -> Output:
    """Return the output that paints each drawn badge, once for all languages."""

    def paint(edition: Edition) -> Produced:
        if not edition.main:
            return Produced()
        place = edition.place
        return Produced(
            artifacts=tuple(
                Artifact(
                    painted_address(badge.id),
                    painter.paint(badge_drawing(badge, place), PIXELS),
                    badge.path,
                )
                for badge in place.badges.values()
                if is_drawn(badge, place)
            )
        )

    return paint
