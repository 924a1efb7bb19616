"""The page that explains the site's data files."""

from __future__ import annotations

from dataclasses import dataclass

from generator.views.data_files import FORMATS, DescribedFile, described_files
from generator.views.frame import Frame, frame
from generator.views.here import Here


@dataclass(frozen=True, slots=True)
class FieldLine:
    """One field of a data file."""

    name: str
    """What it is called in the file."""
    explanation: str
    """What it means."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """One file that somebody else can use."""

    name: str
    """What is in it, in a few words."""
    format: str
    """Its format: CSV, GeoJSON …"""
    href: str
    """Where it is from this page."""
    count: str
    """How many records it holds, in words."""
    fields: tuple[FieldLine, ...]
    """What each of its fields means; empty where the format itself says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataPage:
    """What ``data.html`` is given. The licence and the credits are in ``frame``."""

    frame: Frame
    """What stands around the page."""
    files: tuple[DataFile, ...]
    """The files."""


def data_page(here: Here) -> DataPage:
    """Return the page that explains the site's data files."""
    about = here.say("Everything on this site, as files that other programs can read.")
    files = tuple(_file(here, file) for file in described_files(here.edition))
    return DataPage(frame=frame(here, here.say("The data"), about), files=files)


def _file(here: Here, file: DescribedFile) -> DataFile:
    return DataFile(
        name=here.say(file.title),
        format=FORMATS[file.format],
        href=here.file(file.path),
        count=here.count("{number} record", "{number} records", file.count),
        fields=tuple(FieldLine(field.name, here.say(field.explanation)) for field in file.fields),
    )
