from __future__ import annotations

from collections import Counter

import pytest

from generator.rules.shelves import FULL, shelf_count, shelf_of

# the same vectors are in tests/js/saved_list.test.mjs
NAMES = ("opportunities/robotics", "badges/first-robot", "pathways/into-care", "a")
PLACES = (2802, 1501, 2641, 2348)


def test_name_stands_on_the_shelf_on_which_browsers_look() -> None:
    assert tuple(shelf_of(name, 4096) for name in NAMES) == PLACES


def test_letter_a_mixes_to_what_the_authors_of_fnv_publish() -> None:
    assert shelf_of("a", 2**32) == 0xE40C292C


@pytest.mark.parametrize("cards", [0, 1, FULL, FULL + 1, 200, 50_000])
def test_shelves_are_neither_crowded_nor_many(cards: int) -> None:
    shelves = shelf_count(cards)

    assert shelves & (shelves - 1) == 0
    assert cards <= shelves * FULL
    assert shelves == 1 or cards > shelves * FULL / 2


def test_no_shelf_of_a_large_place_holds_much_more_than_another() -> None:
    names = [f"opportunities/evening-class-{number}" for number in range(10_000)]
    shelves = shelf_count(len(names))

    held = Counter(shelf_of(name, shelves) for name in names)

    assert len(held) == shelves
    assert max(held.values()) < 3 * FULL
