from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.adapters.timings import TimedReporter


@dataclass
class Heard:
    """A Reporter that keeps what it is told."""

    said: list[str] = field(default_factory=list)

    def stage(self, name: str) -> None:
        self.said.append(name)

    def progress(self, done: int, total: int) -> None:
        self.said.append(f"{done} of {total}")

    def count(self, what: str, number: int) -> None:
        self.said.append(f"{number} {what}")


def clock(*moments: float) -> Iterator[float]:
    yield from moments


def test_each_stage_is_told_with_its_seconds_and_what_it_had_to_do_with() -> None:
    moments = clock(10.0, 10.25, 11.25, 13.0)
    timed = TimedReporter(Heard(), lambda: next(moments))

    timed.stage("discover")
    timed.count("records", 1200)
    timed.stage("parse")

    assert timed.table().splitlines() == [
        "look          0.25 s",
        "discover      1.00 s   1,200 records",
        "parse         1.75 s",
        "together      3.00 s",
    ]


def test_build_with_nothing_to_do_only_looked() -> None:
    moments = clock(10.0, 10.5)
    timed = TimedReporter(Heard(), lambda: next(moments))

    assert timed.table().splitlines() == ["look          0.50 s", "together      0.50 s"]


def test_stages_and_progress_are_passed_on() -> None:
    heard = Heard()
    timed = TimedReporter(heard)

    timed.stage("parse")
    timed.progress(3, 7)

    assert heard.said == ["parse", "3 of 7"]
