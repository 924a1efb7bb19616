"""What the last build made of what, so that the next one makes only what has changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.page import Listing
from generator.model.tracing import Read


@dataclass(frozen=True, slots=True)
class Made:
    """What came of a page, or of a whole output.

    ``files`` are paths, with the digests of their bytes and the records that they are about.
    ``sum`` stands for all that was given to it and read by it; while it is the same, so are the
    files. ``view`` stands for all that a page and what lies beside it were drawn from: while that
    is the same, so are they, whatever else of what was read has changed; "" for an output.
    ``templates`` drew it. ``within`` are the pages that an output drew.
    """

    key: str
    reads: tuple[Read, ...]
    sum: str
    view: str
    files: tuple[tuple[str, str, str], ...]
    listings: tuple[Listing, ...] = ()
    templates: tuple[str, ...] = ()
    within: tuple[Made, ...] = ()


@dataclass(frozen=True, slots=True)
class History:
    """What was made, by its key, and the files that are published now, with their digests."""

    made: Mapping[str, Made] = field(default_factory=dict)
    standing: Mapping[str, str] = field(default_factory=dict)

    def of(self, key: str) -> Made | None:
        """Return what was made under a key, if all its files still stand as they were made."""
        made = self.made.get(key)
        if made and all(self.standing.get(path) == digest for path, digest, _ in made.files):
            return made
        return None
