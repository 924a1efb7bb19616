"""``make bench ARGS=map``: our map beside Leaflet.markercluster and plain markers."""

from __future__ import annotations

import json
import shutil
import statistics
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from urllib.parse import urlsplit

import html5lib
from playwright.sync_api import Browser, Error, Page
from playwright.sync_api import TimeoutError as TooLong

from benchmarks.city.folder import SEED
from benchmarks.city.records import EAST, NORTH, SOUTH, WEST
from benchmarks.host import hosting
from benchmarks.peers import MODULES
from benchmarks.visits import Phone, browsing, visiting
from generator.model.finding import MappedVenue
from generator.model.location import Location
from generator.rules.search.files import compact_json
from generator.rules.search.points import points_of

HERE = Path(__file__).resolve().parent
KINDS = {"Doorstep": "ours", "markercluster": "markercluster", "plain markers": "plain"}
MOST_BYTES = 65_000
REDRAWS = 6
_QUIET = 250
_PATIENCE = 120_000
_VENDOR = {
    "markercluster": (
        "leaflet/dist/leaflet.js", "leaflet/dist/leaflet.css",
        "leaflet.markercluster/dist/leaflet.markercluster.js",
        "leaflet.markercluster/dist/MarkerCluster.css",
        "leaflet.markercluster/dist/MarkerCluster.Default.css",
    ),
    "plain": ("leaflet/dist/leaflet.js", "leaflet/dist/leaflet.css"),
}  # fmt: skip


@dataclass
class Drawn:
    """What was measured of one kind of map, in milliseconds and bytes. ``gave_up`` says why not."""

    ready: list[float] = field(default_factory=list)
    redrawn: list[float] = field(default_factory=list)
    code: list[int] = field(default_factory=list)
    data: list[int] = field(default_factory=list)
    gave_up: str = ""


def points(count: int) -> list[MappedVenue]:
    """Return so many venues over the city, dense in the middle."""
    random = Random(SEED)
    return [
        MappedVenue(
            id=f"venue-{number}",
            name=f"Venue {number}",
            path=f"venues/venue-{number}/",
            location=Location(
                round(SOUTH + _between(random) * (NORTH - SOUTH), 5),
                round(WEST + _between(random) * (EAST - WEST), 5),
            ),
        )
        for number in range(count)
    ]


def _between(random: Random) -> float:
    return min(0.99, max(0.01, random.gauss(0.5, 0.2)))


def lay_out(folder: Path, site: Path, count: int) -> dict[str, Path]:
    """Write a page for each kind of map over so many points; return what is to be served."""
    shutil.rmtree(folder, ignore_errors=True)
    venues = points(count)
    lay_out_ours(folder / "ours", site, venues)
    plain = [[v.location.latitude, v.location.longitude, v.name] for v in venues]
    for kind, files in _VENDOR.items():
        theirs = folder / kind
        theirs.mkdir()
        shutil.copy(HERE / "peers" / "map" / "theirs.js", theirs / "page.js")
        for file in files:
            shutil.copy(MODULES / file, theirs)
        shutil.copytree(MODULES / "leaflet/dist/images", theirs / "images")
        text = json.dumps(plain, separators=(",", ":"))
        (theirs / "points.json").write_text(text, encoding="utf-8")
        canvas = '<div class="map-canvas" hidden></div>'
        (theirs / "index.html").write_text(_page(kind, canvas), encoding="utf-8")
        (theirs / "size.css").write_text(".map-canvas { height: 26rem; }\n", encoding="utf-8")
    return {"": site, **{kind: folder / kind for kind in KINDS.values()}}


def lay_out_ours(folder: Path, site: Path, venues: Sequence[MappedVenue]) -> None:
    """Write a page with nothing but the map of a built site, over these venues."""
    folder.mkdir(parents=True)
    script = (HERE / "peers" / "map" / "ours.js").read_text("utf-8")
    (named,) = site.glob("assets/kept/map.*.js")
    page = script.replace("MAP_SCRIPT", f"../{named.relative_to(site).as_posix()}")
    (folder / "page.js").write_text(page, encoding="utf-8")
    counts = {venue.id: 1 for venue in venues}
    (folder / "points.json").write_bytes(compact_json(points_of(venues, counts)))
    (folder / "index.html").write_text(_page("ours", _map_of(site)), encoding="utf-8")


def _map_of(site: Path) -> str:
    """Return the map of a built Explore as its template wrote it, with other points.

    It is without streets, which neither of those beside it draws.
    """
    text = (site / "explore" / "index.html").read_text("utf-8")
    tree = html5lib.parse(text, namespaceHTMLElements=False)
    found = next(element for element in tree.iter("div") if "data-map" in element.attrib)
    found.set("data-points", "points.json")
    found.attrib.pop("data-streets", None)
    found.tail = ""
    written: str = html5lib.serialize(found, quote_attr_values="always", omit_optional_tags=False)
    return written


def _page(kind: str, map_html: str) -> str:
    style = "" if kind == "ours" else '<link rel="stylesheet" href="size.css">'
    return f"""<!DOCTYPE html>
<html lang="en" data-kind="{kind}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{kind}</title>
<link rel="icon" href="data:,">
{style}
<script type="module" src="page.js"></script>
</head>
<body>
{map_html}
</body>
</html>
"""


def draw(page: Page, held: Drawn) -> None:
    """Open the map, note what it loaded, and filter it again and again."""
    page.wait_for_function("globalThis.trial !== undefined")
    page.evaluate("void measured.openTrial()")
    held.ready.append(_result(page))
    files = page.evaluate("measured.files()")
    kinds = {".js": 0, ".css": 0, ".json": 0, ".geojson": 0}
    for file in files:
        suffix = Path(urlsplit(file["name"]).path).suffix
        if suffix in kinds and not file["name"].endswith("/page.js"):
            kinds[suffix] += file["bytes"]
    held.code.append(kinds[".js"] + kinds[".css"])
    held.data.append(kinds[".json"] + kinds[".geojson"])
    for turn in range(REDRAWS):
        page.evaluate("([turn, quiet]) => void measured.filterTrial(turn, quiet)", [turn, _QUIET])
        held.redrawn.append(_result(page))


def _result(page: Page) -> float:
    taken: float = page.wait_for_function("measured.taken()", timeout=_PATIENCE).json_value()
    return taken


def measure(
    browser: Browser, folders: dict[str, Path], runs: int, phone: Phone, say: Callable[[str], None]
) -> dict[str, Drawn]:
    """Open every kind of map in turn, as often as asked; one that fails is not opened again."""
    held = {name: Drawn() for name in KINDS}
    with hosting(folders) as root:
        for run in range(runs):
            for name, address in KINDS.items():
                if held[name].gave_up:
                    continue
                try:
                    with visiting(browser, f"{root}{address}/", phone) as page:
                        draw(page, held[name])
                except TooLong:
                    held[name].gave_up = f"over {_PATIENCE // 1000} s"
                except Error as error:
                    held[name].gave_up = "tab crashed" if "crash" in str(error) else str(error)[:60]
                say(
                    f"map {run + 1}, {name}{': ' if held[name].gave_up else ''}{held[name].gave_up}"
                )
    return held


def rows(count: int, held: dict[str, Drawn]) -> list[str]:
    """Return a Markdown row for each kind of map."""
    ours = held["Doorstep"]
    lines = []
    for name, drawn in held.items():
        if drawn.gave_up:
            lines.append(f"| {count:,} | {name} | {drawn.gave_up} | – | – | – | – | – |")
            continue
        ready, redrawn = statistics.median(drawn.ready), statistics.median(drawn.redrawn)
        ratios = (
            f"{statistics.median(ours.ready) / ready:.2f} | "
            f"{statistics.median(ours.redrawn) / redrawn:.2f}"
            if ours.ready and ours.redrawn
            else "– | –"
        )
        lines.append(
            f"| {count:,} | {name} | {ready / 1000:.2f} s | {redrawn:.0f} ms | "
            f"{statistics.median(drawn.code) / 1000:.1f} kB | "
            f"{statistics.median(drawn.data) / 1000:.0f} kB | {ratios} |"
        )
    return lines


def report(site: Path, folder: Path, counts: Sequence[int], runs: int, phone: Phone) -> str:
    """Measure maps of several sizes on a built site; return one table."""
    heads = (
        "| points | map | ready | redrawn by a filter | script and style | points and outlines | "
        "our ready ÷ | our redraw ÷ |\n"
        f"|{'---|' * 8}"
    )
    lines = [heads]
    for count in counts:
        folders = lay_out(folder / f"map-{count}", site, count)
        # a browser of its own: a tab that crashed may have taken others with it
        with browsing() as browser:
            held = measure(browser, folders, runs, phone, lambda line: print(line, file=sys.stderr))
        lines += rows(count, held)
        print(*rows(count, held), sep="\n", file=sys.stderr)  # the next size may take very long
    return "\n".join(lines)
