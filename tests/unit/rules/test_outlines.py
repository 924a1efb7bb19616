from __future__ import annotations

import math

from generator.model.location import Bounds, Location
from generator.model.place import Ring
from generator.rules import outlines


def square(south: float, west: float, size: float) -> Ring:
    return (
        Location(south, west),
        Location(south, west + size),
        Location(south + size, west + size),
        Location(south + size, west),
    )


BLOCK = (square(0, 0, 10),)
COURTYARD = (square(0, 0, 10), square(4, 4, 2))
CRESCENT = (
    (
        *(Location(0, 0), Location(0, 10), Location(2, 10), Location(2, 2)),
        *(Location(8, 2), Location(8, 10), Location(10, 10), Location(10, 0)),
    ),
)


def test_a_point_inside_is_contained_and_one_outside_is_not() -> None:
    assert outlines.contains((BLOCK,), Location(5, 5))
    assert not outlines.contains((BLOCK,), Location(5, 11))
    assert not outlines.contains((BLOCK,), Location(-1, 5))


def test_a_point_in_a_hole_is_outside() -> None:
    assert not outlines.contains((COURTYARD,), Location(5, 5))
    assert outlines.contains((COURTYARD,), Location(2, 5))


def test_an_island_belongs_to_the_outline() -> None:
    assert outlines.contains((BLOCK, (square(20, 20, 1),)), Location(20.5, 20.5))


def test_a_ring_that_repeats_its_first_point_is_the_same_ring() -> None:
    closed = ((*BLOCK[0], BLOCK[0][0]),)

    assert outlines.contains((closed,), Location(5, 5))
    assert outlines.simplified((closed,), 1) == (BLOCK,)


def test_neighbours_share_no_point_and_leave_none_out() -> None:
    west, east = (square(0, 0, 1),), (square(0, 1, 1),)
    on_the_border = Location(0.5, 1)

    found = [outlines.contains((one,), on_the_border) for one in (west, east)]

    assert sorted(found) == [False, True]


def test_the_inner_point_of_a_square_is_its_middle() -> None:
    assert outlines.inner_point((BLOCK,)) == Location(5, 5)


def test_the_inner_point_of_a_crescent_or_a_courtyard_lies_inside_it() -> None:
    for outline in ((CRESCENT,), (COURTYARD,)):
        point = outlines.inner_point(outline)

        assert point is not None
        assert outlines.contains(outline, point)


def test_an_outline_that_encloses_nothing_has_no_inner_point() -> None:
    assert outlines.inner_point(()) is None
    assert outlines.inner_point((((Location(0, 0), Location(0, 1)),),)) is None


def test_outline_bounds_cover_every_polygon() -> None:
    assert outlines.outline_bounds((BLOCK, (square(20, 20, 1),))) == Bounds(0, 0, 21, 21)


def test_a_polygon_is_wound_with_its_inside_on_the_left() -> None:
    outer, hole = square(0, 0, 10), square(2, 2, 3)

    for polygon in ((outer, hole), (outer[::-1], hole), (outer, hole[::-1])):
        wound_outer, wound_hole = outlines.wound(polygon)

        corners = [(corner.longitude, corner.latitude) for corner in wound_outer]
        after = corners[(corners.index((0, 0)) + 1) % len(corners)]
        assert after == (10, 0)
        assert set(wound_hole) == set(hole)
        assert outlines.wound((wound_hole,)) == (wound_hole[::-1],)


def circle(points: int) -> Ring:
    turns = (2 * math.pi * index / points for index in range(points))
    return tuple(Location(51 + 0.01 * math.sin(t), -3 + 0.01 * math.cos(t)) for t in turns)


def test_simplified_drops_points_but_keeps_within_the_tolerance() -> None:
    outline = ((circle(2000),),)

    coarse = outlines.simplified(outline, 20)

    assert 8 <= len(coarse[0][0]) <= 40
    assert set(coarse[0][0]) <= set(outline[0][0])


def test_an_outline_smaller_than_the_tolerance_is_kept_whole() -> None:
    outline = ((circle(50),),)

    assert outlines.simplified(outline, 1_000_000) == outline


def test_a_tiny_hole_goes_and_its_polygon_stays() -> None:
    outline = ((circle(50), square(51, -3, 0.0001)),)

    assert len(outlines.simplified(outline, 50)[0]) == 1


def test_a_very_long_ring_does_not_exhaust_the_stack() -> None:
    zigzag = tuple(Location(index % 2, index / 1000) for index in range(5000))

    assert len(outlines.simplified(((zigzag,),), 1)[0][0]) == 5000
