"""Ports that remember give what the port they wrap gives, and ask it once."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from generator.adapters.remembered import (
    RememberedImages,
    RememberedMarkdown,
    RememberedPainter,
    RememberedShell,
)
from generator.model.drawing import Drawing
from generator.model.location import Bounds
from generator.model.picture import Picture, Rendition
from generator.model.problem import Mark, Problem, warning
from generator.model.prose import InternalLink, Prose
from generator.model.shell import MapParts, MapRequest
from generator.model.social_card import CardFace, CardPicture
from generator.ports import UnreadableImage
from tests.support.memos import Kept


@dataclass
class Counted:
    asked: int = 0

    def render(
        self, path: str, text: str, first_line: int = 1
    ) -> tuple[Prose, tuple[Problem, ...]]:
        self.asked += 1
        mark = Mark(path, first_line, 3)
        prose = Prose(("<p>ŵ", f"</p>{text}"), (InternalLink("about/", mark),), text)
        return prose, (warning("removed-html", mark, "left out", passing=True),)

    def prepare(self, content: bytes, widths: tuple[int, ...]) -> Picture:
        self.asked += 1
        if not content:
            raise UnreadableImage("empty")
        renditions = tuple(Rendition(b"\n%d\n" % width + content, width) for width in widths)
        return Picture(b"\n\x00\n" + content, ".png", widths[-1], 7, renditions)

    def paint(self, drawing: Drawing, pixels: int) -> bytes:
        self.asked += 1
        return f"{drawing.size} {pixels}".encode()

    def card(
        self, face: CardFace, picture: CardPicture | None = None, logo: CardPicture | None = None
    ) -> bytes:
        self.asked += 1
        return f"{face} {picture} {logo}".encode()

    def shell(self, request: MapRequest) -> MapParts:
        self.asked += 1
        return MapParts(str(request))


def test_markdown_is_given_back_as_it_was_with_its_problems() -> None:
    counted = Counted()
    remembered = RememberedMarkdown(counted, Kept(), "a")

    first = remembered.render("a.md", "words", 4)
    again = remembered.render("a.md", "words", 4)

    assert again == first == Counted().render("a.md", "words", 4)
    assert counted.asked == 1


@pytest.mark.parametrize(
    "changed", [("b.md", "words", 4), ("a.md", "word", 4), ("a.md", "words", 5)]
)
def test_markdown_is_made_again_where_anything_it_depends_on_differs(
    changed: tuple[str, str, int],
) -> None:
    counted = Counted()
    remembered = RememberedMarkdown(counted, Kept(), "a")
    remembered.render("a.md", "words", 4)

    found = remembered.render(*changed)

    assert found == Counted().render(*changed)
    assert counted.asked == 2


def test_pictures_keep_every_byte() -> None:
    counted = Counted()
    remembered = RememberedImages(counted, Kept(), "a")

    first = remembered.prepare(b"\npixels\n", (3, 5))
    again = remembered.prepare(b"\npixels\n", (3, 5))

    assert again == first == Counted().prepare(b"\npixels\n", (3, 5))
    assert counted.asked == 1


def test_an_unreadable_picture_is_refused_every_time() -> None:
    remembered = RememberedImages(Counted(), Kept(), "a")

    for _ in range(2):
        with pytest.raises(UnreadableImage):
            remembered.prepare(b"", (5,))


def test_drawings_are_painted_again_where_the_program_or_the_drawing_differs() -> None:
    counted, kept = Counted(), Kept()
    one, other = Drawing(400, (), ()), Drawing(200, (), ())

    for drawing, program in ((one, "a"), (one, "a"), (other, "a"), (one, "b")):
        RememberedPainter(counted, kept, program).paint(drawing, 64)

    assert counted.asked == 3


def test_cards_are_painted_again_where_any_part_of_them_differs() -> None:
    counted, kept = Counted(), Kept()
    one = CardFace("Event", "Tea", (), "Saltmarsh", "#000000", "#ffffff")
    seal, cut = CardPicture(b"seal", whole=True), CardPicture(b"seal", whole=False)
    asked = (
        (one, None, None), (one, None, None), (replace(one, title="Tee"), None, None),
        (one, seal, None), (one, None, seal), (one, cut, None), (one, seal, seal),
    )  # fmt: skip

    painted = {RememberedPainter(counted, kept, "a").card(*it) for it in asked}
    again = {RememberedPainter(counted, kept, "b").card(*it) for it in asked[:1]}

    assert counted.asked == 7
    assert len(painted) == 6
    assert again < painted


def test_map_shells_differ_with_what_was_asked() -> None:
    counted = Counted()
    remembered = RememberedShell(counted, Kept(), "a")
    box = Bounds(1, 2, 3, 4)
    one = MapRequest(box)
    other = MapRequest(box, streets=True)

    found = [remembered.shell(request) for request in (one, other, one)]

    assert found == [Counted().shell(request) for request in (one, other, one)]
    assert counted.asked == 2
