"""Where data files are, and of which records: what outputs make, and the page about them lists."""

from __future__ import annotations

from typing import Any

from generator.model.edition import Edition
from generator.model.opportunity import Opportunity
from generator.views.data_badges import badge_table
from generator.views.data_opportunities import opportunity_table
from generator.views.data_records import organisation_table, pathway_table, venue_table
from generator.views.data_table import Table
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
