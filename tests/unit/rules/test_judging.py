from __future__ import annotations

from generator.model.location import Candidate, Level, Location
from generator.rules.judging import judged

MIDDLE = Location(51.585, -2.995)
METRE = 1 / 111_195


def candidate(metres_north: float, level: Level = Level.BUILDING, label: str = "") -> Candidate:
    north = MIDDLE.latitude + metres_north * METRE
    return Candidate(Location(north, MIDDLE.longitude), level, label or f"{metres_north} m")


def test_a_building_near_the_postcode_is_taken() -> None:
    found = judged([candidate(30)], MIDDLE)

    assert found is not None
    assert (found.candidate.label, found.flag) == ("30 m", "")


def test_the_service_s_first_of_several_near_each_other_is_taken() -> None:
    found = judged([candidate(200), candidate(20)], MIDDLE)

    assert found is not None
    assert (found.candidate.label, found.flag) == ("200 m", "")


def test_buildings_far_apart_are_for_a_person_with_the_nearest_put_forward() -> None:
    found = judged([candidate(260), candidate(0)], MIDDLE)

    assert found is not None
    assert found.candidate.label == "0 m"
    assert found.flag == "2 places match, up to 260 m apart"


def test_a_building_far_from_its_postcode_is_for_a_person() -> None:
    assert judged([candidate(990)], MIDDLE).flag == ""  # type: ignore[union-attr]  # fails if None
    far = judged([candidate(1500)], MIDDLE)

    assert far is not None
    assert far.flag == "it is 1.5 km from the middle of the postcode"


def test_a_street_never_beats_the_postcode() -> None:
    assert judged([candidate(5, Level.STREET)], MIDDLE) is None
    assert judged([candidate(5, Level.POSTCODE)], MIDDLE) is None


def test_a_building_beats_a_street_that_comes_first() -> None:
    found = judged([candidate(5, Level.STREET), candidate(40)], MIDDLE)

    assert found is not None
    assert found.candidate.label == "40 m"


def test_without_a_postcode_of_ours_the_service_s_postcode_is_taken() -> None:
    found = judged([candidate(5, Level.STREET), candidate(40, Level.POSTCODE)], None)

    assert found is not None
    assert (found.candidate.label, found.flag) == ("40 m", "")


def test_without_a_postcode_a_street_is_for_a_person() -> None:
    found = judged([candidate(5, Level.STREET)], None)

    assert found is not None
    assert "street" in found.flag


def test_an_area_or_nothing_is_no_answer() -> None:
    assert judged([candidate(0, Level.AREA)], None) is None
    assert judged([], None) is None
