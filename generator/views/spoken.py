"""In which language a record speaks on a page, and whose words they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.record import Record, Translation
from generator.model.said import Said
from generator.rules.spoken import how_many, missing, original_day
from generator.views.here import Here

NOBODY = Said()


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a page says of the language of its record's words."""

    lacking: str = ""
    """"" where all its words are in the page's language, ``part`` or ``all``."""
    language: str = ""
    """The tag of the language that the record was written in; "" on a page of that language."""
    author: Said = NOBODY
    """Whose words they are, where that is known: an organisation."""
    by: str = ""
    """Who put them into the page's language; may be ""."""
    on: date | None = None
    """When."""
    older: bool = False
    """Whether the words in the other language have changed since."""

    @property
    def translated(self) -> bool:
        """Whether something is known of who put the words into the page's language."""
        return bool(self.by or self.on)


ITS_OWN = Spoken()
"""A page in the language that its record was written in."""


def spoken(here: Here, record: Record, owner: str) -> Spoken:
    """Return how a record speaks here; ``owner`` is the id of whose words they are, or ""."""
    if here.edition.main:
        return ITS_OWN
    found = next((it for it in record.translations if it.language == here.language), None)
    translation = found or Translation(here.language)
    lacking = len(missing(record, here.language))
    author = here.place.organisations.get(owner) if lacking else None
    newest = original_day(record)
    return Spoken(
        lacking="all" if lacking and lacking == how_many(record) else "part" if lacking else "",
        language=here.settings.language,
        author=here.said(author.title) if author else NOBODY,
        by=translation.by,
        on=translation.on,
        older=bool(newest and translation.on and translation.on < newest),
    )
