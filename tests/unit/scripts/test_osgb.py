from __future__ import annotations

import pytest

from generator.model.location import Location
from generator.rules.geometry import distance
from scripts.osgb import to_wgs84


@pytest.mark.parametrize(
    ("easting", "northing", "expected"),
    [
        # PROJ 9's answers for EPSG:27700 to EPSG:4326 without a grid: Shetland, Cornwall, Norfolk.
        (457_500, 1_215_000, Location(60.8137427, -0.9449058)),
        (134_000, 12_000, Location(49.9488162, -5.7093465)),
        (651_409.903, 313_177.270, Location(52.6579786, 1.7160520)),
    ],
)
def test_grid_references_land_where_proj_puts_them(
    easting: float, northing: float, expected: Location
) -> None:
    found = Location(*to_wgs84(easting, northing))

    assert distance(found, expected) < 0.02


def test_the_worked_example_of_the_ordnance_survey_is_within_three_metres() -> None:
    """Caister water tower, whose ETRS89 position the guide's annex C gives by OSTN15."""
    found = Location(*to_wgs84(651_409.903, 313_177.270))

    assert distance(found, Location(52.657978, 1.716038)) < 3
