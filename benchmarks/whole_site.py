"""Every output there is has left its files: a fast build that skips something is no fast build."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.city.folder import CityFiles
from benchmarks.generators.engine import Engine
from benchmarks.generators.substance import Entry

FILES: Mapping[str, Sequence[str]] = {
    "achievements": ("badges/{badges}/achievement.json", "organisations/*/issuer.json"),
    "badge_classes": ("badges/{badges}/badgeclass.json", "organisations/*/issuer-2.0.json"),
    "badge_drawings": ("badges/{badges}/badge.svg",),
    "badge_paintings": ("badges/{badges}/badge.png",),
    "badges": ("badges/index.html", "badges/{badges}/index.html"),
    "calendars": (
        "opportunities/*/event.ics",
        "organisations/*/calendar.ics",
        "neighbourhoods/*/calendar.ics",
        "topics/*/calendar.ics",
        "whats-on/calendar.ics",
    ),
    "categories": ("explore/cost/free/index.html", "explore/kind/*/index.html"),
    "data_guide": ("data/index.html",),
    "data_schemas": ("data/schemas/opportunity.json", "data/schemas/pathways.json"),
    "explore": ("explore/index.html", "assets/search/en/*.json"),
    "exports": (
        "data/opportunities.json",
        "data/opportunities.csv",
        "data/opportunities.geojson",
        "data/badges.json",
        "data/organisations.json",
        "data/venues.geojson",
        "data/pathways.json",
        "data/neighbourhoods.geojson",
        "data/opportunities/{opportunities}.json",
    ),
    "feeds": ("data/feed.atom",),
    "home": ("index.html",),
    "host_files": ("_headers", "_redirects"),
    "json_feeds": ("data/feed.json",),
    "maps": ("assets/map/map.en.js", "assets/map/points.en.json", "assets/map/outlines.en.geojson"),
    "neighbourhoods": ("neighbourhoods/index.html", "neighbourhoods/*/index.html"),
    "notices": ("accessibility/index.html", "privacy/index.html"),
    "open_active": ("data/openactive/events.json", "data/openactive/session-series.json"),
    "open_referral": (
        "data/open-referral-uk/services.json",
        "data/open-referral-uk/services/*.json",
    ),
    "opportunities": ("opportunities/{opportunities}/index.html",),
    "organisations": ("organisations/index.html", "organisations/{organisations}/index.html"),
    "pathways": ("pathways/index.html", "pathways/{pathways}/index.html"),
    "pictures": ("images/*.png", "images/*-400.webp", "images/*-640.webp"),
    "postcodes": ("assets/postcodes/*.json",),
    "saved": ("saved/index.html", "saved/cards/*.json"),
    "security_contact": (".well-known/security.txt",),
    "signposts": ("404.html", "opportunities/its-old-name/index.html"),
    "sitemap": ("sitemap.xml", "robots.txt"),
    "social_cards": (
        "card.png",
        "opportunities/*/card.png",
        "badges/{badges}/card.png",
        "venues/{venues}/card.png",
    ),
    "stemmers": ("assets/stemmers/*.js",),
    "street_map": ("assets/basemap/*.pmtiles",),
    "terms": ("topics/*/index.html", "skills/*/index.html", "careers/*/index.html"),
    "tab_icon": ("assets/icon.svg",),
    "touch_icon": ("assets/touch-icon.png",),
    "venues": ("venues/index.html", "venues/{venues}/index.html"),
    "whats_on": ("whats-on/index.html",),
    "written_pages": ("about/index.html",),
}
"""What each output writes for a city, by the name of its module; braces stand for every record."""


def assert_whole(site: Path, city: CityFiles) -> None:
    """End the benchmark where a file of an output is not in the site that Doorstep built."""
    if missing := list(_missing(site, city)):
        sys.exit(f"{site} was built without {len(missing)} files, such as {', '.join(missing[:5])}")


def assert_pages(engine: Engine, made: Sequence[Entry]) -> None:
    """End the benchmark where a generator wrote no page for a record."""
    missing = [entry.address for entry in made if not (engine.site / entry.address).is_file()]
    if missing:
        some = ", ".join(missing[:5])
        sys.exit(f"{engine.name} wrote no page for {len(missing)} records, such as {some}")


def _missing(site: Path, city: CityFiles) -> Iterator[str]:
    for patterns in FILES.values():
        for pattern in patterns:
            for wanted in _each(pattern, city):
                if next(site.glob(wanted), None) is None:
                    yield wanted


def _each(pattern: str, city: CityFiles) -> Iterator[str]:
    """Yield the pattern for every record of the kind that stands in it, or as it is."""
    before, opened, rest = pattern.partition("{")
    if not opened:
        yield pattern
        return
    section, _, after = rest.partition("}")
    for identifier, _, _ in city.records[section]:
        yield f"{before}{identifier}{after}"
