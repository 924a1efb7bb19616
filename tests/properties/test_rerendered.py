"""After an edit the pages that are drawn again are those whose bytes change.

Calls of the renderer are counted, and the site before and after compared: what a build says of
itself is not asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

import pytest

from generator.model.digest import sha256
from tests.support.place_edits import EDITS, Edited
from tests.support.random_folders import Files
from tests.support.sites import NEWPORT, tree
from tests.support.warm_builds import Came, Workshop

MOST_WASTED = 0.05

# By name and seed; those that change every page are few, as they are in life, so that the sum says
# something of the others.
DAY_OF_EDITS = (
    ("title", 1), ("title", 2), ("title", 3), ("body", 1), ("body", 2), ("body", 3),
    ("summary", 1), ("summary", 2), ("times", 1), ("times", 2), ("ages", 1), ("ages", 2),
    ("cost", 1), ("cost", 2), ("checked", 1), ("checked", 2), ("cancelled", 1), ("ended", 2),
    ("withdrawn", 3), ("open again", 1), ("draft", 1), ("draft", 2), ("remove", 1), ("add", 1),
    ("add", 2), ("add", 3), ("rename", 1), ("rename", 2), ("label", 1), ("label", 2),
    ("new term", 1), ("term removed", 1), ("neighbourhood", 1), ("neighbourhood", 4),
    ("holidays", 1), ("review", 2), ("new picture", 1), ("other picture", 1), ("logo", 1),
    ("day", 1), ("template", 1), ("template", 2), ("style", 1), ("asset", 1), ("nothing", 1),
    ("place's name", 1), ("drafts", 1),
)  # fmt: skip


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path)


def pages(site: Files) -> Files:
    return {path: content for path, content in site.items() if path.endswith(".html")}


def edits(
    shop: Workshop, place: Edited, wanted: Sequence[tuple[str, int]]
) -> Iterator[tuple[str, Files, Came]]:
    """Yield what each edit is called, the pages before it, and what came of it."""
    shop.lay_out(place)
    first = shop.warm(place)
    assert first.site is not None, first.problems
    before = pages(first.site)
    assert len(first.calls.drawn) == len(before), "all pages are drawn the first time"
    for name, seed in wanted:
        earlier = place.copy()
        EDITS[name](place, Random(seed))  # noqa: S311 - nothing is kept secret
        shop.lay_out(place)
        came = shop.warm(place)
        if came.site is None:  # an error, of which nothing is drawn
            assert came.calls.drawn == [], name
            place = earlier
            shop.lay_out(place)
            continue
        yield name, before, came
        before = pages(came.site)


def check(shop: Workshop, wanted: Sequence[tuple[str, int]]) -> None:
    changes = drawings = built = 0
    each = []

    for name, before, came in edits(shop, Edited(tree(NEWPORT)), wanted):
        after = pages(came.site or {})
        changed = {path for path, content in after.items() if before.get(path) != content}
        drawn = set(came.calls.drawn)
        missed = [path for path in changed if sha256(after[path]) not in drawn]
        assert missed == [], f"after {name!r} pages have changed that were not drawn"
        changes += len(changed)
        drawings += len(came.calls.drawn)
        built += 1
        each.append((name, len(came.calls.drawn), len(changed)))

    assert built > len(wanted) * 0.8, "most edits are built"
    assert changes > 20 * built, "the edits change something"
    assert drawings - changes <= changes * MOST_WASTED, each


def test_pages_drawn_after_an_edit_are_those_that_change(shop: Workshop) -> None:
    check(shop, DAY_OF_EDITS[::12])


@pytest.mark.soak
def test_pages_drawn_after_every_kind_of_edit_are_those_that_change(shop: Workshop) -> None:
    check(shop, DAY_OF_EDITS)
