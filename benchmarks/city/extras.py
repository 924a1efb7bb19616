"""What a city has few of, so that no part of a site goes unbuilt: pictures, pathways, a page.

Nothing here draws from the city's source of chance: with or without it, the records stay the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path

from benchmarks.city.records import Fields, Made
from benchmarks.city.timetable import TODAY
from tests.support.record_text import Bare
from tests.support.street_maps import a_street_map

_IMAGES = Path(__file__).resolve().parents[2] / "content" / "images"
PICTURES: Mapping[str, str] = {
    "old-map.png": "An old map with a river and a red pin, under a magnifying glass",
    "path-steps.png": "A spade and a wheelbarrow beside wooden steps up a green bank",
    "canal-lock.png": "A canal lock with white-tipped gates and a duck on the water",
    "song-sheet.png": "Notes climbing over five wavy lines, with a bird on the last one",
    "garden-pots.png": "Seedlings in pots on a windowsill",
}
LOGO = "wavelength-logo.png"
_BETWEEN_PICTURES = 20
_PATHWAYS = 2
_STEPS = 3


def with_pictures(opportunities: Made) -> Made:
    """Return the opportunities, one in so many with a picture, the first with an old address."""
    names = tuple(PICTURES)
    held = [(identifier, dict(fields), body) for identifier, fields, body in opportunities]
    for number, (_, fields, _) in enumerate(held[::_BETWEEN_PICTURES]):
        name = names[number % len(names)]
        fields["image"] = _picture(name, PICTURES[name])
    held[0][1]["aliases"] = ["its-old-name"]
    return held


def with_logo(organisations: Made) -> Made:
    """Return the organisations, the first with a logo."""
    (identifier, fields, body), *others = organisations
    logo = _picture(LOGO, "A sound wave in teal and orange")
    return [(identifier, {**fields, "logo": logo}, body), *others]


def pathways(opportunities: Made, badges: Made) -> Made:
    """Return pathways, each over opportunities and badges of its own."""
    return list(_pathways(opportunities, badges))


def pages() -> Made:
    """Return the written pages."""
    fields: Fields = {"title": "About this city", "summary": "It does not exist."}
    return [("about", fields, "Every record here was **made up** to be measured.\n")]


def files() -> dict[str, bytes]:
    """Return the pictures, and a street map without a street."""
    names = (*PICTURES, LOGO)
    pictures = {f"images/{name}": (_IMAGES / name).read_bytes() for name in names}
    return {**pictures, "basemap.pmtiles": a_street_map()}


def _picture(name: str, alt: str) -> Fields:
    return {"file": f"images/{name}", "alt": alt, "credit": "Drawn for the demonstration"}


def _pathways(opportunities: Made, badges: Made) -> Iterator[tuple[str, Fields, str]]:
    for number in range(_PATHWAYS):
        chosen = slice(number * _STEPS, (number + 1) * _STEPS)
        steps = [
            {kind: Bare(identifier)}
            for kind, made in (("opportunity", opportunities), ("badge", badges))
            for identifier, _, _ in made[chosen]
        ]
        fields: Fields = {
            "title": f"Pathway {number + 1} to somewhere",
            "summary": "One thing after another, and a badge for each.",
            "goal": "Arrive somewhere.",
            "steps": steps,
            "checked_on": TODAY - timedelta(days=number),
            "review_by": TODAY + timedelta(days=4000),
        }
        yield f"pathway-{number}", fields, "Made up to be measured.\n"
