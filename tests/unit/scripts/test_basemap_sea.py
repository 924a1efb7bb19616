from __future__ import annotations

from itertools import pairwise

import pytest

from scripts.basemap.sea import Box, Line, Sea, sea

BOX = Box(0.0, 0.0, 10.0, 10.0)


def area(ring: Line) -> float:
    pairs = pairwise(ring)
    return abs(sum(one[0] * other[1] - other[0] * one[1] for one, other in pairs)) / 2


def test_without_coastlines_there_is_no_sea() -> None:
    assert sea([], BOX) == Sea()


@pytest.mark.parametrize(
    ("coast", "water"),
    [
        # water is on the right: south of a coast that goes east, west of one that goes north … east
        (((0.0, 4.0), (10.0, 4.0)), 40),
        (((10.0, 4.0), (0.0, 4.0)), 60),
        (((3.0, 0.0), (3.0, 10.0)), 70),
        (((-5.0, 4.0), (15.0, 4.0)), 40),
    ],
)
def test_water_is_to_the_right_of_a_coast(coast: Line, water: float) -> None:
    if coast[0][0] < 0:
        coast = (coast[0], (2.0, 4.0), coast[1])

    [ring] = sea([coast], BOX).waters

    assert ring[0] == ring[-1]
    assert area(ring) == pytest.approx(water)


def test_pieces_of_a_coast_are_joined_in_any_order() -> None:
    pieces = [((5.0, 4.0), (10.0, 4.0)), ((0.0, 4.0), (5.0, 4.0))]

    [ring] = sea(pieces, BOX).waters

    assert area(ring) == pytest.approx(40)


def test_a_coast_that_ends_within_the_box_is_followed_on_in_its_direction() -> None:
    [ring] = sea([((2.0, 4.0), (5.0, 4.0))], BOX).waters

    assert area(ring) == pytest.approx(40)


def test_the_banks_of_a_tidal_river_are_joined_where_the_shorter_ends() -> None:
    west = ((0.0, 4.0), (5.0, 4.0), (5.0, 7.0))
    east = ((5.004, 9.0), (5.004, 7.0), (5.004, 4.0), (10.0, 4.0))

    [ring] = sea([west, east], BOX).waters

    assert area(ring) == pytest.approx(40 + 3 * 0.004, abs=0.001)
    assert max(latitude for _, latitude in ring) == 7.0


def test_an_island_is_a_hole_in_the_sea() -> None:
    island = ((4.0, 1.0), (5.0, 1.0), (5.0, 2.0), (4.0, 2.0), (4.0, 1.0))

    found = sea([((0.0, 4.0), (10.0, 4.0)), island], BOX)

    assert found.islands == (island,)
    assert len(found.waters) == 1


def test_around_an_island_alone_everything_is_sea() -> None:
    island = ((4.0, 1.0), (5.0, 1.0), (5.0, 2.0), (4.0, 2.0), (4.0, 1.0))

    [ring] = sea([island], BOX).waters

    assert area(ring) == pytest.approx(100)
