"""The accessibility statement and the privacy notice."""

from __future__ import annotations

from generator.model.artifact import Page
from generator.model.edition import Edition, Produced
from generator.views.here import Here
from generator.views.notices import accessibility_page, privacy_page


def notices(edition: Edition) -> Produced:
    """Return both pages; without a word in place.yaml they say what is true of every site."""
    access = Here(edition, "accessibility/")
    privacy = Here(edition, "privacy/")
    return Produced(
        (
            Page(access.path, "accessibility.html", accessibility_page(access), edition.language),
            Page(privacy.path, "privacy.html", privacy_page(privacy), edition.language),
        )
    )
