"""What lies in a place's folder, read and named but not yet understood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ContentFile:
    """A file's text. ``path`` is relative to where the command was run, as messages show it."""

    path: str
    text: str

    def line(self, number: int) -> str:
        """Return a line of it, counted from 1, to be shown under a Problem; "" beyond its end."""
        lines = self.text.split("\n")
        return lines[number - 1] if 0 < number <= len(lines) else ""


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file that is not text. ``path`` is as a ContentFile's."""

    path: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Source:
    """A record's file, and those that hold its translations, by language."""

    kind: str
    id: str
    file: ContentFile
    translations: tuple[tuple[str, ContentFile], ...] = ()


@dataclass(frozen=True, slots=True)
class Content:
    """Everything in a place's folder that a build reads.

    ``images`` are paths from the content folder, as records name them. The optional files are None
    where they do not exist. ``unread`` names, as ``(kind, id)``, records whose files were refused
    before anything in them was looked at. ``versions`` are those of the images, as their Entries
    have them.
    """

    root: str
    sources: tuple[Source, ...] = ()
    unread: frozenset[tuple[str, str]] = frozenset()
    place: ContentFile | None = None
    taxonomy: ContentFile | None = None
    geocodes: ContentFile | None = None
    neighbourhoods: ContentFile | None = None
    images: tuple[str, ...] = ()
    versions: Mapping[str, str] = field(default_factory=dict)
    basemap: DataFile | None = None

    @property
    def files(self) -> tuple[ContentFile, ...]:
        """Every file that was read."""
        single = (self.place, self.taxonomy, self.geocodes, self.neighbourhoods)
        records = (
            file
            for source in self.sources
            for file in (source.file, *(text for _, text in source.translations))
        )
        return (*(file for file in single if file), *records)
