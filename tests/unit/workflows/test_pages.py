from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.model.artifact import Artifact
from generator.model.assets import Assets
from generator.model.edition import Edition, Output, Produced
from generator.model.page import Page
from generator.model.place import Place
from generator.workflows.pages import Owners, Pages
from tests.support.places import a_place, settings
from tests.support.wordings import PlainWording


@dataclass
class Counted:
    """An output that makes one page for each name, and counts how often it is asked."""

    names: Sequence[str]
    asked: list[str] = field(default_factory=list)

    def __call__(self, edition: Edition) -> Produced:
        self.asked.append(edition.language)
        pages = (
            Page(f"{edition.prefix}{it}", "a.html", edition, lambda _: "view") for it in self.names
        )
        return Produced(tuple(pages), (Artifact(f"{edition.prefix}{self.names[0]}.json", b"{}"),))


class Drawing:
    """A Renderer that counts."""

    def __init__(self) -> None:
        self.drawn = 0

    def render(self, template: str, view: object, language: str) -> str:
        self.drawn += 1
        return f"{template} {view} {language}"

    def digest_of(self, template: str) -> str:
        return template

    def dressed(self, own: Mapping[str, bytes]) -> Drawing:
        raise AssertionError(own)  # whoever makes Pages has seen to it

    def assets(self) -> Assets:
        return Assets()


def pages(
    *outputs: Output, owners: Owners | None = None, place: Place | None = None
) -> tuple[Pages, Drawing]:
    drawing = Drawing()
    there = place or a_place(settings=settings(languages=("en", "cy")))
    return Pages(there, outputs, PlainWording, drawing, owners or Owners()), drawing


def test_file_is_drawn_once_however_often_it_is_asked_for() -> None:
    made, drawing = pages(Counted(["a/index.html"]))

    assert made.file("a/index.html", published=False) == b"a.html view en"
    assert made.file("a/index.html", published=False) == b"a.html view en"
    assert made.file("cy/a/index.html", published=False) == b"a.html view cy"
    assert drawing.drawn == 2


def test_finished_file_is_given_as_it_is() -> None:
    made, drawing = pages(Counted(["a/index.html"]))

    assert made.file("a/index.html.json", published=False) == b"{}"
    assert drawing.drawn == 0


def test_only_who_made_a_file_before_is_asked_for_it() -> None:
    one, two = Counted(["one/index.html"]), Counted(["two/index.html"])
    before, _ = pages(one, two)
    before.ask_all()
    one.asked.clear()
    two.asked.clear()

    now, _ = pages(one, two, owners=before.owners)

    assert now.file("two/index.html", published=True)
    assert (one.asked, two.asked) == ([], ["en"])


def test_published_file_that_none_of_these_made_is_another_s() -> None:
    one = Counted(["one/index.html"])
    made, _ = pages(one)

    assert made.file("one/other.json", published=True) is None
    assert one.asked == []


def test_new_file_is_looked_for_where_its_neighbours_were_made() -> None:
    one, two = Counted(["one/a.html"]), Counted(["two/a.html"])
    before, _ = pages(one, two)
    before.ask_all()
    grown, other = Counted(["one/a.html", "one/b.html"]), Counted(["two/a.html"])

    now, _ = pages(grown, other, owners=before.owners)

    assert now.file("one/b.html", published=False)
    assert other.asked == []


def test_file_that_another_makes_now_is_found() -> None:
    one, two = Counted(["here/a.html", "here/b.html"]), Counted(["here/c.html"])
    before, _ = pages(one, two)
    before.ask_all()

    now, _ = pages(Counted(["here/a.html"]), Counted(["here/b.html"]), owners=before.owners)

    assert now.file("here/b.html", published=True)
    assert now.file("here/c.html", published=True) is None


def test_language_that_is_left_out_has_no_pages_any_more() -> None:
    before, _ = pages(Counted(["a/index.html"]))
    before.ask_all()

    english = a_place(settings=settings(languages=("en",)))
    now, _ = pages(Counted(["a/index.html"]), owners=before.owners, place=english)

    assert now.file("cy/a/index.html", published=True) is None
