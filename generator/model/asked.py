"""What a person asked for on the command line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a person asked for on the command line. ``jobs`` of None means one for each core."""

    content: Path = Path("content")
    out: Path = Path("site")
    base_url: str = ""
    theme: str = ""
    today: date | None = None
    strict: bool = False
    jobs: int | None = None
    drafts: bool = False

    @property
    def cache(self) -> Path:
        """The folder of the cache: beside the content folder, and ignored by git."""
        return self.content.parent / ".doorstep"
