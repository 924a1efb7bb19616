"""The place's own street map."""

from __future__ import annotations

from generator.model.artifact import Artifact
from generator.model.edition import Edition, Produced


def street_map(edition: Edition) -> Produced:
    """Return the street map once, for all languages share it; its bytes are the author's."""
    found = edition.place.street_map
    if found is None or not edition.main:
        return Produced()
    return Produced(artifacts=(Artifact(found.address, found.content),))
