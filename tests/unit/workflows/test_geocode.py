from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

import pytest

from generator.adapters.yaml_pyyaml import PyYaml
from generator.model.fault import Fault, Stopped
from generator.model.location import Bounds, Candidate, Geocode, Level, Location
from generator.rules.geocodes import as_plain, read_geocodes
from generator.workflows.geocode import Desk, Outcome, Wanted, geocode

TODAY = date(2026, 11, 23)
NEWPORT = Bounds(51.5, -3.1, 51.7, -2.8)
MIDDLE = Location(51.585, -2.995)
DOOR = Candidate(Location(51.5851, -2.995), Level.BUILDING, "the door")
ELSEWHERE = Candidate(Location(51.61, -2.995), Level.BUILDING, "its namesake")
STREET = Candidate(MIDDLE, Level.STREET, "the street")

Reply = tuple[Candidate, ...] | Fault


@dataclass
class Finder:
    replies: dict[str, Reply]
    source: str = "scripted (loopback)"
    asked: list[str] = field(default_factory=list)
    before: Callable[[], None] = lambda: None

    def find(self, question: str, bounds: Bounds) -> tuple[Candidate, ...]:
        assert bounds == NEWPORT
        self.before()
        self.asked.append(question)
        reply = self.replies.get(question, ())
        if isinstance(reply, Fault):
            raise reply
        return reply


@dataclass
class File:
    text: str = ""
    path: str = "content/geocodes.yaml"
    saved: list[str] = field(default_factory=list)

    def read(self) -> str:
        return self.text

    def replace(self, text: str) -> None:
        self.text = text
        self.saved.append(text)

    def entries(self) -> dict[str, Geocode]:
        node, problems = PyYaml().read(self.path, self.text)
        found, more = read_geocodes(node)
        assert (problems, more) == ((), ())
        return {one.venue: one for one in found}


@dataclass
class Watcher:
    seen: list[tuple[int, int]] = field(default_factory=list)

    def stage(self, name: str) -> None:
        assert name == "geocode"

    def progress(self, done: int, total: int) -> None:
        self.seen.append((done, total))

    def count(self, what: str, number: int) -> None:
        """Nobody asks."""


def venue(name: str, **changes: object) -> Wanted:
    wanted = Wanted(
        venue=name,
        name=name,
        address="High Street",
        postcode="NP20 1PA",
        place="Newport",
        bounds=NEWPORT,
        middle=MIDDLE,
    )
    return replace(wanted, **changes)  # type: ignore[arg-type]  # any field, by name


def entry(name: str, **changes: object) -> Geocode:
    known = Geocode(
        venue=name,
        address="High Street, NP20 1PA",
        location=MIDDLE,
        level="building",
        source="before",
        date="2026-11-01",
    )
    return replace(known, **changes)  # type: ignore[arg-type]  # any field, by name


def file_with(*entries: Geocode) -> File:
    return File(PyYaml().write(as_plain(entries)))


def run(
    wanted: list[Wanted], file: File, finder: Finder, watcher: Watcher | None = None
) -> Outcome:
    return geocode(wanted, Desk(finder, file, PyYaml(), watcher or Watcher(), TODAY))


def test_a_building_is_placed_and_saved_with_where_it_came_from() -> None:
    file = File()

    outcome = run([venue("a")], file, Finder({"a, High Street, Newport": (DOOR,)}))

    saved = Geocode(
        venue="a",
        address="High Street, NP20 1PA",
        location=DOOR.location,
        level="building",
        source="scripted (loopback)",
        date="2026-11-23",
        label="the door",
    )
    assert outcome == Outcome(placed=(saved,))
    assert file.entries() == {"a": saved}


def test_a_miss_is_saved_with_its_date() -> None:
    file = File()

    outcome = run([venue("a")], file, Finder({}))

    assert [one.venue for one in outcome.missed] == ["a"]
    assert (file.entries()["a"].location, file.entries()["a"].date) == (None, "2026-11-23")


def test_a_street_is_a_miss_where_the_postcode_is_known() -> None:
    outcome = run([venue("a")], File(), Finder({"a, High Street, Newport": (STREET,)}))

    assert [one.location for one in outcome.missed] == [None]


def test_candidates_in_doubt_are_saved_with_their_flag() -> None:
    file = File()

    outcome = run([venue("a")], file, Finder({"a, High Street, Newport": (DOOR, ELSEWHERE)}))

    assert [one.venue for one in outcome.flagged] == ["a"]
    assert outcome.placed == ()
    assert "2 places match" in file.entries()["a"].flag


def test_a_doubt_is_settled_by_the_house_number() -> None:
    replies: dict[str, Reply] = {
        "a, 12 High Street, Newport": (DOOR, ELSEWHERE),
        "12 High Street, Newport, NP20 1PA": (DOOR,),
    }

    outcome = run([venue("a", address="12 High Street")], File(), Finder(replies))

    assert [one.label for one in outcome.placed] == ["the door"]


def test_the_second_question_is_not_asked_where_the_first_was_answered() -> None:
    finder = Finder({"a, 12 High Street, Newport": (DOOR,)})

    run([venue("a", address="12 High Street")], File(), finder)

    assert finder.asked == ["a, 12 High Street, Newport"]


def test_a_failure_is_told_never_saved_and_the_next_venue_is_asked_for() -> None:
    file = File()
    replies: dict[str, Reply] = {
        "a, High Street, Newport": Fault("it answers 500"),
        "b, High Street, Newport": (DOOR,),
    }

    outcome = run([venue("a"), venue("b")], file, Finder(replies))

    assert outcome.failed == (("a", "it answers 500"),)
    assert list(file.entries()) == ["b"]


def test_a_failure_leaves_a_stale_entry_as_it_was() -> None:
    file = file_with(entry("a", address="Old Street, NP20 1PA"))
    before = file.text

    run([venue("a")], file, Finder({"a, High Street, Newport": Fault("it answers 500")}))

    assert file.text == before


def test_a_stop_ends_the_run_with_all_answers_so_far_saved() -> None:
    file = File()
    finder = Finder(
        {"a, High Street, Newport": (DOOR,), "b, High Street, Newport": Stopped("it refuses us")}
    )

    outcome = run([venue("a"), venue("b"), venue("c")], file, finder)

    assert outcome.stopped == "it refuses us"
    assert outcome.left == ("b", "c")
    assert list(file.entries()) == ["a"]
    assert len(finder.asked) == 2


def test_each_answer_is_saved_before_the_next_question() -> None:
    file = File()
    saved_when_asked: list[int] = []
    finder = Finder({}, before=lambda: saved_when_asked.append(len(file.saved)))

    run([venue("a"), venue("b"), venue("c")], file, finder)

    assert saved_when_asked == [0, 1, 2]


@pytest.mark.parametrize(
    ("known", "reason"),
    [
        (entry("a"), "placed already"),
        (entry("a", locked=True, address="Old Street"), "locked"),
        (entry("a", flag="2 places match"), "a person must decide: 2 places match"),
        (entry("a", location=None, date="2026-10-25"), "not found on 2026-10-25"),
    ],
)
def test_what_is_settled_is_not_asked_for_again(known: Geocode, reason: str) -> None:
    file, finder = file_with(known), Finder({})
    before = file.text

    outcome = run([venue("a")], file, finder)

    assert outcome == Outcome(skipped=(("a", reason),))
    assert finder.asked == []
    assert file.text == before


@pytest.mark.parametrize(
    "known",
    [
        entry("a", address="Old Street, NP20 1PA"),
        entry("a", address="Old Street, NP20 1PA", flag="2 places match"),
        entry("a", location=None, date="2026-10-24"),
        entry("a", location=None, date="2031-01-01"),
    ],
)
def test_a_changed_address_an_old_miss_and_a_miss_from_the_future_are_asked_for(
    known: Geocode,
) -> None:
    file = file_with(known)

    outcome = run([venue("a")], file, Finder({"a, High Street, Newport": (DOOR,)}))

    assert [one.venue for one in outcome.placed] == ["a"]
    assert file.entries()["a"].location == DOOR.location
    assert file.entries()["a"].flag == ""


def test_a_lock_put_on_while_we_were_asking_is_respected() -> None:
    file = File()
    locked = entry("a", locked=True, label="by a person")

    def lock() -> None:
        file.text = PyYaml().write(as_plain([locked]))

    outcome = run([venue("a")], file, Finder({"a, High Street, Newport": (DOOR,)}, before=lock))

    assert outcome.placed == ()
    assert file.entries() == {"a": locked}


def test_what_another_run_saved_meanwhile_is_kept() -> None:
    file = File()

    def save() -> None:
        file.text = PyYaml().write(as_plain([entry("z")]))

    run([venue("a")], file, Finder({"a, High Street, Newport": (DOOR,)}, before=save))

    assert list(file.entries()) == ["a", "z"]


def test_a_file_with_a_mistake_is_not_written_over() -> None:
    file = File("a:\n  adress: x\n")
    finder = Finder({})

    with pytest.raises(Fault, match=r"geocodes\.yaml:2:3: .*correct it first"):
        run([venue("a")], file, finder)
    assert file.saved == []
    assert finder.asked == []


def test_progress_counts_what_is_asked_for() -> None:
    watcher = Watcher()

    run([venue("a"), venue("b")], file_with(entry("b")), Finder({}), watcher)

    assert watcher.seen == [(0, 1), (1, 1)]
