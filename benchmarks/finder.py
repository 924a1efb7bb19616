"""``make bench ARGS=finder``: Explore beside Pagefind and MiniSearch, on the same records.

Every engine is opened in turn, again and again, so that what the machine does meanwhile falls on
all of them. The ratio is what counts; the times belong to the machine.
"""

from __future__ import annotations

import statistics
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

from benchmarks.cities import City
from benchmarks.host import hosting
from benchmarks.visits import Phone, browsing, visiting

OURS = "Doorstep"
PEERS = {
    "Pagefind": "pagefind/",
    "Pagefind, words only": "pagefind-words/",
    "MiniSearch": "minisearch/",
}
"""What each is called, and where it is served; of a city that was not built whole, not all are."""

QUERY = "robot"
FACET = "topic"
CLICKS = 16
WARM_VISITS = 2
PEERS_ASKED_UP_TO = 10_000
"""Of more, one visit takes a peer minutes: each is seen to make one, and is asked no more."""
_QUIET = 120
_QUIET_ON_THE_NET = 400
_WORDS = (
    "robot", "pottery", "guitar", "swimming", "budgeting", "poetry", "bread", "climbing", "yoga",
    "astronomy", "crochet", "woodwork", "judo", "archaeology", "volunteers", "apprenticeship",
)  # fmt: skip
_BEGINNINGS = (
    "rob", "pott", "gui", "swim", "bud", "cod", "danc", "gard", "photo", "elec", "eng", "hist",
)  # fmt: skip
_MISTYPED = (
    "robott", "potery", "guitr", "swiming", "budjeting", "photografy", "climing", "astronmy",
)  # fmt: skip
_SEVERAL = ("bread baking", "family history", "level 1 coding", "saturday football")
QUERIES = (*_WORDS, *_BEGINNINGS, *_MISTYPED, *_SEVERAL)


@dataclass(frozen=True, slots=True)
class File:
    """One file that a page loaded: when it was asked for and had come, and its compressed size."""

    name: str
    began: float
    ended: float
    bytes: int


@dataclass(frozen=True, slots=True)
class Start:
    """A first visit, in milliseconds from the navigation's start."""

    shown: float
    painted: float
    files: tuple[File, ...]

    @property
    def bytes(self) -> int:
        """What had come by then, compressed, without headers."""
        return sum(file.bytes for file in self.files)

    @property
    def round_trips(self) -> int:
        """The longest chain of files that each began only when the one before had ended."""
        depths: dict[int, int] = {}
        ordered = sorted(range(len(self.files)), key=lambda at: self.files[at].began)
        for at in ordered:
            before = [
                depth for other, depth in depths.items()
                if self.files[other].ended <= self.files[at].began
            ]  # fmt: skip
            depths[at] = 1 + max(before, default=0)
        return max(depths.values(), default=0)


@dataclass(frozen=True, slots=True)
class Answer:
    """How long after a press all of its answer stood in the document, and was drawn."""

    stood: float
    drawn: float


@dataclass
class Measured:
    """Everything measured of one engine."""

    with_words: list[Start] = field(default_factory=list)
    without: list[Start] = field(default_factory=list)
    first_asked: list[Answer] = field(default_factory=list)
    asked_again: list[Answer] = field(default_factory=list)
    clicked: list[Answer] = field(default_factory=list)
    map_opened: list[float] = field(default_factory=list)
    clicked_with_map: list[Answer] = field(default_factory=list)


def start(page: Page) -> Start:
    """Wait for the first result and return how it came."""
    came: dict[str, Any] = page.evaluate("measured.start()")
    files = tuple(
        File(one["name"], one["requestStart"] or one["startTime"], one["responseEnd"], one["bytes"])
        for one in came["files"]
    )
    return Start(came["shown"], came["painted"], files)


def use(page: Page, held: Measured) -> None:
    """Ask every question twice and tick choices, without the map and with it."""
    held.first_asked += [ask(page, words, _QUIET_ON_THE_NET) for words in QUERIES]
    held.asked_again += [ask(page, words, _QUIET) for words in (*QUERIES[1:], QUERIES[0])]
    ask(page, "", _QUIET_ON_THE_NET)
    clicks(page, _QUIET_ON_THE_NET)
    held.clicked += clicks(page, _QUIET)
    opened = page.evaluate("measured.map()")
    if opened is not None:
        held.map_opened.append(opened)
        clicks(page, _QUIET_ON_THE_NET)
        held.clicked_with_map += clicks(page, _QUIET)


def ask(page: Page, words: str, quiet: int = _QUIET) -> Answer:
    """Send words; return how long it took until the last change in the page."""
    return Answer(**page.evaluate("([words, quiet]) => measured.ask(words, quiet)", [words, quiet]))


def clicks(page: Page, quiet: int = _QUIET, count: int = CLICKS) -> list[Answer]:
    """Tick and untick one choice after another: each click with the time to its answer."""
    choose = "([facet, at, quiet]) => measured.choose(facet, at, quiet)"
    return [Answer(**page.evaluate(choose, [FACET, click // 2, quiet])) for click in range(count)]


def measure(
    browser: Browser, city: City, runs: int, phone: Phone, say: Callable[[str], None]
) -> dict[str, Measured]:
    """Visit every engine in turn, as often as asked; the peers of a large city once."""
    ours, asked = {OURS: "explore/"}, city.size <= PEERS_ASKED_UP_TO
    engines = ours | {
        name: address for name, address in PEERS.items() if address.rstrip("/") in city.folders
    }
    held = {name: Measured() for name in engines}
    with hosting(city.folders) as root:
        for run in range(runs):
            visited = engines if asked or run == 0 else ours
            for name, address in visited.items():
                with visiting(browser, f"{root}{address}?q={QUERY}", phone) as page:
                    held[name].with_words.append(start(page))
                with visiting(browser, root + address, phone) as page:
                    held[name].without.append(start(page))
                say(f"{city.size}: first visit {run + 1}, {name}")
        for run in range(WARM_VISITS):
            for name, address in (engines if asked else ours).items():
                with visiting(browser, root + address, phone) as page:
                    start(page)
                    use(page, held[name])
                say(f"{city.size}: asking and ticking {run + 1}, {name}")
    return held


def table(size: int, held: dict[str, Measured]) -> str:
    """Return what was measured as a Markdown table: medians, or 95th percentiles where it says."""
    seconds, milliseconds, kilobytes, number = (
        lambda value: f"{value / 1000:.2f} s",
        lambda value: f"{value:.0f} ms",
        lambda value: f"{value / 1000:.0f} kB",
        lambda value: f"{value:.0f}",
    )
    rows: list[tuple[str, Callable[[Measured], float | None], Callable[[float], str]]] = [
        (f"cold start to first result, `?q={QUERY}`", _of_starts("with_words", "shown"), seconds),
        ("cold start to first result, no words", _of_starts("without", "shown"), seconds),
        ("first paint of the page, no words", _of_starts("without", "painted"), seconds),
        (f"bytes to first result, `?q={QUERY}`", _of_starts("with_words", "bytes"), kilobytes),
        ("bytes to first result, no words", _of_starts("without", "bytes"), kilobytes),
        (f"round trips, `?q={QUERY}`", _of_starts("with_words", "round_trips"), number),
        (f"files, `?q={QUERY}`", _files, number),
        ("query asked for the first time, median", _median("first_asked"), milliseconds),
        ("query asked for the first time, p95", _p95("first_asked"), milliseconds),
        ("warm query in the document, median", _median("asked_again", "stood"), milliseconds),
        ("warm query in the document, p95", _p95("asked_again", "stood"), milliseconds),
        ("warm query drawn, median", _median("asked_again"), milliseconds),
        ("warm query drawn, p95", _p95("asked_again"), milliseconds),
        (
            "filter click, list and counts in the document, p95",
            _p95("clicked", "stood"),
            milliseconds,
        ),
        ("filter click, list and counts drawn, p95", _p95("clicked"), milliseconds),
        (
            "filter click, list, counts and map in the document, p95",
            _p95("clicked_with_map", "stood"),
            milliseconds,
        ),
        ("filter click, list, counts and map drawn, p95", _p95("clicked_with_map"), milliseconds),
        ("map shown for the first time", _map_opened, milliseconds),
    ]
    peers = [name for name in held if name != OURS]
    heads = [f"{size:,} opportunities", *held, *(f"÷ {peer}" for peer in peers)]
    lines = [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}"]
    for name, value_of, shown in rows:
        values = {engine: value_of(measured) for engine, measured in held.items()}
        ours = values[OURS]
        cells = ["–" if value is None else shown(value) for value in values.values()]
        ratios = [_ratio(ours, values[peer]) for peer in peers]
        lines.append(f"| {' | '.join([name, *cells, *ratios])} |")
    return "\n".join(lines)


def _ratio(ours: float | None, theirs: float | None) -> str:
    return f"{ours / theirs:.2f}" if ours is not None and theirs else "–"


def _of_starts(visits: str, what: str) -> Callable[[Measured], float | None]:
    return lambda held: statistics.median(getattr(one, what) for one in getattr(held, visits))


def _files(held: Measured) -> float | None:
    return statistics.median(len(one.files) for one in held.with_words)


def _map_opened(held: Measured) -> float | None:
    return statistics.median(held.map_opened) if held.map_opened else None


def _median(what: str, until: str = "drawn") -> Callable[[Measured], float | None]:
    def median(held: Measured) -> float | None:
        values = _of_answers(held, what, until)
        return statistics.median(values) if values else None

    return median


def _p95(what: str, until: str = "drawn") -> Callable[[Measured], float | None]:
    def p95(held: Measured) -> float | None:
        values = _of_answers(held, what, until)
        return statistics.quantiles(values, n=20, method="inclusive")[-1] if values else None

    return p95


def _of_answers(held: Measured, what: str, until: str) -> list[float]:
    return [getattr(answer, until) for answer in getattr(held, what)]


def came(start: Start) -> str:
    """Return what a first visit loaded, in order, for whoever wants to know why."""
    rows = [
        f"- {PurePosixPath(urlsplit(file.name).path).name or 'the page'}: {file.bytes:,} bytes, "
        f"{file.began:.0f} to {file.ended:.0f} ms"
        for file in sorted(start.files, key=lambda file: file.began)
    ]
    return "\n".join(rows)


def report(city: City, runs: int, phone: Phone) -> str:
    """Measure one city; return its tables."""
    with browsing() as browser:
        held = measure(browser, city, runs, phone, lambda line: print(line, file=sys.stderr))
    loaded = came(held[OURS].with_words[0])
    head = f"What ours loaded for `?q={QUERY}`, the first time:"
    return f"{table(city.size, held)}\n\n{head}\n\n{loaded}"
