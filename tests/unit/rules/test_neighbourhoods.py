from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from generator.model.source import ContentFile
from generator.model.text import Text
from generator.rules.neighbourhoods import Outlines, read_neighbourhoods

RING = [[-0.64, 54.47], [-0.55, 54.47], [-0.55, 54.52], [-0.64, 54.47]]


def feature(identifier: object = "harbour", **given: object) -> dict[str, object]:
    properties = {"id": identifier, "name": given.get("name", "Harbour")}
    shape = {"type": given.get("type", "Polygon"), "coordinates": given.get("coordinates", [RING])}
    return {"type": "Feature", "properties": properties, "geometry": shape}


def read(*features: object) -> Outlines:
    lines = ",\n".join(json.dumps(one) for one in features)
    return read_text(f'{{"type": "FeatureCollection", "features": [\n{lines}\n]}}')


def read_text(text: str) -> Outlines:
    return read_neighbourhoods(ContentFile("n.geojson", text), "en")


def told(outlines: Outlines) -> list[tuple[str, int, int]]:
    return [(one.code, one.mark.line, one.mark.column) for one in outlines.problems]


def test_neighbourhoods_come_in_order_of_id_with_names_in_each_language() -> None:
    found = read(
        feature("west", name={"cy": "Gorllewin", "en": "West"}),
        feature("east", type="MultiPolygon", coordinates=[[RING], [RING]]),
    )

    assert found.problems == ()
    assert [area.id for area in found.neighbourhoods] == ["east", "west"]
    assert found.neighbourhoods[1].name == Text((("en", "West"), ("cy", "Gorllewin")))
    assert len(found.neighbourhoods[0].polygons) == 2


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (feature("Big Harbour"), "invalid-geojson"),
        (feature(None), "invalid-geojson"),
        (feature("east", name=""), "invalid-geojson"),
        (feature("east", name={}), "invalid-geojson"),
        (feature("east", name={"Welsh": "x"}), "invalid-language"),
        (feature("east", name="Ha\u202erbour"), "hidden-character"),
        (feature("east", name="Ha\x00rbour"), "forbidden-character"),
        (feature("east", type="Point"), "invalid-geojson"),
        (feature("east", coordinates=[RING[:3]]), "invalid-geojson"),
        (feature("east", coordinates=[]), "invalid-geojson"),
        (feature("east", coordinates=[[[1, 2], [3], [4, 5], [6, 7]]]), "invalid-geojson"),
        (feature("east", coordinates=[[["1", "2"]] * 4]), "invalid-geojson"),
        (feature("east", coordinates=[[[True, False]] * 4]), "invalid-geojson"),
        (feature("east", coordinates=[[[10**400, 1]] * 4]), "invalid-geojson"),
        (feature("east", coordinates=[[[-0.6, 154.5]] * 4]), "invalid-geojson"),
        (feature("east", coordinates=[[[-0.6, 54.5]] * 4]), "invalid-geojson"),
        ("harbour", "invalid-geojson"),
        ({"type": "Point"}, "invalid-geojson"),
    ],
)
def test_what_cannot_be_read_is_told_where_it_begins_and_the_rest_is_kept(
    wrong: object, code: str
) -> None:
    found = read(feature("west"), wrong, feature("north"))

    assert told(found) == [(code, 3, 1)]
    assert [area.id for area in found.neighbourhoods] == ["north", "west"]


def test_second_of_one_id_is_told() -> None:
    assert told(read(feature(), feature())) == [("duplicate-id", 3, 1)]


def test_id_of_what_cannot_be_read_is_kept_so_that_no_record_is_blamed() -> None:
    assert read(feature("east", type="Point")).unread == frozenset({"east"})


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", '{"features": {}}', "[" * 100_000, '{"features": ' + "9" * 5_000 + "}"],
    ids=["empty", "open", "list", "null", "no-list", "deep", "number"],
)
def test_file_that_is_no_collection_is_told_once(text: str) -> None:
    found = read_text(text)

    assert [problem.code for problem in found.problems] == ["invalid-geojson"]
    assert found.unread is None


def test_name_that_looks_like_the_list_does_not_move_the_marks() -> None:
    early: Mapping[str, object] = {"name": '"features": [1, 2', "features": [feature(type="Point")]}

    found = read_text(json.dumps(early, indent=1))

    assert told(found)[0][1] > 2
