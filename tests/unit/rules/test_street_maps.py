from __future__ import annotations

import re

import pytest

from generator.model.problem import Mark
from generator.model.source import DataFile
from generator.model.street_map import StreetMap
from generator.rules.street_maps import LARGEST_STREET_MAP, read_street_map
from tests.support.sites import ROOT
from tests.support.street_maps import a_street_map
from tests.support.understanding import understood


def read(content: bytes) -> StreetMap | None:
    return read_street_map(DataFile("content/basemap.pmtiles", content))[0]


def address(content: bytes) -> str:
    found = read(content)
    assert found is not None
    return found.address


def test_a_place_need_not_have_one() -> None:
    assert read_street_map(None) == (None, ())


def test_address_changes_with_the_bytes_and_with_nothing_else() -> None:
    one, same, other = map(address, (a_street_map(), a_street_map(), a_street_map(rest=41)))

    assert one == same != other
    assert re.fullmatch(r"assets/basemap/basemap-[0-9a-f]{8}\.pmtiles", one)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "not a PMTiles file"),
        (b"<!doctype html>", "not a PMTiles file"),
        (b"PMTiles\x03", "ends within its header"),
        (a_street_map(version=2), "PMTiles version 2"),
        (a_street_map(rest=39), "166 bytes of 167"),
        (a_street_map(kind=2), "pictures"),
        (a_street_map(tiles=3), "compressed"),
        (a_street_map(internal=4), "compressed"),
        (bytes(LARGEST_STREET_MAP + 1), "cut it to the place's bounds"),
    ],
    ids=lambda given: given if isinstance(given, str) else "",
)
def test_anything_a_browser_could_not_draw_is_refused(content: bytes, told: str) -> None:
    found, [problem] = read_street_map(DataFile("content/basemap.pmtiles", content))

    assert found is None
    assert problem.mark == Mark("content/basemap.pmtiles")
    assert told in problem.message


def test_the_demonstration_s_own_street_map_is_one_and_small_enough_to_send_whole() -> None:
    content = (ROOT / "content" / "basemap.pmtiles").read_bytes()

    assert read(content) is not None
    assert len(content) < 1_700_000


def test_a_place_with_its_own_streets_asks_no_other_host_for_tiles() -> None:
    tiles = 'basemap: {tiles: "https://tiles.example.org/{z}/{x}/{y}.png", attribution: Tiles}\n'
    files = {"place.yaml": f"name: Saltmarsh\n{tiles}"}

    without = understood(files).place
    having = understood({**files, "basemap.pmtiles": a_street_map()}).place

    assert without.settings.basemap is not None
    assert having.settings.basemap is None
    assert having.street_map is not None


def test_a_file_that_is_no_street_map_is_a_problem_and_leaves_the_raster_tiles() -> None:
    found = understood({"basemap.pmtiles": b"not a map"})

    assert "invalid-basemap" in found.codes()
    assert found.place.street_map is None
