"""The pictures that records name."""

from __future__ import annotations

from generator.model.artifact import Artifact
from generator.model.edition import Edition, Produced
from generator.rules.picture_addresses import picture_address, rendition_address


def pictures(edition: Edition) -> Produced:
    """Return each picture at each of its widths, once, for all languages share them."""
    if not edition.main:
        return Produced()
    found = {}
    for path, picture in edition.place.pictures.items():
        found[picture_address(path, picture)] = picture.content
        for rendition in picture.renditions:
            found[rendition_address(path, rendition)] = rendition.content
    return Produced(artifacts=tuple(Artifact(path, found[path]) for path in sorted(found)))
