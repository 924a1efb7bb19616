"""Which data files there are: what the exports make, and what the page about them lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.model.edition import Edition
from generator.model.opportunity import Opportunity
from generator.views.data_badges import badge_table
from generator.views.data_opportunities import opportunity_table
from generator.views.data_records import organisation_table, pathway_table, venue_table
from generator.views.data_table import DataField, Table
from generator.views.labels import marked
from generator.views.open_active import COURSE, EVENT, SERIES
from generator.views.open_referral import is_service
from generator.views.open_referral_places import NATIONS

AnyTable = Table[Any]
"""A table of whichever kind; a table's own functions agree on which."""

NEIGHBOURHOODS = "neighbourhoods"
FEED = "data/feed.atom"
JSON_FEED = "data/feed.json"
OPEN_REFERRAL = "data/open-referral-uk/"
OPEN_ACTIVE = {EVENT: "events", COURSE: "course-instances", SERIES: "session-series"}
CALENDAR = "whats-on/calendar.ics"
FORMATS = {"csv": "CSV", "json": "JSON", "geojson": "GeoJSON", "atom": "Atom", "ics": "iCalendar"}


@dataclass(frozen=True, slots=True)
class DescribedFile:
    """One data file: its path from the site's root, what it holds, and how much of it.

    ``fields`` is empty where the format itself says what is in it.
    """

    path: str
    format: str
    title: str
    count: int
    fields: tuple[DataField, ...] = ()


def tables() -> tuple[AnyTable, ...]:
    """Return every table, in the order in which they are listed."""
    return (
        opportunity_table(),
        badge_table(),
        organisation_table(),
        venue_table(),
        pathway_table(),
    )


def data_path(name: str, suffix: str) -> str:
    """Return where a data file is, from the site's root."""
    return f"data/{name}.{suffix}"


def record_path(name: str, identifier: str) -> str:
    """Return where the file of one record of a table is, from the site's root."""
    return f"data/{name}/{identifier}.json"


def schema_path(name: str) -> str:
    """Return where a JSON Schema is, by the name of a table or of a kind of record."""
    return f"data/schemas/{name}.json"


def open_active_path(kind: str, page: str = "") -> str:
    """Return where a page of an OpenActive feed is, from the site's root."""
    return f"data/openactive/{OPEN_ACTIVE[kind]}{page}.json"


def services(edition: Edition) -> tuple[Opportunity, ...] | None:
    """Return the services of Open Referral UK; None outside the United Kingdom."""
    if edition.place.settings.nation not in NATIONS:
        return None
    return tuple(it for it in opportunity_table().listed(edition) if is_service(it))


def described_files(edition: Edition) -> tuple[DescribedFile, ...]:
    """Return every data file of an edition; titles are still to be said in its language."""
    return (*_tables(edition), *_others(edition))


def _tables(edition: Edition) -> Iterator[DescribedFile]:
    for table in tables():
        count = len(table.listed(edition))
        flat = tuple(field for field in table.fields if field.flat)
        yield DescribedFile(data_path(table.name, "csv"), "csv", table.title, count, flat)
        yield DescribedFile(data_path(table.name, "json"), "json", table.title, count, table.fields)
        if table.shape:
            path = data_path(table.name, "geojson")
            yield DescribedFile(path, "geojson", table.title, count, table.fields)


def _others(edition: Edition) -> Iterator[DescribedFile]:
    count = len(edition.place.neighbourhoods)
    if count:
        path = data_path(NEIGHBOURHOODS, "geojson")
        yield DescribedFile(path, "geojson", marked("Neighbourhoods"), count)
    listed = len(opportunity_table().listed(edition))
    yield DescribedFile(
        edition.prefix + FEED, "atom", marked("New and changed opportunities"), listed
    )
    yield DescribedFile(edition.prefix + CALENDAR, "ics", marked("What’s on"), listed)
