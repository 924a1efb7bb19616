"""The page that explains the site's data files."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from generator.views.data_files import FORMATS, DescribedFile, described_files
from generator.views.frame import Frame, frame
from generator.views.here import Here


@dataclass(frozen=True, slots=True)
class FieldLine:
    """One field of a set of data."""

    name: str
    """What it is called in the files."""
    explanation: str
    """What it means."""
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


@dataclass(frozen=True, slots=True, kw_only=True)
class DataPage:
    """What ``data.html`` is given. The licence and the credits are in ``frame``."""

    frame: Frame
    """What stands around the page."""
    sets: tuple[DataSet, ...]
    """What there is."""


def data_page(here: Here) -> DataPage:
    """Return the page that explains the site's data files."""
    about = here.say("Everything on this site, as files that other programs can read.")
    described = groupby(described_files(here.edition), key=lambda file: file.title)
    sets = tuple(_set(here, tuple(files)) for _, files in described)
    return DataPage(frame=frame(here, here.say("The data"), about), sets=sets)


def _set(here: Here, files: tuple[DescribedFile, ...]) -> DataSet:
    """Return files of one title, which follow each other, as one."""
    fields = {field.name: field for file in files for field in file.fields}
    return DataSet(
        name=here.say(files[0].title),
        count=here.count("{number} record", "{number} records", files[0].count),
        files=tuple(DataFile(FORMATS[file.format], here.file(file.path)) for file in files),
        fields=tuple(
            FieldLine(field.name, here.say(field.explanation), field.flat)
            for field in fields.values()
        ),
    )
