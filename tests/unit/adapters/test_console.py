from __future__ import annotations

import io

from generator.adapters.console import ConsoleReporter


class Clock:
    """Time that passes when told."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_log_has_a_line_a_stage_and_nothing_else() -> None:
    stream, clock = io.StringIO(), Clock()
    reporter = ConsoleReporter(stream, clock=clock)

    reporter.stage("parse")
    clock.now += 10
    reporter.progress(50, 100)
    reporter.stage("link")
    reporter.close()

    assert stream.getvalue() == "parse\nlink\n"


def test_terminal_shows_how_fast_a_long_stage_goes_and_is_left_clean() -> None:
    stream, clock = io.StringIO(), Clock()
    reporter = ConsoleReporter(stream, terminal=True, clock=clock)

    reporter.stage("parse")
    clock.now += 2
    reporter.progress(50, 100)
    reporter.close()

    assert stream.getvalue() == "parse\n\r\x1b[K  50 of 100, 25 a second\r\x1b[K"


def test_short_stage_shows_no_progress_and_a_long_one_not_at_every_step() -> None:
    stream, clock = io.StringIO(), Clock()
    reporter = ConsoleReporter(stream, terminal=True, clock=clock)

    reporter.stage("parse")
    for done in range(1000):
        clock.now += 0.001
        reporter.progress(done, 1000)

    assert stream.getvalue().count("a second") == 6  # of 1000
