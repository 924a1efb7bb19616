"""The place's own street map: vector tiles in one file, as the content folder has them."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class StreetMap:
    """A PMTiles file. ``address`` is where it lies in the site, as a path from its root."""

    content: bytes = field(repr=False)
    address: str
