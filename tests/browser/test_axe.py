"""axe finds nothing on any kind of page, in any state, at any width, in either colours.

`make test` looks at each page in two of the six ways there are to look, and goes through all six
from page to page; `make soak` looks in all six, and at Newport's pages besides the full place's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Serve
from tests.browser.test_pages import one_of_each_kind
from tests.support.axe import BY_LOOKS, axe_messages
from tests.support.page_kinds import EXPLORE, LISTS, NOON, NOWHERE, RECORDS, Kind, languages
from tests.support.served import ServedSite

View = tuple[int, str]
# Each is three places from one in the other colours and, but for the last, at another width.
VIEWS: tuple[View, ...] = (
    (320, "light"), (1280, "light"), (375, "light"),
    (1280, "dark"), (320, "dark"), (375, "dark"),
)  # fmt: skip
HEIGHT = 800
AT_ONCE = 4
"""Parts that a long look is in, so that several cores can share it."""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """One window for all: a new one for each page would double the time."""
    context = browser.new_context(
        reduced_motion="reduce", timezone_id="Europe/London", service_workers="block"
    )
    page = context.new_page()
    page.clock.set_fixed_time(NOON)
    yield page
    context.close()


def two_of(number: int) -> list[View]:
    return [VIEWS[number % len(VIEWS)], VIEWS[(number + 3) % len(VIEWS)]]


def looked_at(page: Page, views: Sequence[View]) -> list[str]:
    """Return what axe says of the open page; after the first view, of what looks can decide."""
    said: list[str] = []
    for number, (width, colours) in enumerate(views):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.emulate_media(color_scheme=colours)  # type: ignore[arg-type] # one of its words
        rules = BY_LOOKS if number else None
        said += [f"{width} {colours}: {it}" for it in axe_messages(page, rules)]
    return said


def messages(
    page: Page, base: str, kinds: Sequence[Kind], views: Sequence[View] = (), looks: int = 2
) -> dict[str, list[str]]:
    """Return by name what axe says of pages in their states: in these views, or in one or two."""
    found = {}
    for number, kind in zip(count(), kinds, strict=False):
        kind.open(page, base)
        if said := looked_at(page, views or two_of(number)[:looks]):
            found[kind.name] = said
        page.evaluate("try { localStorage.clear(); } catch { /* nothing was kept */ }")
    return found


@pytest.mark.parametrize("part", range(AT_ONCE))
def test_nothing_on_any_kind_of_page_in_any_language(
    part: int, full_folder: Path, serve: Serve, page: Page
) -> None:
    base = serve(full_folder).root
    spoken = languages(full_folder)
    found = {
        # the same templates with other words, which are of another length: one look is a sample
        language: messages(
            page, base + prefix, [*RECORDS, *LISTS][part::AT_ONCE], looks=1 if prefix else 2
        )
        for language, prefix in spoken.items()
    }

    assert len(spoken) > 1
    assert found == {language: {} for language in spoken}


def test_nothing_on_a_page_that_says_only_where_else_to_go(
    full_folder: Path, serve: Serve, page: Page
) -> None:
    served = serve(full_folder)
    # the old address leads on at once: the browser is kept from following
    page.route("**/opportunities/robotics/", lambda route: route.abort("aborted"))
    moved = Kind("moved", "opportunities/robots/", ("h1",))

    found = messages(page, served.root, [moved])

    page.unroute_all()
    assert found == {}


@pytest.mark.parametrize("kind", EXPLORE, ids=lambda kind: kind.name)
def test_nothing_on_explore_however_it_is_used(
    kind: Kind, newport: Path, newport_served: ServedSite, page: Page
) -> None:
    for number, prefix in enumerate(languages(newport).values()):
        kind.open(page, newport_served.root + prefix)

        assert looked_at(page, two_of(EXPLORE.index(kind) + number)) == []


def test_nothing_where_there_is_no_such_page(newport_served: ServedSite, page: Page) -> None:
    assert messages(page, newport_served.root, [NOWHERE]) == {}


@pytest.mark.soak
@pytest.mark.parametrize("kind", [*RECORDS, *LISTS], ids=lambda kind: kind.name)
def test_nothing_on_any_kind_of_page_however_it_is_looked_at(
    kind: Kind, full_folder: Path, serve: Serve, page: Page
) -> None:
    for prefix in languages(full_folder).values():
        assert messages(page, serve(full_folder).root + prefix, [kind], VIEWS) == {}


@pytest.mark.soak
@pytest.mark.parametrize("kind", EXPLORE, ids=lambda kind: kind.name)
def test_nothing_on_explore_however_it_is_looked_at(
    kind: Kind, newport: Path, newport_served: ServedSite, page: Page
) -> None:
    for prefix in languages(newport).values():
        assert messages(page, newport_served.root + prefix, [kind], VIEWS) == {}


@pytest.mark.soak
def test_nothing_on_any_kind_of_newport_page(
    newport: Path, newport_served: ServedSite, page: Page
) -> None:
    for prefix in languages(newport).values():
        addresses = one_of_each_kind(newport / prefix)
        kinds = [Kind(prefix + it, prefix + it, ("main h1",)) for it in addresses]

        assert len(kinds) > 30
        assert messages(page, newport_served.root, kinds, VIEWS) == {}
