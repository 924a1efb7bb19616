from __future__ import annotations

import os
import time

import pytest

from generator.adapters.second_process import Line, SecondProcess


def double(line: Line) -> None:
    """Answer each task with its double, and whether another waits; "die" ends it badly."""
    while (task := line.receive()) is not None:
        if task == "die":
            os._exit(3)
        if task == "sleep":
            while not line.waiting():
                time.sleep(0.01)
        line.send((task * 2, os.getpid()))


@pytest.mark.parametrize("copied", [True, False])
def test_tasks_are_answered_in_another_process_until_it_is_ended(copied: bool) -> None:  # noqa: FBT001 - a case
    process = SecondProcess(double, copied=copied)
    process.start()
    answers = process.answers()

    process.ask("a")
    process.ask("sleep")
    process.ask("b")

    doubled = [next(answers) for _ in range(3)]
    assert [it for it, _ in doubled] == ["aa", "sleepsleep", "bb"]
    assert os.getpid() not in {its for _, its in doubled}
    process.end()
    assert list(answers) == []


def test_end_that_nobody_asked_for_is_told() -> None:
    process = SecondProcess(double, copied=True)
    process.start()

    process.ask("die")

    assert list(process.answers()) == [None]
    process.end()


def test_task_larger_than_the_line_holds_keeps_nobody_waiting() -> None:
    process = SecondProcess(double, copied=True)
    process.start()

    process.ask("sleep")
    for _ in range(3):
        process.ask(b"x" * 2_000_000)

    answers = process.answers()
    assert next(answers)[0] == "sleepsleep"
    assert [len(next(answers)[0]) for _ in range(3)] == [4_000_000] * 3
    process.end()


def test_what_was_never_started_can_be_ended() -> None:
    SecondProcess(double).end()
