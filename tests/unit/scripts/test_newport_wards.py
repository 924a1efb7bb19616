"""Ward outlines become tidy neighbourhoods."""

from __future__ import annotations

from scripts.newport import wards

SQUARE = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0), (0.0, 0.0)]
BOW_TIE = [(0.0, 0.0), (1.0, 1.0), (1.0, 0.0), (0.0, 1.0), (0.0, 0.0)]


def test_a_ward_keeps_both_names_and_gets_a_slug() -> None:
    ward = {
        "properties": {"WD13NM": "St. Julians", "WD13NMW": "Sain Silian"},
        "geometry": {"type": "Polygon", "coordinates": [SQUARE]},
    }

    feature = wards.neighbourhood(ward)

    assert feature["id"] == "st-julians"
    assert feature["properties"] == {
        "id": "st-julians",
        "name": {"en": "St. Julians", "cy": "Sain Silian"},
    }


def test_a_ring_is_rounded_closed_and_turned_anticlockwise() -> None:
    clockwise = [(0.0, 0.0), (0.0, 1.000004), (0.0, 1.0), (1.0, 1.0), (1.0, 0.0)]

    ring = wards.tidied_ring(clockwise, outer=True)

    assert ring == [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0), (0.0, 0.0)]


def test_a_hole_is_turned_clockwise() -> None:
    ring = wards.tidied_ring(SQUARE, outer=False)

    assert ring == SQUARE[::-1]


def test_only_a_ring_that_crosses_itself_is_refused() -> None:
    crossed = [wards.crosses_itself(ring) for ring in (SQUARE, BOW_TIE)]

    assert crossed == [False, True]
