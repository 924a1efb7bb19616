"""What a data file holds: its fields, each with its meaning, and the records it is of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from generator.model.edition import Edition
from generator.model.record import Contact, Kept, Record
from generator.model.registry import Kind, kind_of
from generator.model.text import Text
from generator.model.venue import Venue
from generator.rules.addresses import absolute
from generator.rules.json_text import Json
from generator.views.data_values import (
    DATE,
    LINK,
    NAME,
    TEXT,
    TRANSLATIONS,
    Holds,
    always,
)
from generator.views.labels import marked

RecordType = TypeVar("RecordType", bound=Record)
Values = Mapping[str, Json]

DECIMALS = 6
"""A tenth of a metre; more would only be the trace of a calculation."""


@dataclass(frozen=True, slots=True)
class DataField:
    """One field of a data file. ``flat`` says whether its value fits a cell of a CSV file."""

    name: str
    explanation: str
    holds: Holds
    flat: bool = True


@dataclass(frozen=True, slots=True)
class Table(Generic[RecordType]):
    """All listed records of a kind.

    ``values`` gives a record's value for every field but the last, ``translations``, by the field's
    name; ``shape`` its GeoJSON geometry, for a kind that has places.
    """

    name: str
    title: str
    kind: Kind
    fields: tuple[DataField, ...]
    records: Callable[[Edition], Iterable[RecordType]]
    values: Callable[[Edition, RecordType], Values]
    shape: Callable[[Edition, RecordType], Json] | None = None

    def listed(self, edition: Edition) -> tuple[RecordType, ...]:
        """Return the records that may stand in lists, in order of id; never a draft."""
        return tuple(
            record
            for record in self.records(edition)
            if not record.draft and edition.place.listed(self.kind.name, record.id)
        )

    def row(self, edition: Edition, record: RecordType) -> Values:
        """Return a record's value for every field.

        Translations hold what differs and nothing else: a file for each language was rejected,
        because whoever reads one would have to find and join the others for a record's words.
        """
        values = self.values(edition, record)
        others = (tag for tag in edition.place.settings.languages if tag != edition.language)
        translations: dict[str, Json] = {}
        for language in others:
            told = self.values(replace(edition, language=language), record)
            translations[language] = {
                name: value for name, value in told.items() if value != values[name]
            }
        return {**values, TRANSLATED.name: translations}


IDENTITY_FIELDS = (
    DataField("id", marked("The record’s permanent id"), NAME),
    DataField("url", marked("Its page"), always(LINK)),
    DataField("title", marked("What it is called"), NAME),
)
TRANSLATED = DataField(
    "translations", marked("Its words in the site’s other languages"), TRANSLATIONS, flat=False
)
FRESHNESS_FIELDS = (
    DataField("checked_on", marked("When somebody last made sure that it is right"), DATE),
    TRANSLATED,
)


def identity(edition: Edition, record: Record) -> Values:
    """Return the values that every record begins with."""
    return {
        "id": record.id,
        "url": record_url(edition, record),
        "title": words(edition, record.title),
    }


def freshness(record: Kept) -> Values:
    """Return the values that every record ends with."""
    return {"checked_on": record.checked_on.isoformat() if record.checked_on else None}


def contact(given: Contact | None) -> Values:
    """Return where to ask."""
    return {
        "contact_email": (given.email or None) if given else None,
        "contact_phone": (given.phone or None) if given else None,
        "contact_url": (given.url or None) if given else None,
    }


CONTACT_FIELDS = (
    DataField("contact_email", marked("Where to write"), TEXT),
    DataField("contact_phone", marked("Where to ring"), TEXT),
    DataField("contact_url", marked("Where to read more"), LINK),
)


def record_url(edition: Edition, record: Record) -> str:
    """Return the full address of a record's page."""
    address = edition.prefix + kind_of(record).page(record.id)
    return absolute(edition.place.settings.url, address)


def words(edition: Edition, text: Text) -> str | None:
    """Return an author's words in the edition's language, else as they were written."""
    return text.words(edition.language) or None


def organisation_name(edition: Edition, identifier: str) -> str | None:
    """Return what an organisation is called."""
    organisation = edition.place.organisations.get(identifier)
    return words(edition, organisation.title) if organisation else None


def position(venue: Venue | None) -> list[float] | None:
    """Return longitude and latitude, as RFC 7946 orders them; None where they may not be told."""
    if venue is None or venue.location_shown != "exact" or venue.placed is None:
        return None
    return [round(venue.placed.longitude, DECIMALS), round(venue.placed.latitude, DECIMALS)]


def door(venue: Venue | None) -> list[float] | None:
    """Return the same where it is the door's: a program would take a postcode's middle for it."""
    if venue is None or venue.placing is None or venue.placing.approximate:
        return None
    return position(venue)
