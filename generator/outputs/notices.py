"""The accessibility statement and the privacy notice."""

from __future__ import annotations

from generator.model.edition import Edition, Produced
from generator.views.here import Here, page
from generator.views.notices import accessibility_page, privacy_page


def notices(edition: Edition) -> Produced:
    """Return both pages; without a word in place.yaml they say what is true of every site."""
    access = Here(edition, "accessibility/")
    privacy = Here(edition, "privacy/")
    return Produced(
        (
            page(access, "accessibility.html", accessibility_page),
            page(privacy, "privacy.html", privacy_page),
        )
    )
