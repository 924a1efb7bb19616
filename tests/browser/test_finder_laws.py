"""The finder in a browser against a plain reference: records and questions at random, its own page.

tests/unit/rules/test_finder_in_javascript.py holds the same rules under Node, over rows at random;
here records go through the whole generator, and what is compared is what a learner can read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Serve, Visits
from tests.reference.finder import Asked
from tests.reference.many_questions import Reference
from tests.support.finder_sites import FinderSite, finder_site
from tests.support.random_questions import Asking, address
from tests.support.visits import Visit

NOWS = (
    datetime(2026, 11, 23, 12, 0, tzinfo=UTC),
    datetime(2026, 11, 28, 19, 40, tzinfo=UTC),  # a Saturday evening, and Sunday in the east
    datetime(2026, 12, 31, 23, 59, tzinfo=UTC),
)
SEED = 2
PAGE = 20
QUESTIONS = 90
SECONDS_A_QUESTION = 20
MAP_SECONDS = 60

# Asks by the address, as going back does, then lengthens the list to its end, and reads the page.
_ASK = """
async ([query, byForm, page, patience]) => {
  const find = (selector) => document.querySelector(`[data-finder] ${selector}`);
  const list = find("[data-finder-list]");
  const end = performance.now() + patience;
  const until = async (what, test) => {
    while (!test()) {
      if (performance.now() > end) throw new Error(`waited in vain until ${what}`);
      await new Promise((resolve) => { setTimeout(resolve, 2); });
    }
  };
  const cards = () => list.querySelectorAll("[data-card]").length;
  const answered = async (ask) => {
    const before = document.createElement("li");
    list.append(before);
    ask();
    await until("an answer took the place of the last", () => !before.isConnected);
  };
  const goTo = (there) => {
    history.pushState(null, "", location.pathname + there);
    dispatchEvent(new PopStateEvent("popstate"));
  };
  const fillIn = () => {
    const forms = document.querySelectorAll("[data-finder] form");
    const asked = new URLSearchParams(query);
    for (const field of [...forms].flatMap(({ elements }) => [...elements])) {
      if (field.matches("[type=checkbox], [type=radio]")) {
        field.checked = asked.getAll(field.name).includes(field.value);
      } else if (field.name) {
        field.value = asked.get(field.name) ?? "";
      }
    }
    find("[name=sort]").dispatchEvent(new Event("input", { bubbles: true }));
  };
  // what is folded is not counted, and what nobody reads need not be
  document.querySelectorAll("[data-finder] details").forEach((part) => { part.open = true; });
  await answered(() => goTo(byForm ? "" : query));
  if (byForm) {
    await answered(fillIn);
  }
  const status = find("[data-finder-status]").textContent;
  const number = Number.parseInt(status, 10);
  await until("the first page is whole", () => cards() >= Math.min(number, page));
  while (!find("[data-finder-more]").hidden) {
    const had = cards();
    find("[data-finder-more]").click();
    await until("there are more", () => cards() > had);
  }
  const counts = [...document.querySelectorAll("[data-finder] [data-choice]")].map((choice) => {
    const { name, value } = choice.querySelector("input");
    return [name, value, choice.querySelector("[data-count]").textContent];
  });
  return {
    status,
    found: [...list.querySelectorAll("[data-card-link]")].map((link) => link.getAttribute("href")),
    counts: counts.filter(([, value]) => value !== ""),
  };
}
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the page says to a question, its list read to the end."""

    status: str
    listed: tuple[str, ...]
    counts: dict[tuple[str, str], str]

    @property
    def found(self) -> tuple[str, ...]:
        """The ids of what was found; where nothing was, the list holds what comes close."""
        return () if self.status.startswith("0 ") else self.listed


@dataclass(slots=True)
class Window:
    """/explore/ of a random place, open in a browser, and the reference to the same place."""

    site: FinderSite
    visit: Visit
    now: datetime
    references: dict[tuple[datetime, str], Reference]

    def at(self, now: datetime) -> None:
        self.visit.page.clock.set_fixed_time(now)
        self.now = now

    def ask(self, asked: Asked, near: str = "") -> Answer:
        query, patience = f"?{address(asked, near)}", SECONDS_A_QUESTION * 1000
        # the form has no field for a part of the map, nor one that takes a neighbourhood's id
        by_form = asked.box is None and near == "" and asked.reach is None and not asked.words
        said = self.visit.page.evaluate(_ASK, [query, by_form, PAGE, patience])
        return Answer(
            said["status"],
            tuple(href.rstrip("/").rpartition("/")[2] for href in said["found"]),
            {(name, value): count for name, value, count in said["counts"]},
        )

    def reference(self, near: str = "") -> Reference:
        key = (self.now, near)
        if key not in self.references:
            self.references[key] = Reference(self.site.world(*key))
        return self.references[key]

    @property
    def facets(self) -> dict[str, tuple[str, ...]]:
        return {
            facet.name: tuple(choice.value for choice in facet.choices)
            for facet in self.site.scope.facets
        }

    def questions(self, chance: Random) -> Iterator[tuple[Asked, str]]:
        """Yield questions without end, some of them from a neighbourhood."""
        asking = Asking(self.reference().world, self.facets)
        areas = [area.id for area in self.site.scope.areas]
        while True:
            yield asking.question(chance), chance.choice(("", "", *areas[:2]))

    def compare(self, asked: Asked, near: str) -> int:
        """Compare the page's answer with the reference; return how many it found."""
        reference = self.reference(near)
        question = address(asked, near)
        by_id = {row.id: row for row in self.site.rows}
        answer = self.ask(asked, near)
        expected = reference.found(asked)
        assert set(answer.found) == expected, question
        assert len(answer.found) == len(expected), question
        number = len(expected)
        assert answer.status == f"{number} {'opportunity' if number == 1 else 'opportunities'}"
        ranks = reference.ranks(asked, [by_id[identifier] for identifier in answer.found])
        assert ranks == sorted(ranks), question
        counts = {key: str(count) for key, count in reference.counts(asked, self.facets).items()}
        assert answer.counts == counts, question
        if not expected:
            assert {reference.missed_by(asked, close) for close in answer.listed} <= {1}, question
        return number


@pytest.fixture(scope="module", params=[True, False], ids=["parts", "single"])
def lively(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> FinderSite:
    return finder_site(tmp_path_factory.mktemp("lively"), SEED, in_parts=request.param)


@pytest.fixture
def window(lively: FinderSite, visit: Visits, serve: Serve) -> Window:
    return opened(lively, visit, serve)


def opened(site: FinderSite, visit: Visits, serve: Serve) -> Window:
    base = serve(site.folder).sub_path
    opened = visit(f"{base}explore/")
    window = Window(site, opened, NOWS[0], {})
    window.at(NOWS[0])
    opened.goto(f"{base}explore/")
    expect(opened.page.locator("[data-finder][data-ready]")).to_be_visible()
    return window


def seeded(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - a question has to come again, not to be secret


def holds(window: Window, seed: int, number: int) -> list[int]:
    """Ask so many questions, at several moments; return how many each found."""
    found = []
    for at, now in enumerate(NOWS):
        window.at(now)
        questions = window.questions(seeded(seed + at))
        found += [window.compare(*one) for one in islice(questions, number // len(NOWS))]
    assert window.visit.faults() == []
    return found


def test_the_page_answers_as_the_reference(window: Window) -> None:
    found = holds(window, 0, QUESTIONS)

    # it says nothing if little is found: most questions have answers, and of many sizes
    assert sum(number > 0 for number in found) > len(found) / 2
    assert len(set(found)) > 10
    assert max(found) > PAGE * 2


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(3, 9))
@pytest.mark.parametrize("in_parts", [True, False], ids=["parts", "single"])
def test_the_page_of_any_place_answers_as_the_reference(
    tmp_path: Path, visit: Visits, serve: Serve, seed: int, *, in_parts: bool
) -> None:
    site = finder_site(tmp_path, seed, in_parts=in_parts)

    found = holds(opened(site, visit, serve), 1000 * seed, 900)

    assert sum(number > 0 for number in found) > len(found) / 2


# Presses groups of points until all of them have come apart, beginning again with the whole result;
# returns what points are called, and how many venues the first view had, alone or in groups.
_WALK = """
async ([wanted, patience]) => {
  const end = performance.now() + patience;
  const pause = (time) => new Promise((resolve) => { setTimeout(resolve, time); });
  const until = async (what, test) => {
    while (!test()) {
      if (performance.now() > end) throw new Error(`waited in vain until ${what}`);
      await pause(5);
    }
  };
  const list = document.querySelector("[data-finder-list]");
  const all = (selector, read) => [...document.querySelectorAll(selector)].map(read);
  const name = (button) => button.getAttribute("aria-label");
  const points = () => all(".map-venue", name);
  const groups = () => all(".map-cluster", name);
  const listed = () => all(".map-popup section", (part) => {
    return `${part.querySelector("h3").textContent}: ${part.querySelector("p").textContent}`;
  });
  const view = () => JSON.stringify([points(), groups(), listed()]);
  const inView = () => groups().reduce(
    (sum, label) => sum + Number(/ at (\\d+) venues?\\./.exec(label)[1]), points().length);
  await until(`${wanted} venues are drawn, not ${inView()}`, () => inView() === wanted);
  await pause(50);
  const whole = view();
  const known = new Set();
  const seen = new Set();
  const waiting = [[]];
  while (waiting.length > 0 && seen.size < wanted) {
    const path = waiting.shift();
    const before = document.createElement("li");
    list.append(before);
    dispatchEvent(new PopStateEvent("popstate"));
    await until("the question was answered again", () => !before.isConnected);
    await pause(10);
    await until("the map is as it was", () => view() === whole);
    for (const at of path) {
      document.querySelectorAll(".map-cluster")[at].click();
      await pause(5);
    }
    for (const one of [...points(), ...listed()]) seen.add(one);
    if (!known.has(view()) && listed().length === 0) {
      waiting.push(...groups().map((_, at) => [...path, at]));
    }
    known.add(view());
  }
  return [...seen];
}
"""


def labels(window: Window, found: frozenset[str]) -> set[str]:
    """Return what the points of these rows should be called."""
    held = Counter(
        venue for row in window.site.rows if row.id in found for venue in set(row.venues)
    )
    return {
        f"{one.name}: {held[one.id]} {'opportunity' if held[one.id] == 1 else 'opportunities'}"
        for one in window.site.scope.venues
        if held[one.id]
    }


@pytest.mark.parametrize(
    "lively", [True, pytest.param(False, marks=pytest.mark.soak)], ids=["parts", "single"],
    indirect=True,
)  # fmt: skip
def test_the_map_s_points_are_the_venues_of_the_whole_list(window: Window) -> None:
    window.visit.page.locator("[data-finder-map-toggle]").click()
    expect(window.visit.page.locator(".map-point button").first).to_be_visible()
    few = (one for one in window.questions(seeded(7)) if one[0].box is None)
    sizes = []

    for asked, near in islice(few, 12):
        window.ask(asked, near)
        expected = labels(window, window.reference(near).found(asked))
        drawn = window.visit.page.evaluate(_WALK, [len(expected), MAP_SECONDS * 1000])
        assert set(drawn) == expected, address(asked, near)
        sizes.append(len(expected))

    assert max(sizes) > PAGE
    assert len(set(sizes)) > 2
    assert window.visit.faults() == []
