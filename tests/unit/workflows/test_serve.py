from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from generator.model.artifact import Published
from generator.model.fault import Fault
from generator.model.outcome import Outcome
from generator.model.problem import Mark, Problem, error, note, warning
from generator.ports import Rebuilt
from generator.workflows.serve import serve

MARK = Mark("content/a.md")
ERROR = error("planted", MARK, "an error")
WARNING = warning("planted", MARK, "a warning")
NOTE = note("planted", MARK, "a note")


@dataclass
class OneSave:
    """A Server that builds once and keeps what came of it."""

    shown: list[Rebuilt] = field(default_factory=list)

    def serve(self, rebuild: Callable[[], Rebuilt], ready: Callable[[str], None]) -> None:
        self.shown.append(rebuild())
        ready("http://127.0.0.1:5500/")


def shown(built: Callable[[], Outcome]) -> tuple[Rebuilt, list[Problem], list[str]]:
    server = OneSave()
    told: list[Problem] = []
    addresses: list[str] = []

    def tell(problems: Sequence[Problem]) -> None:
        told.extend(problems)

    serve(built, server, tell, addresses.append)
    return server.shown[0], told, addresses


def test_good_build_shows_nothing_and_its_warnings_are_told() -> None:
    rebuilt, told, addresses = shown(lambda: Outcome((WARNING,), Published()))

    assert rebuilt == Rebuilt()
    assert told == [WARNING]
    assert addresses == ["http://127.0.0.1:5500/"]


def test_stopped_build_shows_what_stopped_it() -> None:
    rebuilt, told, _ = shown(lambda: Outcome((ERROR, WARNING, NOTE), None))

    assert rebuilt == Rebuilt("1 problem to fix", (ERROR, WARNING))
    assert told == [ERROR, WARNING, NOTE]


def test_warnings_that_stop_a_strict_build_are_counted() -> None:
    rebuilt, _, _ = shown(lambda: Outcome((WARNING, WARNING), None))

    assert rebuilt.stopped == "2 problems to fix"


def test_fault_of_the_machine_is_shown_and_does_not_end_it() -> None:
    def full() -> Outcome:
        raise Fault("site could not be written: the disk is full")

    rebuilt, told, addresses = shown(full)

    assert rebuilt == Rebuilt("site could not be written: the disk is full")
    assert told == []
    assert addresses
