from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pytest

from generator import app
from generator.adapters.console import NullReporter
from generator.model.artifact import Published
from generator.model.asked import Asked
from generator.model.fault import Fault
from generator.model.problem import Mark, Problem, error, note, warning
from generator.model.shown import Rebuilt
from generator.ports import Ports
from generator.serving import Labour, studio
from generator.workflows.publishing import Answer, Task
from generator.workflows.serve import Studied, outcome
from tests.support.sites import TINY, TODAY, copy_place, tree

MARK = Mark("content/a.md")
ERROR = error("planted", MARK, "an error")
WARNING = warning("planted", MARK, "a warning")
NOTE = note("planted", MARK, "a note")

ROBOTICS = "opportunities/robotics.md"
PAGE = "opportunities/robotics/index.html"


@dataclass
class InHand:
    """A Publisher, and its end of the line, that does its work when the test says so."""

    labour: Labour
    tasks: list[Task] = field(default_factory=list)
    given: list[Answer] = field(default_factory=list)
    ended: bool = False

    def start(self) -> None:
        """It works when the test says so."""

    def ask(self, task: Task) -> None:
        self.tasks.append(task)

    def answers(self) -> Iterator[Answer | None]:
        yield from self.given
        self.given = []

    def end(self) -> None:
        self.ended = True

    def receive(self) -> Task | None:
        return self.tasks.pop(0) if self.tasks else None

    def waiting(self) -> bool:
        return bool(self.tasks)

    def send(self, answer: Answer) -> None:
        self.given.append(answer)


@dataclass
class Writer:
    """Somebody who writes a place while it is served."""

    asked: Asked
    site: Studied
    publisher: InHand
    told: list[Problem]

    def write(self, path: str, change: Callable[[str], str]) -> None:
        file = self.asked.content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(change(file.read_text("utf-8") if file.exists() else ""), "utf-8")

    def publish(self) -> list[bool]:
        """Let the publisher work, and the site hear of it; return which answers changed pages."""
        self.publisher.labour(self.publisher)  # type: ignore[arg-type] # it is its own line
        heard: list[bool] = []
        self.site.listen(lambda hear: heard.append(hear()))
        return heard

    def page(self, path: str = PAGE) -> bytes | None:
        return self.site.drawn(path, published=(self.asked.out / path).is_file())


@contextmanager
def writing(folder: Path, *, theme: str = "") -> Iterator[Writer]:
    content, today = copy_place(TINY, folder), date.fromisoformat(TODAY)
    asked = Asked(content=content, out=folder / "site", today=today, theme=theme, jobs=1)
    told: list[Problem] = []
    with studio(asked, app.request(asked), lambda: False, told.extend) as held:
        publisher = InHand(Labour(asked, app.request(asked)))
        site = Studied(replace(held, publisher=publisher))
        site.begin()
        yield Writer(asked, site, publisher, told)


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    with writing(tmp_path) as writer:
        yield writer


def cold(writer: Writer, folder: Path) -> dict[str, bytes]:
    """Build what is there now from nothing."""
    shutil.copytree(writer.asked.content, folder / "content")
    asked = replace(writer.asked, content=folder / "content", out=folder / "site")
    assert isinstance(app.build(asked, NullReporter()).published, Published)
    return tree(folder / "site")


def more(words: str) -> Callable[[str], str]:
    return lambda text: f"{text}\n{words}\n"


def other(before: str, after: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        assert before in text
        return text.replace(before, after)

    return change


EDITS: tuple[tuple[str, Callable[[str], str]], ...] = (
    (ROBOTICS, more("Bring a screwdriver.")),
    ("opportunities/reading-at-home.md", other("Reading at home", "Reading by the sea")),
    ("badges/robot-builder.md", more("Kept for ever.")),
    ("opportunities/new-one.md", lambda _: (TINY / ROBOTICS).read_text("utf-8")),
    ("pages/history.md", lambda _: "---\ntitle: History\n---\nIt began here.\n"),
    ("place.yaml", other("tagline:", "tagline: Now other, and formerly ")),
)


def test_what_is_answered_after_each_edit_is_what_a_cold_build_publishes(
    writer: Writer, tmp_path: Path
) -> None:
    drawn: set[str] = set()
    for number, (path, change) in enumerate(EDITS):
        writer.write(path, change)

        assert writer.site.take_in()
        assert not writer.site.settled
        expected = cold(writer, tmp_path / f"cold-{number}")
        for name, content in expected.items():
            answered = writer.page(name)
            assert answered in (None, content), name
            if answered is not None:
                drawn.add(name)
        assert writer.publish() == [False]
        assert writer.site.settled
        assert tree(writer.asked.out) == expected

    assert drawn >= {
        PAGE, "index.html", "badges/robot-builder/index.html", "assets/icon.svg",
        "opportunities/new-one/index.html", "history/index.html", "badges/robot-builder/badge.svg",
        "404.html",
    }  # fmt: skip
    assert {"doorstep", "place", "maps"} <= {
        name.removeprefix("assets/kept/").partition(".")[0] for name in drawn
    }
    assert "assets/map/points.en.json" not in drawn


def test_page_of_a_record_that_is_gone_is_not_drawn(writer: Writer) -> None:
    gone = "opportunities/new-one/index.html"
    writer.write(*EDITS[3])
    writer.site.take_in()
    writer.publish()
    assert (writer.asked.out / gone).exists()
    (writer.asked.content / "opportunities/new-one.md").unlink()

    assert writer.site.take_in()

    assert not writer.site.settled
    assert writer.page(gone) is None
    writer.publish()
    assert not (writer.asked.out / gone).exists()


def test_save_that_changes_nothing_is_none(writer: Writer) -> None:
    assert not writer.site.take_in()
    assert writer.publisher.tasks == []


def test_error_is_told_and_the_last_good_pages_stay(writer: Writer) -> None:
    good = (writer.asked.content / ROBOTICS).read_text("utf-8")
    writer.write(ROBOTICS, other("organisation:", "organisation: nobody-there #"))

    assert writer.site.take_in()

    assert writer.site.settled
    assert writer.site.outcome.stopped == "1 problem to fix"
    assert writer.site.outcome.problems[0].code == "unknown-organisation"
    assert writer.publisher.tasks == []

    writer.write(ROBOTICS, lambda _: good)
    assert writer.site.take_in()
    assert writer.site.outcome == Rebuilt()


def test_error_does_not_keep_what_was_saved_before_it_from_being_published(
    writer: Writer, tmp_path: Path
) -> None:
    writer.write(ROBOTICS, more("Bring a screwdriver."))
    writer.site.take_in()
    expected = cold(writer, tmp_path / "cold")
    writer.write(ROBOTICS, other("organisation:", "organisation: nobody-there #"))
    writer.site.take_in()

    assert writer.page() == expected[PAGE]
    assert writer.publish() == [False]

    assert writer.site.settled
    assert writer.site.outcome.stopped
    assert tree(writer.asked.out) == expected


def test_of_several_saves_only_the_last_is_published(writer: Writer) -> None:
    for words in ("First.", "Second.", "Third."):
        writer.write(ROBOTICS, more(words))
        assert writer.site.take_in()
    assert len(writer.publisher.tasks) == 3

    assert writer.publish() == [False]

    assert b"Third." in (writer.asked.out / PAGE).read_bytes()
    assert writer.site.settled


def test_answer_to_what_has_been_superseded_settles_nothing(writer: Writer) -> None:
    writer.write(ROBOTICS, more("First."))
    writer.site.take_in()
    writer.publisher.labour(writer.publisher)  # type: ignore[arg-type] # it is its own line
    writer.write(ROBOTICS, more("Second."))
    writer.site.take_in()

    heard: list[bool] = []
    writer.site.listen(lambda hear: heard.append(hear()))

    assert heard == [False]
    assert not writer.site.settled
    assert b"Second." in (writer.page() or b"")
    assert writer.publish() == [False]
    assert writer.site.settled


def test_fault_of_publishing_is_told_and_the_next_save_tries_again(writer: Writer) -> None:
    writer.write(ROBOTICS, more("First."))
    writer.site.take_in()
    foreign = writer.asked.out.with_name("elsewhere")
    writer.asked.out.rename(foreign)
    writer.asked.out.write_text("not a folder")

    assert writer.publish() == [True]

    assert writer.site.settled
    assert "site" in writer.site.outcome.stopped

    writer.asked.out.unlink()
    foreign.rename(writer.asked.out)
    writer.write(ROBOTICS, more("Second."))
    assert writer.site.take_in()
    assert writer.site.outcome == Rebuilt()
    assert writer.publish() == [False]
    assert b"Second." in (writer.asked.out / PAGE).read_bytes()


def test_what_only_publishing_finds_is_told_and_shown(writer: Writer) -> None:
    two = "---\ntitle: Two\naliases: [about-us]\n---\nWords.\n"
    writer.write("pages/two.md", lambda _: two)
    writer.site.take_in()
    writer.publisher.given = [Answer(1, (ERROR,))]
    writer.publisher.tasks = []

    assert writer.publish() == [True]

    assert writer.site.outcome == Rebuilt("1 problem to fix", (ERROR,))
    assert ERROR in writer.told


def test_end_of_the_publisher_ends_serving(writer: Writer) -> None:
    writer.publisher.given = [None]  # type: ignore[list-item] # as it comes when it has ended

    with pytest.raises(Fault, match="start `doorstep serve` again"):
        writer.publish()


def test_theme_is_drawn_as_it_is_now(tmp_path: Path) -> None:
    theme = tmp_path / "themes" / "ours" / "templates"
    theme.mkdir(parents=True)
    page = theme / "opportunity.html"
    page.write_text("<p>one</p>", "utf-8")
    with writing(tmp_path, theme="ours") as writer:
        asked, site = writer.asked, writer.site
        page.write_text("<p>two, which is longer</p>", "utf-8")

        assert site.take_in()
        assert writer.page() == b"<p>two, which is longer</p>"
        writer.publish()
        assert (asked.out / PAGE).read_text("utf-8") == "<p>two, which is longer</p>"

        page.write_text("<p>{{ nothing_of_that_name }}</p>", "utf-8")
        assert site.take_in()
        assert writer.page() is None
        assert writer.publish() == [True]
        assert "nothing_of_that_name" in site.outcome.stopped


def test_style_sheet_is_asked_for_by_its_new_name_once_it_is_saved(tmp_path: Path) -> None:
    style = tmp_path / "themes" / "ours" / "assets" / "css" / "doorstep.css"
    style.parent.mkdir(parents=True)
    style.write_text("p { color: red }", "utf-8")
    with writing(tmp_path, theme="ours") as writer:
        asked, site = writer.asked, writer.site
        before = asked_for(writer.page(), "doorstep")

        style.write_text("p { color: darkred }", "utf-8")
        assert site.take_in()
        now = asked_for(writer.page(), "doorstep")
        assert now != before
        assert writer.page(now) == b"p { color: darkred }"
        writer.publish()
        assert (asked.out / now).read_text("utf-8") == "p { color: darkred }"
        assert not (asked.out / before).exists()

        style.write_text("p { background: url(nobody.png) }", "utf-8")
        assert site.take_in()
        assert writer.publish() == [True]
        assert site.outcome.problems[0].code == "unknown-asset"


def asked_for(page: bytes | None, name: str) -> str:
    """Return the path of the style sheet of this name that a page asks for."""
    found = re.search(rf"assets/kept/{name}\.\w+\.css", (page or b"").decode())
    assert found
    return found[0]


def test_only_what_was_edited_is_parsed_again(writer: Writer) -> None:
    before = writer.site.place
    writer.write(ROBOTICS, more("Bring a screwdriver."))
    writer.site.take_in()
    now = writer.site.place

    assert before is not None
    assert now is not None
    assert now.opportunities["robotics"] is not before.opportunities["robotics"]
    others = now.opportunities.keys() - {"robotics"}
    assert others
    assert all(now.opportunities[it] is before.opportunities[it] for it in others)
    assert all(now.badges[it] is before.badges[it] for it in now.badges)


def test_good_build_shows_nothing() -> None:
    assert outcome((WARNING,), published=True) == Rebuilt()


def test_stopped_build_shows_what_stopped_it() -> None:
    shown = outcome((ERROR, WARNING, NOTE), published=False)

    assert shown == Rebuilt("1 problem to fix", (ERROR, WARNING))


def test_warnings_that_stop_a_strict_build_are_counted() -> None:
    assert outcome((WARNING, WARNING), published=False).stopped == "2 problems to fix"


def test_fault_of_the_first_build_is_shown_and_does_not_end_it(tmp_path: Path) -> None:
    content = copy_place(TINY, tmp_path)
    asked = Asked(content=content, out=tmp_path / "site", today=date.fromisoformat(TODAY))
    with studio(asked, app.request(asked), lambda: False, lambda _: None) as held:

        def full(*_: object) -> Ports:
            raise Fault("site could not be written: the disk is full")

        site = Studied(
            replace(held, ports=full, publisher=InHand(Labour(asked, app.request(asked))))
        )
        site.begin()

        assert site.outcome == Rebuilt("site could not be written: the disk is full")
