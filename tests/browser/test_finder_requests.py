"""What the finder fetches of an index in many files: how much, and in how many round trips."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Request, Route

from generator.rules.search.stemmer_modules import module_path
from tests.browser.conftest import Serve, Visits
from tests.reference.finder import all_words, common
from tests.support.finder_sites import FinderSite, finder_site

SEED = 2
QUIET = 400  # milliseconds without another request: what was waited for has been asked for
PATIENCE = 60_000
CARDS = re.compile(r"/c\d+-[0-9a-f]{6}\.json$")
WORDS_OR_CARDS = re.compile(r"/(c\d+|w[0-9a-f]+)-[0-9a-f]{6}\.json$")

MOST_TO_FIRST_RESULT = 18_000
MOST_FOR_WORDS = 8_000
MOST_FOR_AN_ADDRESS = 24_000
MOST_FOR_A_FILTER = 4_000


class Rounds:
    """Holds what the finder's scripts ask for, and lets each round go at once: a round trip."""

    def __init__(self, page: Page, site: Path, base: str) -> None:
        self.page, self.site, self.base = page, site, base
        html = (site / "explore" / "index.html").read_text("utf-8")
        self.page_s_own = set(re.findall(r'src="(?:\.\./)*(assets/[^"]+\.js)"', html))
        self.held: list[Route] = []
        self.under_way: set[Request] = set()
        page.route("**/assets/**", self._hold)
        page.on("requestfinished", self._come)
        page.on("requestfailed", self._come)

    def _hold(self, route: Route) -> None:
        name = self._name(route)
        if name in self.page_s_own or not name.endswith((".json", ".js")):
            route.continue_()
        else:
            self.held.append(route)

    def _come(self, request: Request) -> None:
        self.under_way.discard(request)

    def _name(self, route: Route) -> str:
        return urlsplit(route.request.url).path.removeprefix(urlsplit(self.base).path)

    def until(self, done: Callable[[], bool]) -> list[list[str]]:
        """Let round after round go until it is done; return what each asked for."""
        rounds: list[list[str]] = []
        waited = 0
        while not done():
            before = len(self.held)
            self.page.wait_for_timeout(QUIET)
            waited += QUIET
            assert waited < PATIENCE, rounds
            # A busy machine may take longer than this pause to bring what was let go.
            if self.held and len(self.held) == before and not self.under_way:
                rounds.append(sorted(self._name(route) for route in self.held))
                going, self.held = self.held, []
                self.under_way.update(route.request for route in going)
                for route in going:
                    route.continue_()
                self.page.wait_for_timeout(QUIET)
        return rounds

    def weight(self, rounds: list[list[str]]) -> int:
        """Return what a host would send for them, in bytes."""
        names = {name for names in rounds for name in names}
        return sum(len(gzip.compress((self.site / name).read_bytes())) for name in names)


class Counted:
    """/explore/ of a place in parts, whose every round trip is counted."""

    def __init__(self, site: FinderSite, visit: Visits, serve: Serve) -> None:
        base = serve(site.folder).sub_path
        # a page without the finder: nothing of the index has been asked for
        self.window = visit(f"{base}assets/style/place.css")
        self.page = self.window.page
        self.rounds = Rounds(self.page, site.folder, base)
        self.address = f"{base}explore/"

    def open(self, query: str = "") -> list[list[str]]:
        """Open the page; return the rounds until it shows an answer."""
        self.page.goto(self.address + query, wait_until="commit")
        return self.rounds.until(self.answered)

    def answered(self) -> bool:
        return bool(
            self.page.locator("[data-finder]:not([hidden]) [data-finder-list] .card").count()
        )

    def be_ready(self) -> None:
        self.rounds.until(lambda: self.page.locator("[data-finder][data-ready]").count() > 0)

    def change(self, do: Callable[[], object]) -> list[list[str]]:
        """Do something to the form; return the rounds until it is answered."""
        self.page.evaluate(
            "document.querySelector('[data-finder-list]')"
            ".append(Object.assign(document.createElement('li'), { id: 'before' }))"
        )
        do()
        return self.rounds.until(lambda: self.page.locator("#before").count() == 0)


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> FinderSite:
    return finder_site(tmp_path_factory.mktemp("parts"), SEED, in_parts=True)


@pytest.fixture
def counted(parts: FinderSite, visit: Visits, serve: Serve) -> Counted:
    return Counted(parts, visit, serve)


def test_the_first_answer_takes_two_rounds_and_few_bytes(counted: Counted) -> None:
    rounds = counted.open()

    first, cards = rounds
    core, stemmer = sorted(first)
    assert core.startswith("assets/search/")
    assert stemmer == module_path("en")  # asked for by the page, before anybody types
    assert all(CARDS.search(name) for name in cards)
    assert counted.rounds.weight(rounds) < MOST_TO_FIRST_RESULT


def telling(site: FinderSite) -> list[str]:
    """Return words of titles that narrow, those of the most rows first."""
    world = site.world(datetime(2026, 11, 23, 12, tzinfo=UTC))
    held = Counter(word for row in site.rows for word in set(all_words(row.words[0][1])))
    words = [word for word, _ in held.most_common() if word not in common(world)]
    return [word for word in words if len(word) > 4]


def test_words_take_three_rounds_at_first_and_two_from_then_on(
    counted: Counted, parts: FinderSite
) -> None:
    one, other, *_ = telling(parts)
    counted.open()
    counted.be_ready()

    first = counted.change(lambda: counted.page.fill("#finder-q", one))
    again = counted.change(lambda: counted.page.fill("#finder-q", other))

    assert 1 < len(first) <= 3
    assert 0 < len(again) <= 2
    assert all(WORDS_OR_CARDS.search(name) for names in again for name in names)
    assert 0 < counted.rounds.weight(first) < MOST_FOR_WORDS


def test_a_tick_asks_for_nothing_but_cards_that_were_not_there(counted: Counted) -> None:
    counted.open()
    counted.be_ready()
    box = counted.page.locator('input[name="cost"]').first

    ticked = counted.change(lambda: box.evaluate("(box) => box.click()"))
    unticked = counted.change(lambda: box.evaluate("(box) => box.click()"))

    assert len(ticked) <= 1
    assert all(CARDS.search(name) for names in ticked for name in names)
    assert counted.rounds.weight(ticked) < MOST_FOR_A_FILTER
    assert unticked == []


def test_an_address_with_words_and_a_filter_takes_three_rounds(
    counted: Counted, parts: FinderSite
) -> None:
    rounds = counted.open(f"?q={telling(parts)[0]}&cost=free")

    assert len(rounds) == 3
    assert counted.rounds.weight(rounds) < MOST_FOR_AN_ADDRESS
