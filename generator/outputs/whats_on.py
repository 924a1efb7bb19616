"""What's on."""

from __future__ import annotations

from generator.model.artifact import Page
from generator.model.edition import Edition, Produced
from generator.views.here import Here
from generator.views.whats_on import whats_on_page


def whats_on(edition: Edition) -> Produced:
    """Return the page of what happens in the coming days."""
    here = Here(edition, "whats-on/")
    return Produced((Page(here.path, "whats_on.html", whats_on_page(here), edition.language),))
