"""Every data file that the page about them lists, with how much is in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.edition import Edition
from generator.views.calendar_events import has_calendar
from generator.views.data_files import (
    CALENDAR,
    FEED,
    JSON_FEED,
    NEIGHBOURHOODS,
    OPEN_REFERRAL,
    AnyTable,
    data_path,
    open_active_path,
    schema_path,
    services,
    tables,
)
from generator.views.data_opportunities import opportunity_table
from generator.views.feed_entries import MOST_ENTRIES
from generator.views.labels import marked
from generator.views.open_active import COURSE, EVENT, SERIES, in_open_active

FORMATS = {
    "csv": "CSV",
    "json": "JSON",
    "geojson": "GeoJSON",
    "schema": "JSON Schema",
    "atom": "Atom",
    "jsonfeed": "JSON Feed",
    "ics": "iCalendar",
    "oruk": "Open Referral UK",
    "rpde": "OpenActive",
}
MEDIA_TYPES = {
    "csv": "text/csv",
    "json": "application/json",
    "geojson": "application/geo+json",
    "schema": "application/schema+json",
    "atom": "application/atom+xml",
    "jsonfeed": "application/feed+json",
    "ics": "text/calendar",
    "oruk": "application/json",
    "rpde": "application/vnd.openactive.rpde+json",
}
_ACTIVITIES = {
    EVENT: marked("Sport and dance: single events"),
    COURSE: marked("Sport and dance: courses"),
    SERIES: marked("Sport and dance: regular sessions"),
}


@dataclass(frozen=True, slots=True)
class DescribedFile:
    """One data file: its path from the site's root, its format, and how many records it holds."""

    path: str
    format: str
    count: int


@dataclass(frozen=True, slots=True)
class DescribedSet:
    """The same records in one format or several; the title is still to be said in a language.

    ``table`` is what they are made by, None where the format itself says what is in it.
    """

    title: str
    files: tuple[DescribedFile, ...]
    table: AnyTable | None = None


def described_records(edition: Edition) -> Iterator[DescribedSet]:
    """Yield the records of each kind, and the outlines."""
    for table in tables():
        count = len(table.listed(edition))
        formats = ("csv", "json", "geojson") if table.shape else ("csv", "json")
        files = [DescribedFile(data_path(table.name, it), it, count) for it in formats]
        schema = DescribedFile(schema_path(table.name), "schema", count)
        yield DescribedSet(table.title, (*files, schema), table)
    outlines = len(edition.place.neighbourhoods)
    if outlines:
        file = DescribedFile(data_path(NEIGHBOURHOODS, "geojson"), "geojson", outlines)
        yield DescribedSet(marked("Neighbourhoods"), (file,))


def described_feeds(edition: Edition) -> Iterator[DescribedSet]:
    """Yield what can be followed: each language has its own."""
    listed = opportunity_table().listed(edition)
    newest = min(len(listed), MOST_ENTRIES)
    yield DescribedSet(
        marked("New and changed opportunities"),
        (
            DescribedFile(edition.prefix + FEED, "atom", newest),
            DescribedFile(edition.prefix + JSON_FEED, "jsonfeed", newest),
        ),
    )
    dated = sum(map(has_calendar, listed))
    calendar = DescribedFile(edition.prefix + CALENDAR, "ics", dated)
    yield DescribedSet(marked("What’s on"), (calendar,))


def described_standards(edition: Edition) -> Iterator[DescribedSet]:
    """Yield what directories and apps gather from many places; no feed that is empty."""
    offered = services(edition)
    if offered is not None:
        file = DescribedFile(f"{OPEN_REFERRAL}services.json", "oruk", len(offered))
        yield DescribedSet(marked("Services"), (file,))
    if edition.place.settings.licence:
        for kind, records in in_open_active(edition).items():
            if records:
                feed = DescribedFile(open_active_path(kind), "rpde", len(records))
                yield DescribedSet(_ACTIVITIES[kind], (feed,))
