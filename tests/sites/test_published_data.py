"""The data files of built sites, held to the rules of their formats and to the page about them."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import icalendar
import pytest
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry

from tests.support.open_active import failures
from tests.support.open_referral_uk import SERVICE, SUMMARY, page_of
from tests.support.schema_org import mistakes

ATOM = {"": "http://www.w3.org/2005/Atom"}
STRUCTURED = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)
SETS = re.compile(r'<p class="count">([\d,]+) [^<]*</p>\s*<ul class="tags">(.*?)</ul>', re.S)
LINKS = re.compile(r'<a href="([^"]+)" aria-label="[^"]*: ([^":]+)">')


@pytest.fixture(params=["tiny", "newport", "anywhere"])
def site(request: pytest.FixtureRequest) -> Path:
    found: Path = request.getfixturevalue(request.param)
    return found


def read(path: Path) -> Any:  # noqa: ANN401 - JSON
    return json.loads(path.read_text("utf-8"))


def rows_of(path: Path) -> list[list[str]]:
    text = path.read_bytes().decode("utf-8")
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def events_of(path: Path) -> list[Any]:
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    return list(calendar.walk("VEVENT"))


def services_of(path: Path) -> int:
    """Return how many services a list holds, each of which has a file of its own beside it."""
    listed = read(path)
    ids = [each["id"] for each in listed["contents"]]
    assert listed["total_items"] == len(ids)
    assert {file.stem for file in (path.parent / "services").iterdir()} == set(ids)
    return len(ids)


# how many records a file holds, counted in the file itself
HELD: Mapping[str, Callable[[Path], int]] = {
    "CSV": lambda path: len(rows_of(path)) - 1,
    "JSON": lambda path: len(read(path)["records"]),
    "GeoJSON": lambda path: len(read(path)["features"]),
    "Atom": lambda path: len(ET.parse(path).findall("entry", ATOM)),  # noqa: S314 - our own output
    "JSON Feed": lambda path: len(read(path)["items"]),
    "iCalendar": lambda path: len({str(event["URL"]) for event in events_of(path)}),
    "Open Referral UK": services_of,
    "OpenActive": lambda path: sum(it["state"] == "updated" for it in read(path)["items"]),
}


def told(page: Path) -> Iterator[tuple[int, Path, str]]:
    """Yield each file that the page about the data lists, its format and how many it says."""
    for count, links in SETS.findall(page.read_text("utf-8")):
        for href, name in LINKS.findall(links):
            if name != "JSON Schema":
                yield int(count.replace(",", "")), page.parent / html.unescape(href), name


def test_counts_on_the_page_are_those_of_the_files(site: Path) -> None:
    pages = [
        page for page in (site / "data/index.html", site / "cy/data/index.html") if page.exists()
    ]

    found = [
        (path.relative_to(site).as_posix(), name, count, HELD[name](path))
        for page in pages
        for count, path, name in told(page)
    ]

    assert len(found) >= 14 * len(pages)
    assert [each for each in found if each[2] != each[3]] == []


def test_every_record_of_a_file_has_one_of_its_own(site: Path) -> None:
    for path in (site / "data").glob("*.json"):
        if "records" in (all_of := read(path)):
            alone = {file.stem for file in (site / "data" / all_of["name"]).glob("*.json")}
            assert alone == {record["id"] for record in all_of["records"]}


def test_json_is_as_the_schema_says_that_it_names(site: Path) -> None:
    schemas = {each["$id"]: each for each in map(read, (site / "data/schemas").glob("*.json"))}
    registry = Registry().with_contents(schemas.items())
    documents = [read(path) for path in (site / "data").glob("*.json") if path.name != "feed.json"]
    # the rows of the file of all are those of the files of one, which one of each stands for
    documents += [read(min((site / "data" / it["name"]).glob("*.json"))) for it in documents]

    for document in documents:
        schema = schemas[document["schema"]]
        checker = Draft202012Validator(schema, registry=registry, format_checker=FormatChecker())
        assert [error.message for error in checker.iter_errors(document)] == []


def positions(geometry: Any) -> Iterator[list[float]]:  # noqa: ANN401 - JSON
    parts = geometry["coordinates"] if geometry else []
    while parts and isinstance(parts[0], list):
        yield from (part for part in parts if not isinstance(part[0], list))
        parts = [deeper for part in parts if isinstance(part[0], list) for deeper in part]
    if parts:
        yield parts


def anticlockwise(ring: list[list[float]]) -> bool:
    return sum(one[0] * other[1] - other[0] * one[1] for one, other in pairwise(ring)) > 0


def test_geojson_keeps_rfc_7946(site: Path) -> None:
    for path in (site / "data").glob("*.geojson"):
        collection = read(path)
        assert collection["type"] == "FeatureCollection"
        assert not {"crs", "coordinates", "geometry", "properties"} & collection.keys()
        for feature in collection["features"]:
            assert feature.keys() == {"type", "id", "geometry", "properties"}
            for longitude, latitude in positions(feature["geometry"]):
                assert -180 <= longitude <= 180
                assert -90 <= latitude <= 90
            if path.name == "neighbourhoods.geojson":
                for polygon in feature["geometry"]["coordinates"]:
                    assert [anticlockwise(ring) for ring in polygon] == [
                        number == 0 for number, _ in enumerate(polygon)
                    ]
                    assert all(ring[0] == ring[-1] and len(ring) >= 4 for ring in polygon)


def test_csv_keeps_rfc_4180(site: Path) -> None:
    for path in (site / "data").glob("*.csv"):
        text = path.read_bytes().decode("utf-8")
        rows = rows_of(path)
        assert text.endswith("\r\n")
        assert not text.startswith("\ufeff")
        assert {len(row) for row in rows} == {len(rows[0])}


def test_atom_keeps_rfc_4287(site: Path) -> None:
    for path in (site / "data/feed.atom", *site.glob("cy/data/feed.atom")):
        feed = ET.parse(path).getroot()  # noqa: S314 - our own output
        for each in (feed, *feed.findall("entry", ATOM)):
            for name in ("id", "title", "updated"):
                assert len(each.findall(name, ATOM)) == 1
            moment = each.findtext("updated", "", ATOM)
            assert datetime.fromisoformat(moment).tzinfo is not None
            assert each.findtext("id", "", ATOM).startswith("https://")
            assert "alternate" in {link.get("rel") for link in each.findall("link", ATOM)}
        assert feed.findtext("author/name", "", ATOM)
        ids = [entry.findtext("id", "", ATOM) for entry in feed.findall("entry", ATOM)]
        assert len(set(ids)) == len(ids)


def test_shared_calendar_reads_back(site: Path) -> None:
    events = events_of(site / "whats-on/calendar.ics")

    names = [(str(it["UID"]), str(it.get("RECURRENCE-ID", ""))) for it in events]
    assert all({"DTSTAMP", "DTSTART", "SUMMARY"} <= event.keys() for event in events)
    assert len(set(names)) == len(names)


def test_services_are_as_open_referral_uk_says(newport: Path) -> None:
    folder = newport / "data/open-referral-uk"
    services = [read(path) for path in (folder / "services").glob("*.json")]

    for document, schema in (
        (read(folder / "services.json"), page_of(SUMMARY)),
        *((service, SERVICE) for service in services),
    ):
        checker = Draft202012Validator(schema, format_checker=FormatChecker())
        assert [error.message for error in checker.iter_errors(document)] == []


def test_openactives_validators_find_no_failure_in_newport(newport: Path) -> None:
    feeds = {
        path.relative_to(newport).as_posix(): path.read_bytes()
        for path in (newport / "data/openactive").glob("*.json")
    }

    assert failures("https://newport.learning.example/", feeds) == []
    assert b'"state":"updated"' in feeds["data/openactive/session-series.json"]


def described(site: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for page in site.rglob("*.html"):
        for block in STRUCTURED.findall(page.read_text("utf-8")):
            for each in json.loads(block):
                yield page.relative_to(site).as_posix(), each


def test_what_search_engines_are_told_is_in_the_words_of_schema_org(newport: Path) -> None:
    wrong = [(page, it) for page, each in described(newport) for it in mistakes(each)]

    assert wrong == []
