"""Public collections of hostile strings, in every field of every record, opened without a policy.

With the policy a browser would run nothing anyway. Here it has to be that there is nothing to run.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as ET

import icalendar
import pytest
from playwright.sync_api import Browser

from generator.model.problem import Severity
from generator.model.registry import KINDS
from generator.rules.csv_text import guarded
from tests.support.corpora import PRODUCT, TEMPLATES, corpora, hostile_strings
from tests.support.hostile_place import as_words, hostile_place, record_of
from tests.support.in_memory import build_in_memory
from tests.support.unguarded import Watched, watched

CHUNK = 80
PARTS = 32
"""The whole is looked at in so many tests, which processes share."""
SAMPLED = {"BRS Knowledge Base": 14, "Big List of Naughty Strings": 6}
"""How many of a collection are in a usual run; of the others, four."""

Site = Mapping[str, bytes]


def sample() -> tuple[str, ...]:
    """Return some strings of each collection, evenly spread."""
    chosen: list[str] = []
    for name, strings in corpora().items():
        chosen += strings[:: len(strings) // SAMPLED.get(name, 4) + 1]
    return tuple(dict.fromkeys(chosen))


def chunks(part: int) -> Iterator[tuple[str, ...]]:
    every = hostile_strings()[part::PARTS]
    for start in range(0, len(every), CHUNK):
        yield every[start : start + CHUNK]


def built(strings: tuple[str, ...]) -> Site:
    """Build a place that holds these strings everywhere; nothing they hold may stop it."""
    made = build_in_memory(hostile_place(strings), drafts=True)
    assert [one for one in made.problems if one.severity is Severity.ERROR] == []
    return made.files


@dataclass(frozen=True, slots=True)
class Looked:
    """What came of looking at pages: by address what was wrong, and the titles shown as typed."""

    wrong: Mapping[str, list[str]]
    titles: int


def look(window: Watched, strings: tuple[str, ...], site: Site) -> Looked:
    """Open the page of every record and of all else; search and press where one can."""
    called = {
        kind.page(record_of(number)): as_words(text)
        for number, text in enumerate(strings)
        for kind in KINDS
    }
    pages = [address for address in called if f"{address}index.html" in site]
    seen, happened = window.open_all([*pages, *others(site)])
    wrong = {address: [*one.told] for address, one in seen.items() if one.told}
    if happened:
        wrong["somewhere"] = happened
    titles = 0
    for address in pages:
        if called[address] == seen[address].heading != "":
            titles += 1
        elif called[address]:
            wrong.setdefault(address, []).append(f"is called {seen[address].heading!r}")
    for address in ("explore/", "badges/", "pathways/"):
        if told := pressed(window, address, strings):
            wrong[f"{address} pressed"] = told
    return Looked(wrong, titles)


def others(site: Site) -> list[str]:
    """Return the address of every page that is no record's but a list, a term or a place.

    Not of those that only lead on to another.
    """
    tried = record_of(0).rpartition("-")[0]
    return [name.removesuffix("index.html") for name, content in site.items()
            if name.endswith("index.html") and tried not in name
            and b'http-equiv="refresh"' not in content]  # fmt: skip


def pressed(window: Watched, address: str, strings: tuple[str, ...]) -> list[str]:
    """Let the finder's script show results, suggestions, and points with what they say."""
    window.open(address)
    page = window.page
    page.locator("[data-finder][data-ready]").wait_for()
    more = page.locator("[data-finder-more]")
    for _ in range(10):
        if not more.is_visible():
            break
        more.press("Enter")
    cards = page.locator("[data-finder-list] .card").count()
    said = [] if cards > len(strings) // 8 else [f"only {cards} cards"]
    for text in strings[:6]:
        page.fill("#finder-q", text[:40].replace("\n", " "))
        page.wait_for_timeout(60)
    page.fill("#finder-q", "")
    toggle = page.locator("[data-finder-map-toggle]")
    if toggle.count() and toggle.is_visible():
        toggle.click()
        page.wait_for_timeout(300)
        for point in page.locator(".map-point button").all()[:4]:
            point.dispatch_event("click")
            page.wait_for_timeout(60)
    return [*said, *window.told()]


def misread(site: Site) -> list[str]:
    """Return which files cannot be read as what they are, or let a string be more than words."""
    found = [name for name, content in site.items() if PRODUCT.encode() in content]
    for name, content in site.items():
        match name.rpartition(".")[2]:
            case "json" | "geojson" if not name.startswith("assets/vendor"):
                json.loads(content)
            case "xml" | "atom" | "svg" if not name.startswith("assets/vendor"):
                tree = ET.fromstring(content)  # noqa: S314 - our own output
                found += [name for it in tree.iter() if it.tag.lower().endswith(_MARKUP)]
            case "ics":
                parts = icalendar.Calendar.from_ical(content).walk()
                found += [name for it in parts if it.name not in _PARTS]
            case "csv":
                rows = csv.reader(io.StringIO(content.decode("utf-8-sig")))
                cells = (cell for row in rows for cell in row if not cell.startswith("'"))
                found += [name for cell in cells if guarded(cell) != cell]
    return found


_PARTS = {"VCALENDAR", "VEVENT", "VTIMEZONE", "STANDARD", "DAYLIGHT"}
_MARKUP = ("}script", "}foreignobject", "}iframe", "}use", "}a", "}image", "}animate", "}set")


def check(browser: Browser, strings: tuple[str, ...]) -> None:
    site = built(strings)
    assert misread(site) == []
    with watched(browser, site) as window:
        looked = look(window, strings, site)

    assert looked.wrong == {}
    accepted = sum(bool(as_words(text)) for text in strings)
    assert looked.titles == accepted * len(KINDS)


def test_some_strings_of_each_collection_stay_words(browser: Browser) -> None:
    check(browser, sample())


@pytest.mark.soak
@pytest.mark.parametrize("part", range(PARTS))
def test_every_string_of_every_collection_stays_words(browser: Browser, part: int) -> None:
    for strings in chunks(part):
        check(browser, strings)


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("<script>alert(1)</script>", "ran: alert(1)"),
        ("<img src=x onerror=alert(1)>", "holds: img onerror"),
        ("<a href=' jAvAscript:alert(1)'>x</a>", "holds: a href=jAvAscript:alert(1)"),
        (
            "<img src='https://elsewhere.example/a.png'>",
            "asked for: https://elsewhere.example/a.png",
        ),
        ("<iframe srcdoc='x'></iframe>", "holds: <iframe>"),
        ("<p onclick=x>", "holds: p onclick"),
        ("<script>console.log(1)</script>", "ran: console.log(1)"),
        ("<script>throw 1</script>", "broke: "),
    ],
)
def test_what_a_string_gets_to_do_is_seen(browser: Browser, page: str, told: str) -> None:
    files = {"index.html": f"<!doctype html><title>x</title>{page}".encode(), "robots.txt": b""}

    with watched(browser, files) as window:
        found = window.open("")
        window.page.wait_for_timeout(100)

        assert any(told in line for line in [*found, *window.told()])


@pytest.mark.parametrize("text", [f"total {PRODUCT}", f"=1,{PRODUCT}"])
def test_what_was_worked_out_or_is_a_formula_is_seen(text: str) -> None:
    assert misread({"a.html": text.encode()}) == ["a.html"]
    assert misread({"a.csv": b"=1+1\r\n"}) == ["a.csv"]
    assert not any(PRODUCT in template for template in TEMPLATES)
