"""A drawing for each badge that has no picture."""

from __future__ import annotations

from generator.model.artifact import Artifact
from generator.model.edition import Edition, Produced
from generator.rules.badge_images import drawn_address, is_drawn, is_drawn_in
from generator.views.badge_drawing import drawn_badge


def badge_drawings(edition: Edition) -> Produced:
    """Return the drawings: in the main language the image that is issued, else what pages show."""
    place, language = edition.place, edition.language
    return Produced(
        artifacts=tuple(
            Artifact(
                edition.prefix + drawn_address(badge.id),
                drawn_badge(badge, place, language).encode(),
                badge.path,
            )
            for badge in place.badges.values()
            if (is_drawn(badge, place) if edition.main else is_drawn_in(language, badge, place))
        )
    )
