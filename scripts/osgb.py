"""Ordnance Survey grid references (OSGB36, British National Grid) as WGS84 degrees.

After "A guide to coordinate systems in Great Britain" (Ordnance Survey, 2020), annexes B and C: the
grid's inverse transverse Mercator projection on the Airy ellipsoid, then a seven-parameter Helmert
transformation. Against OS's own correction grid OSTN15 that is 2.4 m off on average and 2.7 m at
most over Great Britain, which is nothing beside a postcode's 50 m; the grid would be 15 MB more.
"""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ellipsoid:
    """A figure of the Earth: its half axes in metres."""

    major: float
    minor: float

    @property
    def eccentricity_squared(self) -> float:
        """How far it is from a sphere."""
        return 1 - (self.minor / self.major) ** 2


AIRY_1830 = Ellipsoid(6_377_563.396, 6_356_256.909)
WGS84 = Ellipsoid(6_378_137.0, 6_356_752.314_245)

# The National Grid's projection: scale on its central meridian, true origin, false origin.
_SCALE = 0.999_601_271_7
_ORIGIN_LATITUDE = math.radians(49)
_ORIGIN_LONGITUDE = math.radians(-2)
_FALSE_EASTING = 400_000.0
_FALSE_NORTHING = -100_000.0

# OSGB36 to WGS84: metres, parts per million, seconds of arc.
_SHIFT = (446.448, -125.157, 542.060)
_STRETCH = -20.4894e-6
_TURN = tuple(math.radians(seconds / 3600) for seconds in (0.1502, 0.2470, 0.8421))

_NEAR_ENOUGH_METRES = 1e-5
_NEAR_ENOUGH_RADIANS = 1e-11


def to_wgs84(easting: float, northing: float) -> tuple[float, float]:
    """Return latitude and longitude in degrees of a grid reference in metres."""
    latitude, longitude = _off_the_grid(easting, northing)
    return _degrees(_helmert(_cartesian(latitude, longitude)))


def _meridional_arc(latitude: float) -> float:
    """Return the metres along the central meridian from the true origin."""
    n = (AIRY_1830.major - AIRY_1830.minor) / (AIRY_1830.major + AIRY_1830.minor)
    difference, total = latitude - _ORIGIN_LATITUDE, latitude + _ORIGIN_LATITUDE
    return (
        AIRY_1830.minor
        * _SCALE
        * (
            (1 + n + 1.25 * n**2 + 1.25 * n**3) * difference
            - (3 * n + 3 * n**2 + 21 / 8 * n**3) * math.sin(difference) * math.cos(total)
            + 15 / 8 * (n**2 + n**3) * math.sin(2 * difference) * math.cos(2 * total)
            - 35 / 24 * n**3 * math.sin(3 * difference) * math.cos(3 * total)
        )
    )


def _off_the_grid(easting: float, northing: float) -> tuple[float, float]:
    """Return latitude and longitude on the Airy ellipsoid in radians (annex C.2)."""
    axis = AIRY_1830.major * _SCALE
    latitude = _ORIGIN_LATITUDE + (northing - _FALSE_NORTHING) / axis
    while (
        abs(rest := northing - _FALSE_NORTHING - _meridional_arc(latitude)) >= _NEAR_ENOUGH_METRES
    ):
        latitude += rest / axis
    squared = AIRY_1830.eccentricity_squared
    bend = 1 - squared * math.sin(latitude) ** 2
    across = axis / math.sqrt(bend)
    along = axis * (1 - squared) / bend**1.5
    eta = across / along - 1
    t = math.tan(latitude)
    d = (easting - _FALSE_EASTING) / across
    north = (
        d**2 / 2
        - d**4 / 24 * (5 + 3 * t**2 + eta - 9 * t**2 * eta)
        + d**6 / 720 * (61 + 90 * t**2 + 45 * t**4)
    )
    east = (
        d
        - d**3 / 6 * (across / along + 2 * t**2)
        + d**5 / 120 * (5 + 28 * t**2 + 24 * t**4)
        - d**7 / 5040 * (61 + 662 * t**2 + 1320 * t**4 + 720 * t**6)
    )
    return latitude - t * across / along * north, _ORIGIN_LONGITUDE + east / math.cos(latitude)


def _cartesian(latitude: float, longitude: float) -> tuple[float, float, float]:
    squared = AIRY_1830.eccentricity_squared
    across = AIRY_1830.major / math.sqrt(1 - squared * math.sin(latitude) ** 2)
    return (
        across * math.cos(latitude) * math.cos(longitude),
        across * math.cos(latitude) * math.sin(longitude),
        across * (1 - squared) * math.sin(latitude),
    )


def _helmert(point: tuple[float, float, float]) -> tuple[float, float, float]:
    x, y, z = point
    turn_x, turn_y, turn_z = _TURN
    whole = 1 + _STRETCH
    return (
        _SHIFT[0] + whole * x - turn_z * y + turn_y * z,
        _SHIFT[1] + turn_z * x + whole * y - turn_x * z,
        _SHIFT[2] - turn_y * x + turn_x * y + whole * z,
    )


def _degrees(point: tuple[float, float, float]) -> tuple[float, float]:
    x, y, z = point
    squared = WGS84.eccentricity_squared
    off_axis = math.hypot(x, y)
    latitude = math.atan2(z, off_axis * (1 - squared))
    before = math.inf
    while abs(latitude - before) >= _NEAR_ENOUGH_RADIANS:
        before = latitude
        across = WGS84.major / math.sqrt(1 - squared * math.sin(latitude) ** 2)
        latitude = math.atan2(z + squared * across * math.sin(latitude), off_axis)
    return math.degrees(latitude), math.degrees(math.atan2(y, x))
