"""A place of two pages, an output with a page of its own, and a renderer that counts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import pytest

from generator.adapters.publishing.tray import InHand
from generator.adapters.workers import SerialWorkers
from generator.model.artifact import Artifact, Kept
from generator.model.assets import Assets
from generator.model.edition import Aside, Edition, Later, Produced
from generator.model.history import History
from generator.model.page import Listing, Page
from generator.model.place import Place
from generator.model.problem import Mark, Problem, error, warning
from generator.stages.render import Desk, Drawn, render
from tests.support.pages import wordings
from tests.support.places import a_place, a_venue, en, settings


@dataclass
class CountingRenderer:
    """Port Renderer that writes down what it is given, and counts."""

    drawn: list[str] = field(default_factory=list)
    versions: dict[str, str] = field(default_factory=dict)
    own: dict[str, bytes] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def render(self, template: str, view: object, language: str) -> str:
        self.drawn.append(str(view))
        return f"{self.versions.get(template, '')} {template} {view} {language}"

    def digest_of(self, template: str) -> str:
        return hashlib.sha256(f"{template}{self.versions.get(template)}".encode()).hexdigest()

    def dressed(self, own: Mapping[str, bytes]) -> CountingRenderer:
        self.own = dict(own)
        return self

    def assets(self) -> Assets:
        return Assets((Artifact("assets/style.css", b"style"),), problems=self.problems)


@dataclass
class Shown:
    """A view, which is as much of a venue as its page shows."""

    words: str

    def __str__(self) -> str:
        return self.words


VIEWS: list[str] = []


def venue_view(edition: Edition, identifier: str) -> Shown:
    VIEWS.append(identifier)
    return Shown(f"{identifier}: {edition.place.venues[identifier].title.words('en')}")


def all_view(edition: Edition) -> Shown:
    return Shown(", ".join(it.title.words("en") for it in edition.place.venues.values()))


def a_list(edition: Edition) -> Produced:
    page = Page("index.html", "list.html", edition, all_view)
    return Produced((page,), (Artifact("count.txt", str(len(edition.place.venues)).encode()),))


def planned(place: Place, source: str = "") -> Produced:
    edition = Edition(place, "en", wordings().speak("en"))
    pages = tuple(
        Page(f"{it}/index.html", "venue.html", edition, venue_view, (it,), source or f"{it}.md")
        for it in place.venues
    )
    return Produced(pages, later=(Later("list en", a_list, edition),))


def a_picture(page: Page, view: object) -> Iterator[Aside]:
    """Beside a venue's page lies what depends on the place's name, which its view does not say."""
    if page.source:
        given = (str(view), page.edition.place.settings.name.words("en"))
        yield Aside(page.path.replace(".html", ".png"), painted, given, page.source)


PAINTED: list[str] = []


def painted(view: str, name: str) -> bytes:
    PAINTED.append(view)
    return f"{view} {name}".encode()


@dataclass
class Site:
    """What was published, and what of: as archive and publication keep it from one build on."""

    renderer: CountingRenderer = field(default_factory=CountingRenderer)
    history: History = field(default_factory=History)
    contents: dict[str, bytes] = field(default_factory=dict)

    def build(self, place: Place, plan: Produced | None = None) -> Drawn:
        for counted in (self.renderer.drawn, VIEWS, PAINTED):
            counted.clear()
        desk = Desk(self.renderer, (a_picture,), SerialWorkers(), InHand())
        made = render(place, plan or planned(place), desk, (), self.history)
        contents = {
            it.path: it.content if isinstance(it, Artifact) else self.contents[it.path]
            for it in made.files
        }
        self.contents = contents
        every = {it.key: it for one in made.made for it in (one, *one.within)}
        standing = {it: hashlib.sha256(held).hexdigest() for it, held in contents.items()}
        self.history = History(every, standing)
        return made

    @property
    def counted(self) -> tuple[int, int, int]:
        """How many views were made of venues, pages drawn, pictures painted."""
        return len(VIEWS), len(self.renderer.drawn), len(PAINTED)


HALL, MILL = a_venue("hall", title=en("Hall")), a_venue("mill", title=en("Mill"))


@pytest.fixture
def site() -> Site:
    made = Site()
    made.build(a_place(HALL, MILL))
    return made


def cold(place: Place) -> dict[str, bytes]:
    fresh = Site()
    fresh.build(place)
    return fresh.contents


def test_everything_is_drawn_once_the_first_time(site: Site) -> None:
    assert site.counted == (2, 3, 2)
    assert sorted(site.contents) == [
        "assets/style.css", "count.txt", "hall/index.html", "hall/index.png", "index.html",
        "mill/index.html", "mill/index.png",
    ]  # fmt: skip


def test_nothing_is_made_again_of_what_is_as_it_was(site: Site) -> None:
    before = dict(site.contents)

    made = site.build(a_place(HALL, MILL))

    assert site.counted == (0, 0, 0)
    assert site.contents == before
    kept = {it.path: it.source for it in made.files if isinstance(it, Kept)}
    assert kept.keys() == before.keys() - {"assets/style.css"}
    assert kept["hall/index.png"] == "hall.md"


def test_edit_makes_again_the_pages_that_read_it(site: Site) -> None:
    place = a_place(replace(HALL, title=en("Town hall")), MILL)

    site.build(place)

    assert site.renderer.drawn == ["Town hall, Mill", "hall: Town hall"]
    assert VIEWS == ["hall"]
    assert site.contents == cold(place)


def test_edit_that_comes_to_the_same_view_draws_nothing(site: Site) -> None:
    place = a_place(replace(HALL, opening=en("9 to 5")), MILL)

    site.build(place)

    assert site.counted == (1, 0, 0)
    assert site.contents == cold(place)


def test_what_lies_beside_a_page_is_made_again_with_what_it_is_made_of(site: Site) -> None:
    place = a_place(HALL, MILL, settings=settings(name=en("Elsewhere")))

    site.build(place)

    assert site.counted == (2, 2, 2)
    assert site.contents == cold(place)


def test_record_that_comes_or_goes(site: Site) -> None:
    for place in (a_place(HALL), a_place(HALL, a_venue("quay", title=en("Quay")), MILL)):
        site.build(place)

        assert site.contents == cold(place)
        assert "hall: Hall" not in site.renderer.drawn


@pytest.mark.parametrize(
    ("template", "drawn"),
    [("venue.html", ["hall: Hall", "mill: Mill"]), ("list.html", ["Hall, Mill"]), ("x.html", [])],
)
def test_template_that_changes_draws_its_pages_again(
    site: Site, template: str, drawn: list[str]
) -> None:
    site.renderer.versions[template] = "new"

    site.build(a_place(HALL, MILL))

    assert site.renderer.drawn == drawn


def test_file_that_does_not_stand_is_made_again(site: Site) -> None:
    standing = {it: held for it, held in site.history.standing.items() if it != "mill/index.png"}
    site.history = History(site.history.made, standing)
    before = dict(site.contents)

    site.build(a_place(HALL, MILL))

    assert site.renderer.drawn == ["mill: Mill"]
    assert site.contents == before


def test_page_that_has_another_source_says_so(site: Site) -> None:
    place = a_place(HALL, MILL)

    made = site.build(place, planned(place, "renamed.md"))

    pages = [it for it in made.files if it.path.startswith(("hall/", "mill/"))]
    assert [it.source for it in pages] == ["renamed.md"] * 4


def test_files_come_in_one_order_whatever_of_them_was_kept(site: Site) -> None:
    place = a_place(replace(HALL, title=en("Town hall")), MILL)

    made = site.build(place)

    assert [it.path for it in made.files] == [it.path for it in Site().build(place).files]


def test_neither_of_two_pages_at_one_address_is_kept_or_lost(site: Site) -> None:
    """The write stage refuses them, and must see both."""
    place = a_place(HALL, MILL)
    plan = planned(place)
    twin = replace(plan.pages[0], source="twin.md")

    made = site.build(place, replace(plan, pages=(*plan.pages, twin)))

    sources = [it.source for it in made.files if it.path == "hall/index.html"]
    assert sources == ["hall.md", "twin.md"]


def test_output_with_a_problem_is_asked_again_and_says_it_again() -> None:
    place = a_place(HALL)
    problem = warning("overdue", Mark("x"), "check it")

    def wrong(edition: Edition) -> Produced:
        return replace(a_list(edition), problems=(problem,))

    plan = planned(place)
    plan = replace(plan, later=(replace(plan.later[0], output=wrong),))
    site = Site()
    told = [site.build(place, plan).problems for _ in range(2)]

    assert told == [(problem,), (problem,)]


def test_surveys_are_asked_each_time_of_all_pages_in_one_order() -> None:
    asked = []

    @dataclass
    class Framed(Shown):
        """A view with what a search engine is told of."""

        frame: object = None

    class Frame:
        def __init__(self, words: str) -> None:
            self.words = words

        def __repr__(self) -> str:
            return self.words

        def listing(self, source: str) -> Listing:
            return Listing(self.words, "en", (), source)

    def view(edition: Edition, identifier: str) -> Framed:
        words = edition.place.venues[identifier].title.words("en")
        return Framed(words, Frame(words))

    def survey(_: Place, listings: Sequence[Listing]) -> Iterable[Artifact]:
        asked.append([it.canonical for it in listings])
        return (Artifact("sitemap.xml", b""),)

    site = Site()
    for place in (a_place(HALL, MILL), a_place(replace(HALL, title=en("Town hall")), MILL)):
        plan = planned(place)
        pages = tuple(replace(page, make=view) for page in plan.pages)
        desk = Desk(site.renderer, (), SerialWorkers(), InHand())
        made = render(place, Produced(pages), desk, (survey,), site.history)
        digests = {it.path: it.digest for it in made.files}
        site.history = History({it.key: it for it in made.made}, digests)

    assert asked == [["Hall", "Mill"], ["Town hall", "Mill"]]
    assert any(isinstance(it, Kept) for it in made.files)


def test_nothing_is_drawn_where_the_theme_names_what_is_not_there() -> None:
    problem = error("unknown-asset", Mark("themes/ours/templates/page.html"), "no asset")
    site = Site(CountingRenderer(problems=(problem,)))

    made = site.build(a_place(HALL, MILL))

    assert made == Drawn(problems=(problem,))
    assert site.counted == (0, 0, 0)


def test_theme_is_given_what_is_the_place_s_own(site: Site) -> None:
    assert site.renderer.own == {"assets/css/place.css": b""}
