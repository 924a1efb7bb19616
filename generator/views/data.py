"""The page that explains the site's data files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.views.frame import Frame, frame
from generator.views.here import Here


@dataclass(frozen=True, slots=True)
class DataFile:
    """One file that somebody else can use."""

    name: str
    """What is in it, in a few words."""
    format: str
    """Its format: CSV, GeoJSON …"""
    href: str
    """Where it is from this page."""
    explanation: str
    """What one can do with it, in a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataPage:
    """What ``data.html`` is given. The licence and the credits are in ``frame``."""

    frame: Frame
    """What stands around the page."""
    files: tuple[DataFile, ...]
    """The files."""


def data_page(here: Here, files: Iterable[DataFile]) -> DataPage:
    """Return the page that explains the site's data files."""
    about = here.say("Everything on this site, as files that other programs can read.")
    return DataPage(frame=frame(here, here.say("The data"), about), files=tuple(files))
