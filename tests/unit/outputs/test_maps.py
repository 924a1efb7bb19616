from __future__ import annotations

import json
from typing import Any

from generator.model.edition import Produced
from generator.model.location import Bounds, Location, Placing
from generator.model.place import Links, Place
from generator.model.settings import Basemap, BoundsEntry
from generator.model.shell import MapParts, MapRequest
from generator.outputs.maps import maps
from tests.support.places import a_neighbourhood, a_place, a_venue, en, settings
from tests.support.wordings import edition

SPOT = Location(51.05, -2.95)
SECRET = Location(51.01234, -2.91234)


class Shell:
    """A shell that says what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[MapRequest] = []

    def shell(self, request: MapRequest) -> MapParts:
        self.asked.append(request)
        return MapParts("export function drawMap() {}\n")


def made(place: Place) -> tuple[Produced, Shell]:
    shell = Shell()
    return maps(shell)(edition(place)), shell


def content(produced: Produced, path: str) -> Any:  # noqa: ANN401  JSON is of any type
    return json.loads(next(file.content for file in produced.artifacts if file.path == path))


def test_the_points_are_the_venues_that_may_be_shown() -> None:
    place = a_place(
        a_venue("library", placed=SPOT, placing=Placing.POSTCODE),
        a_venue("refuge", placed=SECRET, location_shown="area"),
        a_venue("nowhere"),
        links=Links(held_at={"library": ("robotics",)}),
    )

    points = content(made(place)[0], "assets/map/points.en.json")

    assert points["names"] == ["Central Library"]
    assert points["paths"] == ["venues/library/"]
    assert points["counts"] == [1]
    assert points["approximate"] == [0]
    assert "51012" not in json.dumps(points)


def test_a_place_without_a_point_has_no_map() -> None:
    assert made(a_place(a_venue("nowhere")))[0] == Produced()


def test_outlines_are_closed_rings_with_a_name_and_where_to_put_it() -> None:
    place = a_place(a_venue(placed=SPOT), a_neighbourhood())

    [feature] = content(made(place)[0], "assets/map/outlines.en.geojson")["features"]

    [[ring]] = feature["geometry"]["coordinates"]
    assert ring[0] == ring[-1]
    assert feature["properties"] == {"name": "Harbour", "middle": [-2.95, 51.05]}


def test_the_shell_is_published_as_it_is_made() -> None:
    produced, _ = made(a_place(a_venue(placed=SPOT)))

    [module] = [file for file in produced.artifacts if file.path == "assets/map/map.en.js"]
    assert module.content == b"export function drawMap() {}\n"


def test_the_shell_gets_the_place_s_own_map() -> None:
    bounds = BoundsEntry(51.0, -3.0, 51.1, -2.9)  # type: ignore[arg-type] # as read from YAML
    own = settings(
        bounds_entry=bounds,
        basemap=Basemap("https://tiles.example.org/{z}/{x}/{y}.png", en("© Tiles")),
    )

    _, shell = made(a_place(a_venue(placed=SPOT), settings=own))

    assert shell.asked[0].tiles == ("https://tiles.example.org/{z}/{x}/{y}.png", "© Tiles")
    assert isinstance(shell.asked[0].bounds, Bounds)
