from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from generator.adapters.patient_finder import Pace, PatientFinder, Trouble
from generator.adapters.turnstile import Turnstile
from generator.model.fault import Fault, Stopped
from generator.model.location import Bounds, Candidate, Level, Location

NEWPORT = Bounds(51.5, -3.1, 51.7, -2.8)
HERE = Candidate(Location(51.6, -3.0), Level.BUILDING, "here")
FAR = Candidate(Location(48.8, 2.3), Level.BUILDING, "far away")

Reply = tuple[Candidate, ...] | Trouble


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def read(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


class Scripted:
    """A service that replies from a list, taking so many seconds each time."""

    name = "scripted (loopback)"

    def __init__(self, clock: Clock, replies: list[Reply], seconds: float = 0.0) -> None:
        self.clock = clock
        self.replies = replies
        self.seconds = seconds
        self.asked: list[float] = []

    def ask(self, question: str, bounds: Bounds) -> tuple[Candidate, ...]:
        assert (question, bounds) == ("somewhere", NEWPORT)
        self.asked.append(self.clock.now)
        self.clock.now += self.seconds
        reply = self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]
        if isinstance(reply, Trouble):
            raise reply
        return reply


@pytest.fixture
def clock() -> Clock:
    return Clock()


def finder(
    tmp_path: Path, clock: Clock, replies: list[Reply], *, limit: int = 99, seconds: float = 0.0
) -> tuple[PatientFinder, Scripted]:
    service = Scripted(clock, replies, seconds)
    turnstile = Turnstile(tmp_path / "turn", 1.1, clock.read, clock.sleep)
    return PatientFinder(service, turnstile, limit, Pace(clock.read, clock.sleep)), service


def slow() -> Trouble:
    return Trouble("no reply in time", again=True)


def test_what_lies_outside_the_box_is_left_out(tmp_path: Path, clock: Clock) -> None:
    patient, _ = finder(tmp_path, clock, [(FAR, HERE)])

    assert patient.find("somewhere", NEWPORT) == (HERE,)


def test_nothing_found_is_an_answer(tmp_path: Path, clock: Clock) -> None:
    patient, service = finder(tmp_path, clock, [()])

    assert patient.find("somewhere", NEWPORT) == ()
    assert len(service.asked) == 1


def test_a_passing_trouble_is_tried_again_twice_with_longer_pauses(
    tmp_path: Path, clock: Clock
) -> None:
    patient, service = finder(tmp_path, clock, [slow(), slow(), (HERE,)])

    assert patient.find("somewhere", NEWPORT) == (HERE,)
    assert [round(one - service.asked[0], 1) for one in service.asked] == [0, 2, 6]


def test_after_two_retries_it_is_a_fault(tmp_path: Path, clock: Clock) -> None:
    patient, service = finder(tmp_path, clock, [slow()])

    with pytest.raises(Fault, match="no reply in time"):
        patient.find("somewhere", NEWPORT)
    assert len(service.asked) == 3


def test_a_lasting_trouble_is_not_tried_again(tmp_path: Path, clock: Clock) -> None:
    patient, service = finder(tmp_path, clock, [Trouble("it answers 404")])

    with pytest.raises(Fault, match="404") as caught:
        patient.find("somewhere", NEWPORT)
    assert not isinstance(caught.value, Stopped)
    assert len(service.asked) == 1


def test_the_pause_that_the_service_asks_for_is_kept(tmp_path: Path, clock: Clock) -> None:
    patient, service = finder(tmp_path, clock, [Trouble("429", again=True, wait=17), (HERE,)])

    patient.find("somewhere", NEWPORT)

    assert service.asked[1] - service.asked[0] == pytest.approx(17)


def test_even_a_pause_of_nothing_keeps_the_usual_distance(tmp_path: Path, clock: Clock) -> None:
    patient, service = finder(tmp_path, clock, [Trouble("429", again=True, wait=0), (HERE,)])

    patient.find("somewhere", NEWPORT)

    assert service.asked[1] - service.asked[0] == pytest.approx(1.1)


def test_a_very_long_pause_stops_the_run_at_once(tmp_path: Path, clock: Clock) -> None:
    patient, _ = finder(tmp_path, clock, [Trouble("429", again=True, wait=3600)])

    with pytest.raises(Stopped, match="3600 seconds"):
        patient.find("somewhere", NEWPORT)
    assert clock.now == 1000


def test_a_refusal_stops_the_run(tmp_path: Path, clock: Clock) -> None:
    patient, service = finder(tmp_path, clock, [Trouble("403", stop=True)])

    with pytest.raises(Stopped, match="403"):
        patient.find("somewhere", NEWPORT)
    assert len(service.asked) == 1


def test_a_minute_of_nothing_but_failure_stops_the_run(tmp_path: Path, clock: Clock) -> None:
    patient, _ = finder(tmp_path, clock, [slow()], seconds=10)

    with pytest.raises(Fault) as first:
        patient.find("somewhere", NEWPORT)
    with pytest.raises(Stopped, match="nothing but failure for 60 seconds: no reply in time"):
        patient.find("somewhere", NEWPORT)
    assert not isinstance(first.value, Stopped)
    assert clock.now - 1000 < 80


def test_one_answer_in_between_restores_the_patience(tmp_path: Path, clock: Clock) -> None:
    patient, _ = finder(tmp_path, clock, [slow(), (HERE,)] * 20, seconds=10)

    for _ in range(20):
        assert patient.find("somewhere", NEWPORT) == (HERE,)


def test_the_limit_of_a_run_counts_retries_too(tmp_path: Path, clock: Clock) -> None:
    patient, service = finder(tmp_path, clock, [slow(), (HERE,), (HERE,)], limit=3)
    patient.find("somewhere", NEWPORT)
    patient.find("somewhere", NEWPORT)

    with pytest.raises(Stopped, match="asked 3 times"):
        patient.find("somewhere", NEWPORT)
    assert len(service.asked) == 3


def passing(turnstile: Turnstile) -> AbstractContextManager[None]:
    return turnstile.passing()


def test_the_first_through_the_turnstile_does_not_wait(tmp_path: Path, clock: Clock) -> None:
    with passing(Turnstile(tmp_path / "deep" / "turn", 1.1, clock.read, clock.sleep)):
        assert clock.now == 1000


def test_the_pause_is_counted_from_the_end_of_the_request(tmp_path: Path, clock: Clock) -> None:
    for _ in range(2):
        with passing(Turnstile(tmp_path / "turn", 1.1, clock.read, clock.sleep)):
            began = clock.now
            clock.now += 5

    assert began == pytest.approx(1000 + 5 + 1.1)


def test_the_pause_follows_a_request_that_failed(tmp_path: Path, clock: Clock) -> None:
    turnstile = Turnstile(tmp_path / "turn", 1.1, clock.read, clock.sleep)
    with pytest.raises(Trouble), passing(turnstile):
        raise slow()

    with passing(turnstile):
        assert clock.now == pytest.approx(1001.1)


@pytest.mark.parametrize("text", ["", "nonsense", "nan", "9e99", "1e999", "-5"])
def test_a_time_that_nobody_can_believe_costs_one_pause_at_most(
    tmp_path: Path, clock: Clock, text: str
) -> None:
    (tmp_path / "turn").write_text(text)

    with passing(Turnstile(tmp_path / "turn", 1.1, clock.read, clock.sleep)):
        assert clock.now <= 1001.1


def test_a_cache_folder_that_cannot_be_made_is_a_fault(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "file").write_text("")
    turnstile = Turnstile(tmp_path / "file" / "turn", 1.1, clock.read, clock.sleep)

    with pytest.raises(Fault, match="cannot open turn"), passing(turnstile):
        pass
