"""Which of a geocoder's candidates to believe, which to hand to a person, which to drop.

The numbers are measured (benchmarks/geocoding.md): a building found by name is a median 0 m off, a
postcode's middle 50 m, a street 100 to 180 m and at worst over a kilometre.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.location import Candidate, Level, Location
from generator.rules.geometry import distance, widest_apart

FARTHEST_APART = 250.0
"""Metres between candidates of one name beyond which they are not one place."""

FARTHEST_FROM_POSTCODE = 1000.0
"""Metres from the middle of the record's own postcode beyond which one of the two is wrong."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The candidate that was taken; ``flag`` says why a person must decide, or is empty."""

    candidate: Candidate
    flag: str = ""


def judged(candidates: Sequence[Candidate], postcode_middle: Location | None) -> Judgement | None:
    """Return what the candidates are worth, or None where the postcode is worth more.

    ``postcode_middle`` is None for a venue without a postcode that can be placed. Only for such a
    venue is anything less exact than a building looked at.
    """
    buildings = [one for one in candidates if one.level is Level.BUILDING]
    if buildings:
        return _among_buildings(buildings, postcode_middle)
    if postcode_middle is not None:
        return None
    for level in (Level.POSTCODE, Level.STREET):
        for one in candidates:
            if one.level is level:
                street = "only the street was found, which may be a kilometre off"
                return Judgement(one, street if level is Level.STREET else "")
    return None


def _among_buildings(buildings: Sequence[Candidate], middle: Location | None) -> Judgement:
    apart = widest_apart(one.location for one in buildings)
    if apart > FARTHEST_APART:
        nearest = min(buildings, key=lambda one: distance(one.location, middle) if middle else 0.0)
        return Judgement(nearest, f"{len(buildings)} places match, up to {_metres(apart)} apart")
    first = buildings[0]
    off = distance(first.location, middle) if middle else 0.0
    if off > FARTHEST_FROM_POSTCODE:
        return Judgement(first, f"it is {_metres(off)} from the middle of the postcode")
    return Judgement(first)


def _metres(metres: float) -> str:
    return f"{metres:.0f} m" if metres < 1000 else f"{metres / 1000:.1f} km"  # noqa: PLR2004  unit
