from __future__ import annotations

import math
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.drawing import Polygon
from generator.model.settings import Colours
from generator.model.taxonomy import Layers, TaxonomyTerm
from generator.rules.badge_outlines import CLEAR, outline
from generator.rules.colours import contrast
from generator.rules.line_fitting import width_of
from generator.views.badge_drawing import badge_drawing, drawn_badge
from tests.support.places import a_badge, a_place, en, settings, taxonomy

SVG = "{http://www.w3.org/2000/svg}"
HEX = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def svg(title: str = "Robotics 1", **given: object) -> str:
    badge = a_badge("robotics-1", title=en(title), **given)
    return drawn_badge(badge, a_place(badge))


def root(title: str = "Robotics 1", **given: object) -> ET.Element:
    return ET.fromstring(svg(title, **given))  # noqa: S314 - our own drawing


def terms(count: int) -> tuple[TaxonomyTerm, ...]:
    return tuple(TaxonomyTerm(f"term-{at}", en(f"Term {at}")) for at in range(count))


def test_drawing_has_the_title_as_its_name_and_as_its_text() -> None:
    drawn = root("Robotics & friends")

    assert drawn.findtext(f"{SVG}title") == "Robotics & friends"
    assert " ".join(line.text or "" for line in drawn.iter(f"{SVG}tspan")) == "Robotics & friends"


@given(st.text(max_size=200))
def test_any_title_gives_a_sound_drawing_within_its_bounds(title: str) -> None:
    badge = a_badge(title=en(title))
    drawing = badge_drawing(badge, a_place(badge))

    drawn = svg(title)

    ET.fromstring(drawn)  # noqa: S314 - our own drawing
    assert len(drawing.lines) <= 4
    for line in drawing.lines:
        half = width_of(line.words) * line.size / 2
        top, foot = line.middle[1] - 0.75 * line.size, line.middle[1] + 0.2 * line.size
        assert max(half**2 + (y - 200) ** 2 for y in (top, foot)) <= 140**2


@given(st.lists(st.text("abcdeghnopqsuvxyz", min_size=1, max_size=11), min_size=1, max_size=9))
def test_title_of_sixty_letters_is_given_whole_and_small_in_bytes(words: list[str]) -> None:
    title = " ".join(words)[:60].strip()

    drawn = svg(title)

    said = "".join(line.text or "" for line in ET.fromstring(drawn).iter(f"{SVG}tspan"))  # noqa: S314 - our own drawing
    assert said.replace(" ", "") == title.replace(" ", "")
    assert len(drawn.encode()) < 4000


@given(HEX, HEX, st.integers(0, 30))
def test_words_can_be_read_whatever_the_place_s_colours(
    primary: str, accent: str, topic: int
) -> None:
    badge = a_badge(topics=(f"term-{topic}",))
    place = a_place(
        badge,
        settings=settings(colours=Colours(primary, accent)),
        taxonomy=taxonomy(topics=terms(31)),
    )

    drawing = badge_drawing(badge, place)

    assert contrast(drawing.lines[0].fill, drawing.shapes[2].fill) >= 4.5


def test_each_of_twelve_layers_has_an_outline_of_its_own() -> None:
    shapes = {outline(position, 180, "#000000") for position in range(12)}

    assert len(shapes) == 12


@pytest.mark.parametrize("position", range(12))
def test_no_outline_cuts_into_the_room_for_words(position: int) -> None:
    shape = outline(position, 100, "#000000")

    if isinstance(shape, Polygon):
        ends = (*shape.points[1:], shape.points[0])
        sides = zip(shape.points, ends, strict=True)
        between = [
            (x + (to_x - x) * step / 20 - 200, y + (to_y - y) * step / 20 - 200)
            for (x, y), (to_x, to_y) in sides
            for step in range(20)
        ]
        assert min(math.hypot(x, y) for x, y in between) >= 100 * CLEAR


def test_each_of_thirty_topics_looks_different() -> None:
    place = a_place(taxonomy=taxonomy(topics=terms(30)))

    drawn = {drawn_badge(a_badge(topics=(f"term-{position}",)), place) for position in range(30)}

    assert len(drawn) == 30


def test_layer_decides_the_outline_and_an_unknown_one_is_drawn_too() -> None:
    place = a_place(taxonomy=taxonomy(layers=Layers(en("Standard"), "1", items=terms(3))))

    shapes = [
        badge_drawing(a_badge(layer=layer), place).shapes[0]
        for layer in ("term-0", "term-1", "term-2", "no-such-layer")
    ]

    assert len(set(shapes)) == 3
    assert shapes[3] == shapes[0]


def test_drawing_needs_no_colours_of_the_place() -> None:
    badge = a_badge()
    place = a_place(badge, settings=settings(colours=None))

    assert 'fill="#0b5d5e"' in drawn_badge(badge, place)
