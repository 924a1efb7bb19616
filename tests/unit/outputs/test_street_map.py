from __future__ import annotations

from dataclasses import replace

from generator.model.artifact import Artifact
from generator.model.edition import Produced
from generator.model.street_map import StreetMap
from generator.outputs.street_map import street_map
from generator.views.here import Here
from generator.views.maps import map_view
from tests.support.places import a_place, a_venue
from tests.support.wordings import edition
from tests.unit.outputs.test_maps import SPOT, made

STREETS = StreetMap(b"streets", "assets/basemap/basemap-0123abcd.pmtiles")


def test_the_street_map_is_published_as_it_is() -> None:
    place = replace(a_place(), street_map=STREETS)

    assert street_map(edition(place)).artifacts == (Artifact(STREETS.address, b"streets"),)


def test_a_place_without_one_publishes_none() -> None:
    assert street_map(edition(a_place())) == Produced()


def test_a_page_knows_where_the_streets_are_and_how_large() -> None:
    place = replace(a_place(a_venue(placed=SPOT)), street_map=STREETS)

    view = map_view(Here(edition(place), "venues/library/"))

    assert view is not None
    assert view.streets == "../../assets/basemap/basemap-0123abcd.pmtiles"
    assert view.streets_bytes == len(b"streets")


def test_a_page_of_a_place_without_streets_names_none() -> None:
    view = map_view(Here(edition(a_place(a_venue(placed=SPOT))), ""))

    assert view is not None
    assert (view.streets, view.streets_bytes) == ("", 0)


def test_the_shell_keeps_to_whole_zooms_where_there_are_streets() -> None:
    place = replace(a_place(a_venue(placed=SPOT)), street_map=STREETS)

    assert made(place)[1].asked[0].streets
