from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from generator.views.badge_drawing import drawn_badge, wrapped
from tests.support.places import a_badge, a_place, en, settings

SVG = "{http://www.w3.org/2000/svg}"


def drawing(title: str = "Robotics 1", layer: str = "engage") -> ET.Element:
    badge = a_badge(title=en(title), layer=layer)
    return ET.fromstring(drawn_badge(badge, a_place(badge)))  # noqa: S314 - our own drawing


def test_drawing_has_the_title_as_its_name_and_as_its_text() -> None:
    root = drawing("Robotics and friends")

    assert root.findtext(f"{SVG}title") == "Robotics and friends"
    assert [line.text for line in root.iter(f"{SVG}tspan")] == ["Robotics", "and", "friends"]


def test_layers_have_different_shapes() -> None:
    shapes = {layer: drawing(layer=layer)[1].tag for layer in ("engage", "participate")}

    assert shapes == {"engage": f"{SVG}circle", "participate": f"{SVG}polygon"}


def test_unknown_layer_is_drawn_too() -> None:
    assert drawing(layer="no-such-layer")[1].tag == f"{SVG}circle"


def test_equal_badges_are_drawn_alike() -> None:
    assert ET.tostring(drawing()) == ET.tostring(drawing())


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("", ()),
        ("Robotics", ("Robotics",)),
        ("Web page maker", ("Web page", "maker")),
        ("a b c d e f", ("a b c d", "e f")),
        ("First second third fourth fifth", ("First", "second", "third", "fourth…")),
        ("Llanfairpwllgwyngyllgogerych", ("Llanfairpwllgwy…",)),
    ],
)
def test_titles_are_wrapped_in_at_most_four_lines(title: str, expected: tuple[str, ...]) -> None:
    assert wrapped(title) == expected


def test_drawing_needs_no_colours_of_the_place() -> None:
    badge = a_badge()
    place = a_place(badge, settings=settings(colours=None))

    assert 'fill="#0b5d5e"' in drawn_badge(badge, place)
