from __future__ import annotations

import math

import pytest

from generator.model.location import Bounds, Location
from generator.rules import geometry

NEWPORT = Bounds(51.5, -3.1, 51.7, -2.8)


def test_a_degree_of_latitude_is_111_kilometres() -> None:
    metres = geometry.distance(Location(51, -3), Location(52, -3))

    assert metres == pytest.approx(111_195, abs=1)


def test_distance_between_cardiff_and_newport_castles() -> None:
    cardiff, newport = Location(51.48237, -3.18112), Location(51.59040, -2.99530)

    assert geometry.distance(cardiff, newport) == pytest.approx(17_580, rel=0.005)


def test_distance_to_the_other_side_is_half_the_way_round() -> None:
    metres = geometry.distance(Location(0, 0), Location(0, 180))

    assert metres == pytest.approx(math.pi * geometry.MEAN_RADIUS)


def test_widest_apart_looks_at_every_pair() -> None:
    points = [Location(51, -3), Location(51.001, -3), Location(50.999, -3)]

    assert geometry.widest_apart(points) == pytest.approx(222.4, abs=0.1)
    assert geometry.widest_apart(points[:1]) == 0


def test_bounds_of_no_point_is_none() -> None:
    assert geometry.bounds_of([]) is None


def test_bounds_of_points_touch_them_all() -> None:
    found = geometry.bounds_of([Location(2, 5), Location(1, 7), Location(3, 6)])

    assert found == Bounds(1, 5, 3, 7)


def test_a_grown_box_reaches_so_many_metres_further() -> None:
    grown = geometry.grown(NEWPORT, 1000)

    assert geometry.distance(Location(51.5, -3), Location(grown.south, -3)) == pytest.approx(1000)
    assert geometry.distance(Location(51.7, -3.1), Location(51.7, grown.west)) >= 999


def test_exchanged_latitude_and_longitude_are_exchanged_back() -> None:
    assert geometry.swapped(Location(-2.99, 51.58), NEWPORT) == Location(51.58, -2.99)


@pytest.mark.parametrize("location", [Location(51.58, -2.99), Location(48.8, 2.3)])
def test_a_point_inside_or_simply_far_away_is_not_swapped(location: Location) -> None:
    assert geometry.swapped(location, NEWPORT) is None
