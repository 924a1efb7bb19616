"""The page that explains the site's data files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.rules.json_text import Json, json_line
from generator.views.data_files import AnyTable, record_path
from generator.views.data_table import DataField
from generator.views.described_files import (
    FORMATS,
    DescribedSet,
    described_feeds,
    described_records,
    described_standards,
)
from generator.views.frame import Frame, described, frame
from generator.views.here import Here
from generator.views.structured_dataset import dataset

LOOKED_AT = 20
"""Records among which an example of a field is looked for: the page must not read all of them."""
LONGEST_EXAMPLE = 60


@dataclass(frozen=True, slots=True)
class FieldLine:
    """One field of a set of data."""

    name: str
    """What it is called in the files."""
    explanation: str
    """What it means."""
    holds: str
    """What it holds: a text, a date, a list …"""
    values: tuple[str, ...]
    """The words that it is one of; empty where it can be any."""
    example: str
    """What it holds of one record, as JSON; "" where no record looked at has any."""
    flat: bool
    """Whether CSV has it too: it cannot hold what has parts of its own."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """One file that somebody else can use."""

    format: str
    """Its format: CSV, GeoJSON …"""
    href: str
    """Where it is from this page."""


@dataclass(frozen=True, slots=True)
class OneRecord:
    """The file of one record, as an example of those that every record has."""

    path: str
    """Where it is from the site's root."""
    href: str
    """Where it is from this page."""


@dataclass(frozen=True, slots=True)
class DataSet:
    """What there is of one kind, in one format or several."""

    name: str
    """What is in it, in a few words."""
    count: str
    """How many records it holds, in words."""
    files: tuple[DataFile, ...]
    """The same in each format."""
    fields: tuple[FieldLine, ...]
    """What each of its fields means; empty where the format itself says."""
    one: OneRecord | None
    """One of its records in a file of its own; None where records have none."""


@dataclass(frozen=True, slots=True)
class DataGroup:
    """Sets of data that are put to use in the same way."""

    name: str
    """What they are for, in a few words."""
    about: str
    """How they are used."""
    sets: tuple[DataSet, ...]
    """What there is; never empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataPage:
    """What ``data.html`` is given. The licence and the credits are in ``frame``."""

    frame: Frame
    """What stands around the page."""
    groups: tuple[DataGroup, ...]
    """What there is."""


def data_page(here: Here) -> DataPage:
    """Return the page that explains the site's data files."""
    edition = here.edition
    title = here.say("The data")
    about = here.say("Everything on this site, as files that other programs can read.")
    records, feeds = tuple(described_records(edition)), tuple(described_feeds(edition))
    standards = tuple(described_standards(edition))
    told = dataset(edition, title, about, (*records, *feeds, *standards))
    groups = (
        _group(
            here,
            here.say("To work with"),
            here.say("All records of a kind: CSV for a spreadsheet, JSON for a program, GeoJSON for a map."),  # noqa: E501 - a translator's line
            records,
        ),
        _group(
            here,
            here.say("To follow"),
            here.say("For a feed reader or a calendar program that tells you what is new."),
            feeds,
        ),
        _group(
            here,
            here.say("To pass on"),
            here.say("For directories and apps that gather from many places, in the form that they share."),  # noqa: E501 - as above
            standards,
        ),
    )  # fmt: skip
    return DataPage(
        frame=described(here, frame(here, title, about), told),
        groups=tuple(group for group in groups if group.sets),
    )


def _group(here: Here, name: str, about: str, sets: Iterable[DescribedSet]) -> DataGroup:
    return DataGroup(name, about, tuple(_set(here, each) for each in sets))


def _set(here: Here, told: DescribedSet) -> DataSet:
    return DataSet(
        name=here.say(told.title),
        count=here.count("{number} record", "{number} records", told.files[0].count),
        files=tuple(DataFile(FORMATS[file.format], here.file(file.path)) for file in told.files),
        fields=_fields(here, told.table) if told.table else (),
        one=_one(here, told.table) if told.table else None,
    )


def _one(here: Here, table: AnyTable) -> OneRecord | None:
    listed = table.listed(here.edition)
    if not listed:
        return None
    path = record_path(table.name, listed[0].id)
    return OneRecord(path, here.file(path))


def _fields(here: Here, table: AnyTable) -> tuple[FieldLine, ...]:
    # every edition lists the same files, which are in the main language
    main = replace(here.edition, language=here.settings.language)
    rows = [table.row(main, record) for record in table.listed(main)[:LOOKED_AT]]
    return tuple(_field(here, field, [row[field.name] for row in rows]) for field in table.fields)


def _field(here: Here, field: DataField, found: Iterable[Json]) -> FieldLine:
    known = next((value for value in found if value not in (None, "", (), [], {})), None)
    return FieldLine(
        name=field.name,
        explanation=here.say(field.explanation),
        holds=here.say(field.holds.words),
        values=field.holds.values,
        example=_shortened(json_line(known)) if field.flat and known is not None else "",
        flat=field.flat,
    )


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_EXAMPLE else f"{text[:LONGEST_EXAMPLE]}…"
